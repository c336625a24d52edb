import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import { nameInArn } from '@/lib/aws/arn'
import { ChooseForm } from '../../../_parts/choose-form'
import { policyCrumbs, policyHref } from '../../place'
import { attachEntities } from '../actions'

export const metadata: Metadata = { title: 'Attach policy' }

export default async function AttachPolicyPage({ params }: { params: Promise<{ policyArn: string }> }) {
  const arn = decodeURIComponent((await params).policyArn)
  return (
    <Page crumbs={policyCrumbs(arn, 'Attach')} title={`Attach ${nameInArn(arn)}`}>
      <ChooseForm
        of="entities"
        title="IAM entities"
        description="Users get the permissions themselves; a group gives them to all of its users."
        submitLabel="Attach policy"
        act={attachEntities.bind(null, arn)}
        back={`${policyHref(arn)}?section=entities`}
      />
    </Page>
  )
}
