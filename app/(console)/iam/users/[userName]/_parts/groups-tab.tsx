import { Users } from 'lucide-react'
import { SelectionButton } from '@/app/_parts/action-button'
import { Refused } from '@/app/_parts/refused'
import { ask } from '@/app/door'
import { DeniedCell } from '@/components/console/denial-box'
import { ResourceTable } from '@/components/console/resource-table'
import type { Column, Row } from '@/components/console/table-rows'
import { ButtonLink } from '@/components/ui/button-link'
import { Empty } from '@/components/ui/empty'
import { Nothing } from '@/components/ui/key-values'
import { Link } from '@/components/ui/link'
import { listAttachedGroupPolicies } from '@/lib/operations/iam/list-attached-group-policies'
import { leaveGroups } from '../actions'
import { groupsCall } from '../calls'
import type { TabProps } from './tab'

const columns: readonly Column[] = [
  { key: 'name', header: 'Group name', sortable: true, locked: true, narrow: 'title' },
  { key: 'policies', header: 'Attached policies' },
]

export async function GroupsTab({ userName, slim }: TabProps) {
  const groups = await groupsCall(userName)
  const rows = groups.ok ? await Promise.all(groups.value.Groups.map(({ GroupName }) => groupRow(GroupName))) : []
  return (
    <ResourceTable
      id="user-groups"
      paging="browser"
      title="User groups membership"
      description="The user has the permissions of every group it is in. A user can be in 10 groups."
      noun="groups"
      columns={columns}
      rows={rows}
      defaultSort="name"
      selection="multi"
      problem={groups.ok ? undefined : <Refused refusal={groups.refusal} slim={slim} />}
      empty={
        <Empty icon={Users} title="In no group">
          A group gives the same permissions to several users.
        </Empty>
      }
      actions={
        <>
          <SelectionButton
            label="Remove"
            act={leaveGroups.bind(null, userName)}
            confirm={{ title: `Remove ${userName} from groups?`, action: 'Remove' }}
          />
          <ButtonLink href={`/iam/users/${encodeURIComponent(userName)}/add-to-groups`} variant="primary">
            Add user to groups
          </ButtonLink>
        </>
      }
    />
  )
}

async function groupRow(GroupName: string): Promise<Row> {
  const attached = await ask(listAttachedGroupPolicies, { GroupName })
  const names = attached.ok ? attached.value.AttachedPolicies.map((policy) => policy.PolicyName).join(', ') : ''
  const denial = attached.ok ? undefined : attached.refusal.denial
  return {
    id: GroupName,
    name: GroupName,
    sort: { name: GroupName },
    cells: {
      name: (
        <Link className="name-link" href={`/iam/groups/${encodeURIComponent(GroupName)}`}>
          {GroupName}
        </Link>
      ),
      policies: denial ? <DeniedCell denial={denial} /> : names || <Nothing>None</Nothing>,
    },
  }
}
