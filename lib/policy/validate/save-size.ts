import { limits } from '../../aws/limits'
import type { SaveError } from './save'
import { policySize } from './size'

const exceeded = (message: string): SaveError => ({ code: 'LimitExceeded', message })

export function managedPolicySizeError(text: string): SaveError | null {
  const limit = limits.PolicySizeQuota
  return policySize(text) > limit ? exceeded(`Cannot exceed quota for PolicySize: ${limit}`) : null
}

const inlineLimits = {
  user: limits.UserPolicySizeQuota,
  group: limits.GroupPolicySizeQuota,
  role: limits.RolePolicySizeQuota,
}

/** `texts` are all inline policies that the owner would have then: AWS limits their sum. */
export function inlinePolicySizeError(
  owner: 'user' | 'group' | 'role',
  name: string,
  texts: readonly string[],
): SaveError | null {
  const size = texts.reduce((sum, text) => sum + policySize(text), 0)
  const limit = inlineLimits[owner]
  return size > limit ? exceeded(`Maximum policy size of ${limit} bytes exceeded for ${owner} ${name}`) : null
}

export function trustPolicySizeError(text: string, limit: number = limits.AssumeRolePolicySizeQuota): SaveError | null {
  return policySize(text) > limit ? exceeded(`Cannot exceed quota for ACLSizePerRole: ${limit}`) : null
}
