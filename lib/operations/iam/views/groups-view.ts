import 'server-only'
import type { GroupRow, GroupSort } from '@/lib/store/groups-page'
import { group, groupArn } from '../../nouns/group'
import { cell, view } from '../../view'
import { getGroup } from '../get-group'
import { listAttachedGroupPolicies } from '../list-attached-group-policies'
import { listGroupPolicies } from '../list-group-policies'
import { listGroups } from '../list-groups'

export type GroupsState = {
  search?: string
  sort?: GroupSort
  direction?: 'asc' | 'desc'
  offset?: number
  limit: number
}

/** The groups page: each group as ListGroups has it, how many users it has and whether it permits anything. */
export const groupsView = view({
  list: listGroups,
  input: (_state: GroupsState) => ({}),
  page: (store, { search, sort, direction, offset, limit }) =>
    store.groups.page({ search, sort, direction, offset, limit }),
  told: ({ sort }) => (sort === 'users' ? ['users'] : sort === 'policies' ? ['permissions'] : []),
  plain: ({ search, offset, limit }) => ({ search, offset, limit }),
  shown: (row: GroupRow, caller) => ({
    name: row.name,
    path: row.path,
    arn: groupArn(caller.account, row),
    created: row.createdAt,
  }),
  target: (row, caller) => group.target({ caller, found: row, input: { GroupName: row.name } }),
  names: ({ name }) => ({ GroupName: name }),
  cells: {
    users: cell(getGroup, (row: GroupRow) => row.userCount),
    permissions: cell([listAttachedGroupPolicies, listGroupPolicies], (row: GroupRow) => row.policyCount),
  },
})
