'use server'

import { act, actOnEach } from '@/app/act'
import type { ActionResult } from '@/app/action-result'
import { texts } from '@/app/arguments'
import { addUserToGroup } from '@/lib/operations/iam/add-user-to-group'
import { attachGroupPolicy } from '@/lib/operations/iam/attach-group-policy'
import { deleteGroupPolicy } from '@/lib/operations/iam/delete-group-policy'
import { detachGroupPolicy } from '@/lib/operations/iam/detach-group-policy'
import { removeUserFromGroup } from '@/lib/operations/iam/remove-user-from-group'
import { updateGroup } from '@/lib/operations/iam/update-group'

const count = (number: number, one: string, many = `${one}s`) => (number === 1 ? `1 ${one}` : `${number} ${many}`)

export async function addUsers(GroupName: string, given: readonly string[]): Promise<ActionResult> {
  const users = texts(given)
  const title = `${count(users.length, 'user')} added to ${GroupName}.`
  return actOnEach(users, (UserName) => act(addUserToGroup, { GroupName, UserName }), { kind: 'success', title })
}

export async function removeUsers(GroupName: string, given: readonly string[]): Promise<ActionResult> {
  const users = texts(given)
  const title = `${count(users.length, 'user')} removed from ${GroupName}.`
  return actOnEach(users, (UserName) => act(removeUserFromGroup, { GroupName, UserName }), { kind: 'success', title })
}

export async function attachPolicies(GroupName: string, given: readonly string[]): Promise<ActionResult> {
  const arns = texts(given)
  const title = `${count(arns.length, 'policy', 'policies')} attached to ${GroupName}.`
  return actOnEach(arns, (PolicyArn) => act(attachGroupPolicy, { GroupName, PolicyArn }), { kind: 'success', title })
}

/** Detaches managed and deletes inline policies; `ids` are the rows of the permissions table. */
export async function removePolicies(GroupName: string, given: readonly string[]): Promise<ActionResult> {
  const ids = texts(given)
  const remove = (id: string) =>
    id.startsWith('inline/')
      ? act(deleteGroupPolicy, { GroupName, PolicyName: id.slice('inline/'.length) })
      : act(detachGroupPolicy, { GroupName, PolicyArn: id })
  const title = `${count(ids.length, 'policy', 'policies')} removed from ${GroupName}.`
  return actOnEach(ids, remove, { kind: 'success', title })
}

export async function renameGroup(GroupName: string, NewGroupName: string): Promise<ActionResult> {
  const flash = { kind: 'success', title: `User group ${GroupName} is called ${NewGroupName} now.` } as const
  return act(updateGroup, { GroupName, NewGroupName }, flash)
}
