import type { Metadata } from 'next'
import { Page } from '@/components/console/page'
import { ChooseForm } from '../../../_parts/choose-form'
import { addUsers } from '../actions'
import { groupCrumbs, groupHref } from '../place'

export const metadata: Metadata = { title: 'Add users' }

export default async function AddUsersPage({ params }: { params: Promise<{ groupName: string }> }) {
  const groupName = decodeURIComponent((await params).groupName)
  return (
    <Page crumbs={groupCrumbs(groupName, 'Add users')} title={`Add users to ${groupName}`}>
      <ChooseForm
        of="users"
        title="Users"
        submitLabel="Add users"
        act={addUsers.bind(null, groupName)}
        back={`${groupHref(groupName)}?section=users`}
      />
    </Page>
  )
}
