import type { Question } from './question'

const POLICY_WRITES = new Set([
  'iam:createpolicy',
  'iam:createpolicyversion',
  'iam:deletepolicy',
  'iam:deletepolicyversion',
  'iam:setdefaultpolicyversion',
  'iam:tagpolicy',
  'iam:untagpolicy',
])
const AWS_POLICY = /^arn:[^:]*:iam::aws:policy\//
const RESERVED_ROLE = /^arn:[^:]*:iam:[^:]*:[^:]*:role\/aws-reserved\//
const IAM_READ = /^iam:(?:get|list|simulate|generate)/

/**
 * AWS: whoever has credentials may ask who they are, and a user or root may get a session token, which is how one signs
 * in with MFA. Policies do not control authentication: not even an explicit Deny counts.
 */
export const needsNoPermission = ({ action, principal }: Question): boolean =>
  (action === 'sts:getcalleridentity' && 'account' in principal) ||
  (action === 'sts:getsessiontoken' && (principal.kind === 'user' || principal.kind === 'root'))

/** What belongs to AWS itself: its managed policies and the roles it reserves. No policy opens these. */
export function isAwsOwned({ action, resource }: Question): boolean {
  if (!action.startsWith('iam:')) return false
  if (POLICY_WRITES.has(action) && AWS_POLICY.test(resource)) return true
  return RESERVED_ROLE.test(resource) && !IAM_READ.test(action)
}
