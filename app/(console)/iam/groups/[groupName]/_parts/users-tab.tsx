import { Users } from 'lucide-react'
import { SelectionButton } from '@/app/_parts/action-button'
import { Refused } from '@/app/_parts/refused'
import type { Outcome } from '@/app/door'
import { ResourceTable } from '@/components/console/resource-table'
import type { Column, Row } from '@/components/console/table-rows'
import { ButtonLink } from '@/components/ui/button-link'
import { Empty } from '@/components/ui/empty'
import { Link } from '@/components/ui/link'
import { fullTime } from '@/components/ui/time'
import type { PageOf, RowOf } from '@/lib/gate/perform-view'
import type { groupMembersView } from '@/lib/operations/iam/views/group-members-view'
import { removeUsers } from '../actions'

const columns: readonly Column[] = [
  { key: 'name', header: 'User name', sortable: true, locked: true, narrow: 'title' },
  { key: 'path', header: 'Path', sortable: true },
  { key: 'created', header: 'Creation time', sortable: true, narrow: 'aside' },
]

/** Which of the store's orders a column's head asks for. */
export const memberSorts = { name: 'name', path: 'path', created: 'createdAt' } as const

type Props = { groupName: string; members: Outcome<PageOf<typeof groupMembersView>>; size: number }

export function UsersTab({ groupName, members, size }: Props) {
  return (
    <ResourceTable
      id="group-users"
      paging="server"
      title="Users in this group"
      noun="users"
      columns={columns}
      rows={members.ok ? members.value.rows.map(memberRow) : []}
      total={members.ok ? members.value.total : undefined}
      matches={members.ok ? members.value.matches : undefined}
      size={size}
      defaultSort="name"
      search="Search users"
      selection="multi"
      problem={members.ok ? undefined : <Refused refusal={members.refusal} slim />}
      empty={
        <Empty icon={Users} title="No users in this group">
          Users get the permissions of the group as soon as they are in it.
        </Empty>
      }
      actions={
        <>
          <SelectionButton
            label="Remove"
            act={removeUsers.bind(null, groupName)}
            confirm={{
              title: `Remove users from ${groupName}?`,
              action: 'Remove',
              text: 'They lose what this group allows.',
            }}
          />
          <ButtonLink href={`/iam/groups/${encodeURIComponent(groupName)}/add-users`} variant="primary">
            Add users
          </ButtonLink>
        </>
      }
    />
  )
}

function memberRow({ shown: { name, path, created } }: RowOf<typeof groupMembersView>): Row {
  return {
    id: name,
    name,
    cells: {
      name: (
        <Link className="name-link" href={`/iam/users/${encodeURIComponent(name)}`}>
          {name}
        </Link>
      ),
      path,
      created: fullTime(created),
    },
  }
}
