import 'server-only'
import { askAll } from '@/app/ask-all'
import { ask, type Outcome } from '@/app/door'
import { attachGroupPolicy } from '@/lib/operations/iam/attach-group-policy'
import { attachRolePolicy } from '@/lib/operations/iam/attach-role-policy'
import { attachUserPolicy } from '@/lib/operations/iam/attach-user-policy'
import { detachGroupPolicy } from '@/lib/operations/iam/detach-group-policy'
import { detachRolePolicy } from '@/lib/operations/iam/detach-role-policy'
import { detachUserPolicy } from '@/lib/operations/iam/detach-user-policy'
import { listEntitiesForPolicy } from '@/lib/operations/iam/list-entities-for-policy'

/** Who a policy can be attached to. */
export type Entity = { type: 'user' | 'group' | 'role'; name: string }

/** All that a policy is attached to, or that it bounds. */
export function listEntities(PolicyArn: string, PolicyUsageFilter: 'PermissionsPolicy' | 'PermissionsBoundary') {
  const input = { PolicyArn, PolicyUsageFilter, MaxItems: 1000 }
  return askAll(listEntitiesForPolicy, input, ({ PolicyUsers, PolicyGroups, PolicyRoles }): Entity[] => [
    ...PolicyUsers.map(({ UserName }) => ({ type: 'user' as const, name: UserName })),
    ...PolicyGroups.map(({ GroupName }) => ({ type: 'group' as const, name: GroupName })),
    ...PolicyRoles.map(({ RoleName }) => ({ type: 'role' as const, name: RoleName })),
  ])
}

export function attach(PolicyArn: string, { type, name }: Entity): Promise<Outcome<unknown>> {
  switch (type) {
    case 'user':
      return ask(attachUserPolicy, { UserName: name, PolicyArn })
    case 'group':
      return ask(attachGroupPolicy, { GroupName: name, PolicyArn })
    case 'role':
      return ask(attachRolePolicy, { RoleName: name, PolicyArn })
  }
}

/** What `detach` calls. */
export const detaching = { user: 'DetachUserPolicy', group: 'DetachGroupPolicy', role: 'DetachRolePolicy' } as const

export function detach(PolicyArn: string, { type, name }: Entity): Promise<Outcome<unknown>> {
  switch (type) {
    case 'user':
      return ask(detachUserPolicy, { UserName: name, PolicyArn })
    case 'group':
      return ask(detachGroupPolicy, { GroupName: name, PolicyArn })
    case 'role':
      return ask(detachRolePolicy, { RoleName: name, PolicyArn })
  }
}
