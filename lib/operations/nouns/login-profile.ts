import 'server-only'
import { noSuchEntity } from '@/lib/aws/errors'
import type { AccountStore } from '@/lib/store/account-store'
import type { LoginProfile } from '@/lib/store/login-profiles'

/** The user's login profile; throws AWS's sentence where the user has no password. */
export async function getProfile(store: AccountStore, user: { id: string; name: string }): Promise<LoginProfile> {
  const profile = await store.loginProfiles.find(user.id)
  if (!profile) throw noSuchEntity(`Login Profile for User ${user.name} cannot be found.`)
  return profile
}
