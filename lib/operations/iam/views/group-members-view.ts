import 'server-only'
import type { UserRow, UserSort } from '@/lib/store/users-page'
import { noSuchGroup } from '../../nouns/group'
import { user, userArn } from '../../nouns/user'
import { view } from '../../view'
import { getGroup } from '../get-group'

export type GroupMembersState = {
  GroupName: string
  search?: string
  sort?: Extract<UserSort, 'name' | 'path' | 'createdAt'>
  direction?: 'asc' | 'desc'
  offset?: number
  limit: number
}

/** The users of a group as GetGroup has them, a page in any order. */
export const groupMembersView = view({
  list: getGroup,
  input: ({ GroupName }: GroupMembersState) => ({ GroupName }),
  page: async (store, { GroupName, ...query }) => {
    const found = await store.groups.find(GroupName)
    if (!found) throw noSuchGroup(GroupName)
    const page = await store.users.page({ ...query, inGroup: found.id })
    return { ...page, total: await store.groups.countMembers(found.id) }
  },
  told: () => [],
  plain: (state) => state,
  shown: (row: UserRow, caller) => ({
    name: row.name,
    path: row.path,
    arn: userArn(caller.account, row),
    created: row.createdAt,
  }),
  target: (row, caller) => user.target({ caller, found: row, input: { UserName: row.name } }),
  cells: {},
})
