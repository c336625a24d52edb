import { Users } from 'lucide-react'
import { SelectionButton } from '@/app/_parts/action-button'
import { Refused } from '@/app/_parts/refused'
import type { Outcome } from '@/app/door'
import { ResourceTable } from '@/components/console/resource-table'
import type { Column } from '@/components/console/table-rows'
import { ButtonLink } from '@/components/ui/button-link'
import { Empty } from '@/components/ui/empty'
import { Link } from '@/components/ui/link'
import { fullTime } from '@/components/ui/time'
import type { OutputOf } from '@/lib/operations/define'
import type { getGroup } from '@/lib/operations/iam/get-group'
import { removeUsers } from '../actions'

const columns: readonly Column[] = [
  { key: 'name', header: 'User name', sortable: true, locked: true, narrow: 'title' },
  { key: 'path', header: 'Path' },
  { key: 'created', header: 'Creation time', sortable: true, narrow: 'aside' },
]

type Props = { groupName: string; group: Outcome<OutputOf<typeof getGroup>> }

/** The members; they come with GetGroup, which the summary has asked for already. */
export function UsersTab({ groupName, group }: Props) {
  const users = group.ok ? group.value.Users : []
  return (
    <ResourceTable
      id="group-users"
      paging="browser"
      title="Users in this group"
      noun="users"
      columns={columns}
      rows={users.map(({ UserName, Path, CreateDate }) => ({
        id: UserName,
        name: UserName,
        sort: { name: UserName, created: CreateDate.toISOString() },
        cells: {
          name: (
            <Link className="name-link" href={`/iam/users/${encodeURIComponent(UserName)}`}>
              {UserName}
            </Link>
          ),
          path: Path,
          created: fullTime(CreateDate),
        },
      }))}
      defaultSort="name"
      search="Search users"
      selection="multi"
      problem={group.ok ? undefined : <Refused refusal={group.refusal} slim />}
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
