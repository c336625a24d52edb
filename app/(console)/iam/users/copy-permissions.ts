import 'server-only'
import { ask, type Outcome } from '@/app/door'
import { getUser } from '@/lib/operations/iam/get-user'
import { getUserPolicy } from '@/lib/operations/iam/get-user-policy'
import { listAttachedUserPolicies } from '@/lib/operations/iam/list-attached-user-policies'
import { listGroupsForUser } from '@/lib/operations/iam/list-groups-for-user'
import { listUserPolicies } from '@/lib/operations/iam/list-user-policies'

export type Permissions = {
  groups: string[]
  policies: string[]
  inline: { name: string; document: string }[]
  boundary: string | null
}

/** All that says what a user may do, by the calls that the console makes to copy it. */
export async function permissionsOf(UserName: string): Promise<Outcome<Permissions>> {
  const groups = await ask(listGroupsForUser, { UserName })
  if (!groups.ok) return groups
  const attached = await ask(listAttachedUserPolicies, { UserName })
  if (!attached.ok) return attached
  const names = await ask(listUserPolicies, { UserName })
  if (!names.ok) return names
  const inline: Permissions['inline'] = []
  for (const PolicyName of names.value.PolicyNames) {
    const policy = await ask(getUserPolicy, { UserName, PolicyName })
    if (!policy.ok) return policy
    inline.push({ name: PolicyName, document: policy.value.PolicyDocument })
  }
  const user = await ask(getUser, { UserName })
  if (!user.ok) return user
  const { User } = user.value
  return {
    ok: true,
    value: {
      groups: groups.value.Groups.map((group) => group.GroupName),
      policies: attached.value.AttachedPolicies.map((policy) => policy.PolicyArn),
      inline,
      boundary: ('PermissionsBoundary' in User && User.PermissionsBoundary?.PermissionsBoundaryArn) || null,
    },
  }
}
