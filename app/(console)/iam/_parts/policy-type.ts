import type { PolicyType } from '@/components/console/policy-types'

/** The kind of policy that an ARN tells. */
export function policyType(arn: string): PolicyType {
  if (!arn.startsWith('arn:aws:iam::aws:policy/')) return 'customer'
  return arn.startsWith('arn:aws:iam::aws:policy/job-function/') ? 'job' : 'aws'
}
