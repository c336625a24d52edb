import 'server-only'
import { askAll } from '@/app/ask-all'
import { type Deletion, each, map, once, runSteps } from '@/app/deletion'
import { ask } from '@/app/door'
import { deleteGroup } from '@/lib/operations/iam/delete-group'
import { deleteGroupPolicy } from '@/lib/operations/iam/delete-group-policy'
import { detachGroupPolicy } from '@/lib/operations/iam/detach-group-policy'
import { getGroup } from '@/lib/operations/iam/get-group'
import { listAttachedGroupPolicies } from '@/lib/operations/iam/list-attached-group-policies'
import { listGroupPolicies } from '@/lib/operations/iam/list-group-policies'
import { removeUserFromGroup } from '@/lib/operations/iam/remove-user-from-group'

/** Deletes a group as the console does: members, attached and inline policies first, each by its own call. */
export function deleteGroupWithAll(GroupName: string): Promise<Deletion> {
  return runSteps(GroupName, [
    each(
      'RemoveUserFromGroup',
      () => askAll(getGroup, { GroupName, MaxItems: 1000 }, ({ Users }) => Users),
      ({ UserName }) => ask(removeUserFromGroup, { GroupName, UserName }),
    ),
    each(
      'DetachGroupPolicy',
      async () => map(await ask(listAttachedGroupPolicies, { GroupName }), ({ AttachedPolicies }) => AttachedPolicies),
      ({ PolicyArn }) => ask(detachGroupPolicy, { GroupName, PolicyArn }),
    ),
    each(
      'DeleteGroupPolicy',
      async () => map(await ask(listGroupPolicies, { GroupName }), ({ PolicyNames }) => PolicyNames),
      (PolicyName) => ask(deleteGroupPolicy, { GroupName, PolicyName }),
    ),
    once('DeleteGroup', () => ask(deleteGroup, { GroupName })),
  ])
}
