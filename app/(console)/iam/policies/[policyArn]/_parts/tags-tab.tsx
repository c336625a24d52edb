import { Refused } from '@/app/_parts/refused'
import { ask } from '@/app/door'
import { ButtonLink } from '@/components/ui/button-link'
import { listPolicyTags } from '@/lib/operations/iam/list-policy-tags'
import { TagsTable } from '../../../_parts/tags-table'
import { policyHref } from '../../place'
import type { TabProps } from './tab'

export async function TagsTab({ arn, slim }: TabProps) {
  const tags = await ask(listPolicyTags, { PolicyArn: arn, MaxItems: 100 })
  return (
    <TagsTable
      id="policy-tags"
      tags={tags.ok ? tags.value.Tags : []}
      problem={tags.ok ? undefined : <Refused refusal={tags.refusal} slim={slim} />}
      actions={<ButtonLink href={`${policyHref(arn)}/tags`}>Manage tags</ButtonLink>}
    />
  )
}
