import 'server-only'
import { ask, type Outcome } from '@/app/door'
import type { PolicyChoice } from '@/components/console/policy-picker'
import { listPolicies } from '@/lib/operations/iam/list-policies'

/** Every managed policy as a picker shows it: two calls for some 1,570 entries. */
export async function policyChoices(): Promise<Outcome<PolicyChoice[]>> {
  const choices: PolicyChoice[] = []
  let Marker: string | undefined
  do {
    const listed = await ask(listPolicies, { MaxItems: 1000, Marker })
    if (!listed.ok) return listed
    for (const { Arn, PolicyName, AttachmentCount, IsAttachable } of listed.value.Policies) {
      if (IsAttachable) choices.push({ arn: Arn, name: PolicyName, type: policyType(Arn), attached: AttachmentCount })
    }
    Marker = 'Marker' in listed.value ? listed.value.Marker : undefined
  } while (Marker !== undefined)
  return { ok: true, value: choices }
}

/** The kind of policy that an ARN tells. */
export function policyType(arn: string): PolicyChoice['type'] {
  if (!arn.startsWith('arn:aws:iam::aws:policy/')) return 'customer'
  return arn.startsWith('arn:aws:iam::aws:policy/job-function/') ? 'job' : 'aws'
}
