import 'server-only'
import type { Outcome } from '@/app/door'
import { ask } from '@/app/door'
import type { Refusal } from '@/app/refusal'
import { deleteAccessKey } from '@/lib/operations/iam/delete-access-key'
import { deleteLoginProfile } from '@/lib/operations/iam/delete-login-profile'
import { deleteUser } from '@/lib/operations/iam/delete-user'
import { deleteUserPermissionsBoundary } from '@/lib/operations/iam/delete-user-permissions-boundary'
import { deleteUserPolicy } from '@/lib/operations/iam/delete-user-policy'
import { detachUserPolicy } from '@/lib/operations/iam/detach-user-policy'
import { getUser } from '@/lib/operations/iam/get-user'
import { listAccessKeys } from '@/lib/operations/iam/list-access-keys'
import { listAttachedUserPolicies } from '@/lib/operations/iam/list-attached-user-policies'
import { listGroupsForUser } from '@/lib/operations/iam/list-groups-for-user'
import { listUserPolicies } from '@/lib/operations/iam/list-user-policies'
import { removeUserFromGroup } from '@/lib/operations/iam/remove-user-from-group'

/** What became of a deletion: the calls that were done, and the one that stopped it. */
export type Deletion = { user: string; done: string[]; stopped?: { call: string; refusal: Refusal } }

/**
 * Deletes a user as the console does: everything that hangs on it first, each by its own call, in AWS's order. The first
 * refusal stops it; what was done until then stays done and is reported.
 */
export async function deleteUserWithAll(UserName: string): Promise<Deletion> {
  const deletion: Deletion = { user: UserName, done: [] }
  for (const step of steps(UserName)) {
    const { call, outcome } = await step()
    if (outcome.ok) deletion.done.push(...call)
    else return { ...deletion, stopped: { call: call[0] ?? 'DeleteUser', refusal: outcome.refusal } }
  }
  return deletion
}

type Step = () => Promise<{ call: string[]; outcome: Outcome<unknown> }>

const steps = (UserName: string): Step[] => [
  each(
    'RemoveUserFromGroup',
    async () => map(await ask(listGroupsForUser, { UserName }), ({ Groups }) => Groups),
    ({ GroupName }) => ask(removeUserFromGroup, { GroupName, UserName }),
  ),
  each(
    'DetachUserPolicy',
    async () => map(await ask(listAttachedUserPolicies, { UserName }), ({ AttachedPolicies }) => AttachedPolicies),
    ({ PolicyArn }) => ask(detachUserPolicy, { UserName, PolicyArn }),
  ),
  each(
    'DeleteUserPolicy',
    async () => map(await ask(listUserPolicies, { UserName }), ({ PolicyNames }) => PolicyNames),
    (PolicyName) => ask(deleteUserPolicy, { UserName, PolicyName }),
  ),
  async () => {
    const outcome = await ask(deleteLoginProfile, { UserName })
    const hadNone = !outcome.ok && outcome.refusal.code === 'NoSuchEntity'
    return { call: ['DeleteLoginProfile'], outcome: hadNone ? { ok: true, value: null } : outcome }
  },
  each(
    'DeleteAccessKey',
    async () => map(await ask(listAccessKeys, { UserName }), ({ AccessKeyMetadata }) => AccessKeyMetadata),
    ({ AccessKeyId }) => ask(deleteAccessKey, { UserName, AccessKeyId }),
  ),
  async () => {
    const user = await ask(getUser, { UserName })
    if (!user.ok || !('PermissionsBoundary' in user.value.User)) return { call: [], outcome: user }
    const outcome = await ask(deleteUserPermissionsBoundary, { UserName })
    return { call: ['DeleteUserPermissionsBoundary'], outcome }
  },
  async () => ({ call: ['DeleteUser'], outcome: await ask(deleteUser, { UserName }) }),
]

function each<Item>(
  call: string,
  list: () => Promise<Outcome<readonly Item[]>>,
  remove: (item: Item) => Promise<Outcome<unknown>>,
): Step {
  return async () => {
    const listed = await list()
    if (!listed.ok) return { call: [call], outcome: listed }
    const done: string[] = []
    for (const item of listed.value) {
      const outcome = await remove(item)
      if (!outcome.ok) return { call: [call], outcome }
      done.push(call)
    }
    return { call: done, outcome: listed }
  }
}

function map<In, Out>(outcome: Outcome<In>, change: (value: In) => Out): Outcome<Out> {
  return outcome.ok ? { ok: true, value: change(outcome.value) } : outcome
}
