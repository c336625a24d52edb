import 'server-only'
import type { UserRow, UserSort } from '@/lib/store/users-page'
import { user, userArn } from '../../nouns/user'
import { cell, view } from '../../view'
import { getAccessKeyLastUsed } from '../get-access-key-last-used'
import { getLoginProfile } from '../get-login-profile'
import { listAccessKeys } from '../list-access-keys'
import { listGroupsForUser } from '../list-groups-for-user'
import { listMfaDevices } from '../list-mfa-devices'
import { listSigningCertificates } from '../list-signing-certificates'
import { listUsers } from '../list-users'

export type UsersState = {
  search?: string
  sort?: UserSort
  direction?: 'asc' | 'desc'
  offset?: number
  limit: number
  /** Looks for names alone, even where the search is a whole access key ID. */
  byNameOnly?: boolean
}

const toldBySort = {
  groups: 'groups',
  lastActivity: 'lastActivity',
  mfa: 'mfa',
  passwordAge: 'password',
  accessKey: 'keys',
  keyAge: 'keys',
} as const

const keyIdIn = ({ search, byNameOnly }: UsersState) =>
  byNameOnly ? undefined : /^A[KS]IA[A-Z0-9]{12,124}$/.exec(search?.trim() ?? '')?.[0]

/** The users page: each user as ListUsers has it, and what the console asks for each row besides. */
export const usersView = view({
  list: listUsers,
  input: (_state: UsersState) => ({}),
  page: (store, state) => {
    const { search, sort, direction, offset, limit } = state
    return store.users.page({ search, orKeyId: keyIdIn(state), sort, direction, offset, limit })
  },
  told: (state) => {
    const bySort = state.sort && state.sort in toldBySort ? [toldBySort[state.sort as keyof typeof toldBySort]] : []
    return keyIdIn(state) ? [...bySort, 'keys'] : bySort
  },
  plain: ({ search, offset, limit }) => ({ search, offset, limit, byNameOnly: true }),
  shown: (row: UserRow, caller) => ({
    name: row.name,
    path: row.path,
    arn: userArn(caller.account, row),
    created: row.createdAt,
    passwordLastUsed: row.passwordLastUsedAt,
  }),
  target: (row, caller) => user.target({ caller, found: row, input: { UserName: row.name } }),
  names: ({ name }) => ({ UserName: name }),
  cells: {
    groups: cell(listGroupsForUser, (row: UserRow) => row.groupCount),
    mfa: cell(listMfaDevices, (row: UserRow) => row.mfaCount),
    certificates: cell(listSigningCertificates, (row: UserRow) => row.certificateCount),
    password: cell(getLoginProfile, (row: UserRow) => ({
      isSet: row.hasPassword,
      changed: row.passwordChangedAt,
    })),
    keys: cell(listAccessKeys, (row: UserRow) =>
      row.keys.map(({ id, status, createdAt }) => ({ id, status, created: createdAt })),
    ),
    // The newest of sign-ins and uses of keys: the console knows the latter by these calls only.
    lastActivity: cell([listAccessKeys, getAccessKeyLastUsed], (row: UserRow) => row.lastActivityAt),
    keyLastUsed: cell([listAccessKeys, getAccessKeyLastUsed], (row: UserRow) =>
      row.keys.map(({ id, lastUsedAt }) => ({ id, lastUsed: lastUsedAt })),
    ),
  },
})
