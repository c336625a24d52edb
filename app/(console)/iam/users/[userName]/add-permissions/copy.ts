'use server'

import { act, actOnEach } from '@/app/act'
import type { ActionResult } from '@/app/action-result'
import { texts } from '@/app/arguments'
import { addUserToGroup } from '@/lib/operations/iam/add-user-to-group'
import { attachUserPolicy } from '@/lib/operations/iam/attach-user-policy'
import { putUserPolicy } from '@/lib/operations/iam/put-user-policy'
import { permissionsOf } from '../../copy-permissions'

/** Gives a user the groups, managed and inline policies of another one. The boundary is a limit, so it is not copied here. */
export async function copyPermissions(UserName: string, given: readonly string[]): Promise<ActionResult> {
  const [from = ''] = texts(given)
  const permissions = await permissionsOf(from)
  if (!permissions.ok) return permissions
  const { groups, policies, inline } = permissions.value
  const calls = [
    ...groups.map((GroupName) => () => act(addUserToGroup, { GroupName, UserName })),
    ...policies.map((PolicyArn) => () => act(attachUserPolicy, { UserName, PolicyArn })),
    ...inline.map(({ name, document }) => () => {
      return act(putUserPolicy, { UserName, PolicyName: name, PolicyDocument: document })
    }),
  ]
  return actOnEach(calls, (call) => call(), { kind: 'success', title: `Permissions of ${from} copied to ${UserName}.` })
}
