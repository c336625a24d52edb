import 'server-only'
import type { LoginProfile } from '@/lib/store/login-profiles'
import { getProfile } from '../../nouns/login-profile'
import { noSuchUser, type TaggedUser, user } from '../../nouns/user'
import { view } from '../../view'
import { getLoginProfile } from '../get-login-profile'

type Row = LoginProfile & { user: TaggedUser }

/**
 * One user's password as its page shows it.
 *
 * AWS: GetLoginProfile tells when the profile was made, and a new password does not change that; the console shows the
 * time of the last change all the same.
 */
export const loginProfileView = view({
  list: getLoginProfile,
  input: ({ UserName }: { UserName: string }) => ({ UserName }),
  page: async (store, { UserName }) => {
    const found = await store.users.findTagged({ name: UserName })
    if (!found) throw noSuchUser(UserName)
    return { rows: [{ ...(await getProfile(store, found)), user: found }], total: 1, matches: 1 }
  },
  told: () => [],
  plain: (state) => state,
  shown: ({ createdAt, changedAt }: Row) => ({ created: createdAt, changed: changedAt }),
  target: (row, caller) => user.target({ caller, found: row.user, input: { UserName: row.user.name } }),
  cells: {},
})
