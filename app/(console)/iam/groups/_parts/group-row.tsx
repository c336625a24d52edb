import { FileText, Users } from 'lucide-react'
import { answered } from '@/app/_parts/answered'
import type { Column, Fact, Row } from '@/components/console/table-rows'
import { Link } from '@/components/ui/link'
import { Status } from '@/components/ui/notice'
import { fullTime } from '@/components/ui/time'
import type { RowOf } from '@/lib/gate/perform-view'
import type { groupsView } from '@/lib/operations/iam/views/groups-view'

export const groupColumns: readonly Column[] = [
  { key: 'GroupName', header: 'Group name', sortable: true, locked: true, narrow: 'title' },
  { key: 'Users', header: 'Users', sortable: true },
  { key: 'Permissions', header: 'Permissions', sortable: true },
  { key: 'Created', header: 'Creation time', sortable: true, narrow: 'aside' },
  { key: 'Path', header: 'Path', hidden: true },
]

/** Which of the store's orders a column's head asks for. */
export const groupSorts = { GroupName: 'name', Users: 'users', Permissions: 'policies', Created: 'createdAt' } as const

export function groupRow({ shown, cells }: RowOf<typeof groupsView>): Row {
  return {
    id: shown.name,
    name: shown.name,
    cells: {
      GroupName: (
        <Link className="name-link" href={`/iam/groups/${encodeURIComponent(shown.name)}`}>
          {shown.name}
        </Link>
      ),
      Users: answered(cells.users, (count) => count),
      Permissions: answered(cells.permissions, (count) => <Permissions count={count} />),
      Created: fullTime(shown.created),
      Path: shown.path,
    },
    facts: facts(cells),
  }
}

function Permissions({ count }: { count: number }) {
  return (
    <Status kind={count > 0 ? 'success' : 'warning'} small>
      {count > 0 ? 'Defined' : 'Not defined'}
    </Status>
  )
}

function facts({ users, permissions }: RowOf<typeof groupsView>['cells']): Fact[] {
  const list: Fact[] = []
  if (users.allowed) {
    const text = `${users.value} user${users.value === 1 ? '' : 's'}`
    list.push({ icon: <Users size={14} aria-hidden="true" />, text })
  }
  if (permissions.allowed) {
    const text = permissions.value > 0 ? 'Permissions defined' : 'No permissions'
    list.push({
      icon: <FileText size={14} aria-hidden="true" />,
      text,
      tone: permissions.value > 0 ? undefined : 'warn',
    })
  }
  return list
}
