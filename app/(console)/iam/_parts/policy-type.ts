import type { PolicyChoice } from '@/components/console/policy-picker'

/** The kind of policy that an ARN tells. */
export function policyType(arn: string): PolicyChoice['type'] {
  if (!arn.startsWith('arn:aws:iam::aws:policy/')) return 'customer'
  return arn.startsWith('arn:aws:iam::aws:policy/job-function/') ? 'job' : 'aws'
}
