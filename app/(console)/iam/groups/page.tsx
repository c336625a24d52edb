import { Users } from 'lucide-react'
import type { Metadata } from 'next'
import { readList } from '@/app/_parts/read-list'
import { Refused } from '@/app/_parts/refused'
import { askView } from '@/app/door'
import { Page } from '@/components/console/page'
import { ResourceTable } from '@/components/console/resource-table'
import type { SearchParams } from '@/components/console/table-state'
import { ButtonLink } from '@/components/ui/button-link'
import { Empty } from '@/components/ui/empty'
import { groupsView } from '@/lib/operations/iam/views/groups-view'
import { DeleteGroupsButton } from './_parts/delete-groups-button'
import { groupColumns, groupRow, groupSorts } from './_parts/group-row'

export const metadata: Metadata = { title: 'User groups' }

export default async function GroupsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const query = await readList('groups', await searchParams, groupSorts, 'GroupName')
  const groups = await askView(groupsView, query)
  return (
    <Page crumbs={[{ label: 'IAM', href: '/iam' }, { label: 'User groups' }]}>
      <ResourceTable
        id="groups"
        paging="server"
        level={1}
        title="User groups"
        help="groups"
        description="A group gives the same permissions to all of its users."
        noun="groups"
        columns={groupColumns}
        rows={groups.ok ? groups.value.rows.map(groupRow) : []}
        total={groups.ok ? groups.value.total : undefined}
        matches={groups.ok ? groups.value.matches : undefined}
        size={query.limit}
        defaultSort="GroupName"
        search="Search groups"
        selection="multi"
        problem={groups.ok ? undefined : <Refused refusal={groups.refusal} />}
        empty={
          <Empty
            icon={Users}
            title="No user groups"
            action={<ButtonLink href="/iam/groups/create">Create group</ButtonLink>}
          >
            A group gives the same permissions to several users.
          </Empty>
        }
        actions={
          <>
            <DeleteGroupsButton />
            <ButtonLink href="/iam/groups/create" variant="primary">
              Create group
            </ButtonLink>
          </>
        }
      />
    </Page>
  )
}
