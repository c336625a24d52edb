import 'server-only'
import { findManagedPolicy, type ManagedPolicy } from '@/lib/aws/catalogue/managed-policies'
import type { AccountStore } from '@/lib/store/account-store'
import type { EntityType } from '@/lib/store/attachments'
import type { Group } from '@/lib/store/groups'
import type { Policy } from '@/lib/store/policies'
import type { Role } from '@/lib/store/roles'
import type { User } from '@/lib/store/users'
import { groupShape } from '../iam/shapes/group-shape'
import { instanceProfileShapes } from '../iam/shapes/instance-profile-shape'
import { policyShape } from '../iam/shapes/policy-shape'
import { roleShape } from '../iam/shapes/role-shape'
import { userShape } from '../iam/shapes/user-shape'
import { attachedPolicy } from './attaching'
import { defaultVersionShape, versionShape } from './policy-version'
import { trustDocuments } from './role'

// INVARIANT: each function asks the store a fixed number of times, however many things it describes.

/** What users, groups and roles have in common: their policies. */
async function permissionsOf(store: AccountStore, type: EntityType, ids: string[]) {
  const attached = await store.attachments.listForMany(type, ids)
  const inline = await store.inlinePolicies.listForMany(type, ids)
  return (id: string) => ({
    attached: (attached.get(id) ?? []).map(attachedPolicy),
    inline: (inline.get(id) ?? []).map(({ name, document }) => ({ PolicyName: name, PolicyDocument: document })),
  })
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

export async function userDetails(store: AccountStore, users: readonly User[]) {
  const ids = idsOf(users)
  const permissions = await permissionsOf(store, 'user', ids)
  const groups = await store.details.groupNames(ids)
  const tags = await store.tags.listForMany('user', ids)
  return users.map((user) => {
    const { attached, inline } = permissions(user.id)
    const own = tags.get(user.id) ?? []
    const { PasswordLastUsed: _, ...shape } = userShape(store.accountId, { ...user, tags: own })
    return {
      ...shape,
      // AWS: there only if there are any.
      ...(inline.length > 0 && { UserPolicyList: inline }),
      GroupList: groups.get(user.id) ?? [],
      AttachedManagedPolicies: attached,
      Tags: own,
    }
  })
}

export async function groupDetails(store: AccountStore, groups: readonly Group[]) {
  const permissions = await permissionsOf(store, 'group', idsOf(groups))
  return groups.map((group) => {
    const { attached, inline } = permissions(group.id)
    return { ...groupShape(store.accountId, group), GroupPolicyList: inline, AttachedManagedPolicies: attached }
  })
}

export async function roleDetails(store: AccountStore, roles: readonly Role[]) {
  const ids = idsOf(roles)
  const permissions = await permissionsOf(store, 'role', ids)
  const tags = await store.tags.listForMany('role', ids)
  const trusts = await trustDocuments(store, roles)
  const profiles = await store.instanceProfiles.listForRoles(ids)
  const shapes = await instanceProfileShapes(store, [...profiles.values()].flat())
  return roles.map((role, place) => {
    const { attached, inline } = permissions(role.id)
    const own = tags.get(role.id) ?? []
    const shape = roleShape(store.accountId, { ...role, tags: own }, trusts[place] ?? role.trustPolicy)
    const { Description: _, MaxSessionDuration: __, ...rest } = shape
    const inProfiles = new Set(idsOf(profiles.get(role.id) ?? []))
    return {
      ...rest,
      InstanceProfileList: shapes.filter(({ InstanceProfileId }) => inProfiles.has(InstanceProfileId)),
      RolePolicyList: inline,
      AttachedManagedPolicies: attached,
      Tags: own,
    }
  })
}

export async function ownPolicyDetails(store: AccountStore, policies: readonly Policy[]) {
  const uses = await store.attachments.usage(policies.map(({ arn }) => arn))
  const versions = await store.details.policyVersions(policies)
  return policies.map((policy) => ({
    ...policyShape({ owner: 'customer', policy }, uses.get(policy.arn)),
    ...(policy.description && { Description: policy.description }),
    PolicyVersionList: (versions.get(policy.id) ?? []).map((version) => ({
      Document: version.document,
      ...versionShape(version),
    })),
  }))
}

export async function awsPolicyDetails(store: AccountStore, policies: readonly ManagedPolicy[]) {
  const uses = await store.attachments.usage(policies.map(({ arn }) => arn))
  return policies.map((policy) => ({
    ...policyShape({ owner: 'aws', policy }, uses.get(policy.arn)),
    PolicyVersionList: [defaultVersionShape(policy)],
  }))
}

/** AWS: of its own policies only those that the account uses are listed; by ARN. */
export async function usedAwsPolicies(store: AccountStore): Promise<ManagedPolicy[]> {
  const used = [...(await store.attachments.usage()).keys()].toSorted()
  return used.flatMap((arn) => findManagedPolicy(arn) ?? [])
}
