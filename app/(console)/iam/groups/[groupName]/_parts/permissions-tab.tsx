import { ask } from '@/app/door'
import { DeniedCell } from '@/components/console/denial-box'
import { getPolicy } from '@/lib/operations/iam/get-policy'
import { listAttachedGroupPolicies } from '@/lib/operations/iam/list-attached-group-policies'
import { listGroupPolicies } from '@/lib/operations/iam/list-group-policies'
import { loadGroupPolicy } from '../../../_parts/load-document'
import { type HeldPolicy, PermissionsTable } from '../../../_parts/permissions-table'
import { removePolicies } from '../actions'
import { groupHref } from '../place'

export async function PermissionsTab({ groupName, slim }: { groupName: string; slim: boolean }) {
  const attached = await ask(listAttachedGroupPolicies, { GroupName: groupName })
  const inline = await ask(listGroupPolicies, { GroupName: groupName })
  const managed = await Promise.all((attached.ok ? attached.value.AttachedPolicies : []).map(held))
  const names = inline.ok ? inline.value.PolicyNames : []
  return (
    <PermissionsTable
      id="group-policies"
      base={groupHref(groupName)}
      description="Up to 10 managed policies can be attached."
      policies={[...managed, ...names.map((name) => ({ name, arn: null, group: null }))]}
      refusals={[attached, inline].flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]))}
      slim={slim}
      tellsAttached
      empty="Attach a policy and everybody in the group has it."
      loadInline={({ name }) => loadGroupPolicy.bind(null, groupName, name)}
      remove={removePolicies.bind(null, groupName)}
      add={{ label: 'Attach policies', href: `${groupHref(groupName)}/attach-policies` }}
    />
  )
}

async function held({ PolicyName, PolicyArn }: { PolicyName: string; PolicyArn: string }): Promise<HeldPolicy> {
  const policy = await ask(getPolicy, { PolicyArn })
  const denial = policy.ok ? undefined : policy.refusal.denial
  return {
    name: PolicyName,
    arn: PolicyArn,
    group: null,
    attached: policy.ok ? policy.value.Policy.AttachmentCount : denial && <DeniedCell denial={denial} />,
  }
}
