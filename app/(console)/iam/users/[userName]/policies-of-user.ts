import 'server-only'
import { ask } from '@/app/door'
import type { Refusal } from '@/app/refusal'
import { listAttachedGroupPolicies } from '@/lib/operations/iam/list-attached-group-policies'
import { listAttachedUserPolicies } from '@/lib/operations/iam/list-attached-user-policies'
import { listGroupPolicies } from '@/lib/operations/iam/list-group-policies'
import { listUserPolicies } from '@/lib/operations/iam/list-user-policies'
import type { HeldPolicy } from '../../_parts/permissions-table'
import { groupsCall } from './calls'

/** The user's policies from each of the calls that may be made, and the refusals of those that may not. */
export async function policiesOfUser(UserName: string): Promise<{ policies: HeldPolicy[]; refusals: Refusal[] }> {
  const policies: HeldPolicy[] = []
  const refusals: Refusal[] = []
  const attached = await ask(listAttachedUserPolicies, { UserName })
  if (attached.ok) policies.push(...managed(attached.value.AttachedPolicies, null))
  else refusals.push(attached.refusal)
  const inline = await ask(listUserPolicies, { UserName })
  if (inline.ok) policies.push(...named(inline.value.PolicyNames, null))
  else refusals.push(inline.refusal)
  const groups = await groupsCall(UserName)
  if (!groups.ok) refusals.push(groups.refusal)
  for (const { GroupName } of groups.ok ? groups.value.Groups : []) {
    const ofGroup = await ask(listAttachedGroupPolicies, { GroupName })
    if (ofGroup.ok) policies.push(...managed(ofGroup.value.AttachedPolicies, GroupName))
    else refusals.push(ofGroup.refusal)
    const inlineOfGroup = await ask(listGroupPolicies, { GroupName })
    if (inlineOfGroup.ok) policies.push(...named(inlineOfGroup.value.PolicyNames, GroupName))
    else refusals.push(inlineOfGroup.refusal)
  }
  return { policies, refusals }
}

const managed = (attached: readonly { PolicyName: string; PolicyArn: string }[], group: string | null) =>
  attached.map(({ PolicyName, PolicyArn }) => ({ name: PolicyName, arn: PolicyArn, group }))

const named = (names: readonly string[], group: string | null) => names.map((name) => ({ name, arn: null, group }))
