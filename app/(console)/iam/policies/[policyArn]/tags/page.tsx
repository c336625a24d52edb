import type { Metadata } from 'next'
import { Refused } from '@/app/_parts/refused'
import { ask } from '@/app/door'
import { Page } from '@/components/console/page'
import { Card } from '@/components/ui/card'
import { nameInArn } from '@/lib/aws/arn'
import { listPolicyTags } from '@/lib/operations/iam/list-policy-tags'
import { TagsForm } from '../../../_parts/tags-form'
import { policyCrumbs, policyHref } from '../../place'
import { savePolicyTags } from './actions'

export const metadata: Metadata = { title: 'Manage tags' }

export default async function PolicyTagsPage({ params }: { params: Promise<{ policyArn: string }> }) {
  const arn = decodeURIComponent((await params).policyArn)
  const tags = await ask(listPolicyTags, { PolicyArn: arn, MaxItems: 100 })
  return (
    <Page crumbs={policyCrumbs(arn, 'Manage tags')} title={`Manage tags of ${nameInArn(arn)}`}>
      {tags.ok ? (
        <TagsForm
          tags={tags.value.Tags}
          save={savePolicyTags.bind(null, arn)}
          back={`${policyHref(arn)}?section=tags`}
        />
      ) : (
        <Card title="Tags">
          <Refused refusal={tags.refusal} />
        </Card>
      )}
    </Page>
  )
}
