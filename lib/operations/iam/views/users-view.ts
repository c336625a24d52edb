import 'server-only'
import type { UserRow, UserSort } from '@/lib/store/users-page'
import { user, userArn } from '../../nouns/user'
import { cell, view } from '../../view'
import { getAccessKeyLastUsed } from '../get-access-key-last-used'
import { getLoginProfile } from '../get-login-profile'
import { listAccessKeys } from '../list-access-keys'
import { listGroupsForUser } from '../list-groups-for-user'
import { listMfaDevices } from '../list-mfa-devices'
import { listUsers } from '../list-users'

export type UsersState = {
  search?: string
  sort?: UserSort
  direction?: 'asc' | 'desc'
  offset?: number
  limit: number
}

/** The users page: each user as ListUsers has it, and what the console asks for each row besides. */
export const usersView = view({
  list: listUsers,
  input: (_state: UsersState) => ({}),
  page: (store, { search, sort, direction, offset, limit }) =>
    store.users.page({ search, sort, direction, offset, limit }),
  shown: (row: UserRow, caller) => ({
    name: row.name,
    path: row.path,
    arn: userArn(caller.account, row),
    created: row.createdAt,
    passwordLastUsed: row.passwordLastUsedAt,
    lastActivity: row.lastActivityAt,
  }),
  target: (row, caller) => user.target({ caller, found: row, input: { UserName: row.name } }),
  cells: {
    groups: cell(listGroupsForUser, (row: UserRow) => row.groupCount),
    mfa: cell(listMfaDevices, () => 0),
    password: cell(getLoginProfile, (row: UserRow) => ({
      isSet: row.hasPassword,
      changed: row.passwordChangedAt,
    })),
    keys: cell(listAccessKeys, (row: UserRow) =>
      row.keys.map(({ id, status, createdAt }) => ({ id, status, created: createdAt })),
    ),
    keyLastUsed: cell([listAccessKeys, getAccessKeyLastUsed], (row: UserRow) =>
      row.keys.map(({ id, lastUsedAt }) => ({ id, lastUsed: lastUsedAt })),
    ),
  },
})
