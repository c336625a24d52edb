import 'server-only'
import type { Outcome } from '@/app/door'
import type { PolicyChoice } from '@/components/console/policy-picker'
import { listedPolicies } from '../policies/listed-policies'
import { policyType } from './policy-type'

/** Every policy that can be attached, as a picker shows it. */
export async function policyChoices(): Promise<Outcome<PolicyChoice[]>> {
  const policies = await listedPolicies()
  if (!policies.ok) return policies
  const attachable = policies.value.filter((policy) => policy.IsAttachable)
  const choices = attachable.map(({ Arn, PolicyName, AttachmentCount }) => ({
    arn: Arn,
    name: PolicyName,
    type: policyType(Arn),
    attached: AttachmentCount,
  }))
  return { ok: true, value: choices }
}
