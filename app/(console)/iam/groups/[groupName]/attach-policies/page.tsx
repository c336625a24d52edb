import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import { ChooseForm } from '../../../_parts/choose-form'
import { attachPolicies } from '../actions'
import { groupCrumbs, groupHref } from '../place'

export const metadata: Metadata = { title: 'Attach policies' }

export default async function AttachPoliciesPage({ params }: { params: Promise<{ groupName: string }> }) {
  const groupName = decodeURIComponent((await params).groupName)
  return (
    <Page crumbs={groupCrumbs(groupName, 'Attach policies')} title={`Attach policies to ${groupName}`}>
      <ChooseForm
        of="policies"
        title="Permissions policies"
        description="Everybody in the group gets what these policies allow."
        submitLabel="Attach policies"
        act={attachPolicies.bind(null, groupName)}
        back={`${groupHref(groupName)}?section=permissions`}
      />
    </Page>
  )
}
