import 'server-only'
import type { AccountStore } from '@/lib/store/account-store'
import type { InstanceProfile } from '@/lib/store/instance-profiles'
import { instanceProfileArn } from '../../nouns/instance-profile'
import { trustDocument, trustDocuments } from '../../nouns/role'
import { roleCore } from './role-shape'

/** One instance profile with its role; `trust` is that role's trust policy as it counts now. */
function shape(account: string, profile: InstanceProfile, trust: string | undefined) {
  const { role } = profile
  return {
    Path: profile.path,
    InstanceProfileName: profile.name,
    InstanceProfileId: profile.id,
    Arn: instanceProfileArn(account, profile),
    CreateDate: profile.createdAt,
    Roles: role ? [roleCore(account, role, trust ?? role.trustPolicy)] : [],
  }
}

/** Instance profiles as AWS lists them, in their order. */
export async function instanceProfileShapes(store: AccountStore, profiles: readonly InstanceProfile[]) {
  const roles = profiles.flatMap(({ role }) => role ?? [])
  const trusts = await trustDocuments(store, roles)
  const trustOf = new Map(roles.map((role, place) => [role.id, trusts[place]]))
  return profiles.map((profile) => shape(store.accountId, profile, trustOf.get(profile.role?.id ?? '')))
}

export async function instanceProfileShape(store: AccountStore, profile: InstanceProfile) {
  return shape(store.accountId, profile, profile.role ? await trustDocument(store, profile.role) : undefined)
}
