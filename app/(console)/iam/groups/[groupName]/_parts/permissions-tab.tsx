import { ask } from '@/app/door'
import { listAttachedGroupPolicies } from '@/lib/operations/iam/list-attached-group-policies'
import { listGroupPolicies } from '@/lib/operations/iam/list-group-policies'
import { loadGroupPolicy } from '../../../_parts/load-document'
import { PermissionsTable } from '../../../_parts/permissions-table'
import { removePolicies } from '../actions'
import { groupHref } from '../place'

export async function PermissionsTab({ groupName, slim }: { groupName: string; slim: boolean }) {
  const attached = await ask(listAttachedGroupPolicies, { GroupName: groupName })
  const inline = await ask(listGroupPolicies, { GroupName: groupName })
  const managed = attached.ok ? attached.value.AttachedPolicies : []
  const names = inline.ok ? inline.value.PolicyNames : []
  return (
    <PermissionsTable
      id="group-policies"
      base={groupHref(groupName)}
      description="Up to 10 managed policies can be attached."
      policies={[
        ...managed.map(({ PolicyName, PolicyArn }) => ({ name: PolicyName, arn: PolicyArn, group: null })),
        ...names.map((name) => ({ name, arn: null, group: null })),
      ]}
      refusals={[attached, inline].flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]))}
      slim={slim}
      empty="Attach a policy and everybody in the group has it."
      loadInline={({ name }) => loadGroupPolicy.bind(null, groupName, name)}
      remove={removePolicies.bind(null, groupName)}
      add={{ label: 'Attach policies', href: `${groupHref(groupName)}/attach-policies` }}
    />
  )
}
