import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import { ChooseForm } from '../../../_parts/choose-form'
import { joinGroups } from '../actions'
import { userCrumbs, userHref } from '../place'

export const metadata: Metadata = { title: 'Add user to groups' }

export default async function AddToGroupsPage({ params }: { params: Promise<{ userName: string }> }) {
  const userName = decodeURIComponent((await params).userName)
  return (
    <Page crumbs={userCrumbs(userName, 'Add to groups')} title={`Add ${userName} to groups`}>
      <ChooseForm
        of="groups"
        title="User groups"
        description="A user can be in 10 groups."
        submitLabel="Add to groups"
        act={joinGroups.bind(null, userName)}
        back={`${userHref(userName)}?section=groups`}
      />
    </Page>
  )
}
