import 'server-only'
import { ask, type Outcome } from '@/app/door'
import type { OutputOf } from '@/lib/operations/define'
import { attachGroupPolicy } from '@/lib/operations/iam/attach-group-policy'
import { attachRolePolicy } from '@/lib/operations/iam/attach-role-policy'
import { attachUserPolicy } from '@/lib/operations/iam/attach-user-policy'
import { detachGroupPolicy } from '@/lib/operations/iam/detach-group-policy'
import { detachRolePolicy } from '@/lib/operations/iam/detach-role-policy'
import { detachUserPolicy } from '@/lib/operations/iam/detach-user-policy'
import type { listEntitiesForPolicy } from '@/lib/operations/iam/list-entities-for-policy'

/** Who a policy can be attached to. */
export type Entity = { type: 'user' | 'group' | 'role'; name: string }

/** The answer of ListEntitiesForPolicy as one list. */
export function entitiesOf(listed: OutputOf<typeof listEntitiesForPolicy>): Entity[] {
  return [
    ...listed.PolicyUsers.map(({ UserName }) => ({ type: 'user' as const, name: UserName })),
    ...listed.PolicyGroups.map(({ GroupName }) => ({ type: 'group' as const, name: GroupName })),
    ...listed.PolicyRoles.map(({ RoleName }) => ({ type: 'role' as const, name: RoleName })),
  ]
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
