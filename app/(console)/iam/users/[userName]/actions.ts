'use server'

import { act, actOnEach } from '@/app/act'
import type { ActionResult } from '@/app/action-result'
import { text, texts } from '@/app/arguments'
import { addUserToGroup } from '@/lib/operations/iam/add-user-to-group'
import { attachUserPolicy } from '@/lib/operations/iam/attach-user-policy'
import { deleteAccessKey } from '@/lib/operations/iam/delete-access-key'
import { deleteUserPermissionsBoundary } from '@/lib/operations/iam/delete-user-permissions-boundary'
import { deleteUserPolicy } from '@/lib/operations/iam/delete-user-policy'
import { detachUserPolicy } from '@/lib/operations/iam/detach-user-policy'
import { putUserPermissionsBoundary } from '@/lib/operations/iam/put-user-permissions-boundary'
import { removeUserFromGroup } from '@/lib/operations/iam/remove-user-from-group'
import { tagUser } from '@/lib/operations/iam/tag-user'
import { untagUser } from '@/lib/operations/iam/untag-user'
import { updateAccessKey } from '@/lib/operations/iam/update-access-key'

const count = (number: number, one: string) => (number === 1 ? `1 ${one}` : `${number} ${one}s`)

/** Detaches managed and deletes inline policies; `ids` are the rows of the permissions table. */
export async function removePolicies(UserName: string, given: readonly string[]): Promise<ActionResult> {
  const ids = texts(given)
  const remove = (id: string) => {
    const [policy = ''] = id.split(' ')
    return policy.startsWith('inline/')
      ? act(deleteUserPolicy, { UserName, PolicyName: policy.slice('inline/'.length) })
      : act(detachUserPolicy, { UserName, PolicyArn: policy })
  }
  const title = `${ids.length === 1 ? '1 policy' : `${ids.length} policies`} removed from ${UserName}.`
  return actOnEach(ids, remove, { kind: 'success', title })
}

export async function attachPolicies(UserName: string, given: readonly string[]): Promise<ActionResult> {
  const arns = texts(given)
  const title = `${arns.length === 1 ? '1 policy' : `${arns.length} policies`} attached to ${UserName}.`
  return actOnEach(arns, (PolicyArn) => act(attachUserPolicy, { UserName, PolicyArn }), { kind: 'success', title })
}

export async function removeBoundary(UserName: string): Promise<ActionResult> {
  const flash = { kind: 'success', title: `Permissions boundary of ${UserName} removed.` } as const
  return act(deleteUserPermissionsBoundary, { UserName }, flash)
}

export async function setBoundary(UserName: string, given: readonly string[]): Promise<ActionResult> {
  const [PermissionsBoundary = ''] = texts(given)
  const flash = { kind: 'success', title: `Permissions boundary of ${UserName} set.` } as const
  return act(putUserPermissionsBoundary, { UserName, PermissionsBoundary }, flash)
}

export async function joinGroups(UserName: string, given: readonly string[]): Promise<ActionResult> {
  const groups = texts(given)
  const title = `${UserName} added to ${count(groups.length, 'group')}.`
  return actOnEach(groups, (GroupName) => act(addUserToGroup, { GroupName, UserName }), { kind: 'success', title })
}

export async function leaveGroups(UserName: string, given: readonly string[]): Promise<ActionResult> {
  const groups = texts(given)
  const title = `${UserName} removed from ${count(groups.length, 'group')}.`
  return actOnEach(groups, (GroupName) => act(removeUserFromGroup, { GroupName, UserName }), { kind: 'success', title })
}

/** Without a name: a key of the caller's own. */
export async function setKeyStatus(
  UserName: string | undefined,
  AccessKeyId: string,
  Status: 'Active' | 'Inactive',
): Promise<ActionResult> {
  const title = `Access key ${AccessKeyId} ${Status === 'Active' ? 'activated' : 'deactivated'}.`
  return act(updateAccessKey, { UserName, AccessKeyId, Status }, { kind: 'success', title })
}

/** Keys of a user who is about to go. */
export async function deactivateKeys(UserName: string, given: readonly string[]): Promise<ActionResult> {
  const ids = texts(given)
  const deactivate = (AccessKeyId: string) => act(updateAccessKey, { UserName, AccessKeyId, Status: 'Inactive' })
  const title = `${count(ids.length, 'access key')} of ${UserName} deactivated.`
  return actOnEach(ids, deactivate, { kind: 'success', title })
}

export async function removeKey(UserName: string | undefined, AccessKeyId: string): Promise<ActionResult> {
  const flash = { kind: 'success', title: `Access key ${AccessKeyId} deleted.` } as const
  return act(deleteAccessKey, { UserName, AccessKeyId }, flash)
}

/** AWS: the description of a key is a tag of its user; without words the tag goes. */
export async function describeKey(UserName: string, AccessKeyId: string, given: string): Promise<ActionResult> {
  const flash = { kind: 'success', title: `Description of access key ${AccessKeyId} saved.` } as const
  const description = text(given)
  return description
    ? act(tagUser, { UserName, Tags: [{ Key: AccessKeyId, Value: description }] }, flash)
    : act(untagUser, { UserName, TagKeys: [AccessKeyId] }, flash)
}
