import 'server-only'
import { limitExceeded, malformedPolicyDocument } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { documentSize, saveError } from '@/lib/policy'

/** Throws what AWS answers at save time for a document that it does not accept. */
export function demandIdentityDocument(document: string) {
  const error = saveError(document, 'identity')
  if (error) throw malformedPolicyDocument(error.message)
}

/** A managed policy's document: accepted at save time and not over the quota. */
export function demandManagedDocument(document: string) {
  demandIdentityDocument(document)
  if (documentSize(document) > limits.PolicySizeQuota) {
    throw limitExceeded(`Cannot exceed quota for PolicySize: ${limits.PolicySizeQuota}`)
  }
}

const inlineQuota = {
  user: limits.UserPolicySizeQuota,
  group: limits.GroupPolicySizeQuota,
  role: limits.RolePolicySizeQuota,
} as const

/** An inline document: accepted at save time, and the sum over its owner's inline policies within the quota. */
export function demandInlineDocument(
  kind: keyof typeof inlineQuota,
  owner: string,
  document: string,
  others: string[],
) {
  demandIdentityDocument(document)
  const sum = others.reduce((size, other) => size + documentSize(other), documentSize(document))
  const quota = inlineQuota[kind]
  if (sum > quota) throw limitExceeded(`Maximum policy size of ${quota} bytes exceeded for ${kind} ${owner}`)
}
