import 'server-only'
import { parseArn } from '@/lib/aws/arn'
import { malformedPolicyDocument, quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { documentSize, saveError } from '@/lib/policy'
import { parseDocument } from '@/lib/policy/parse'
import type { AccountStore } from '@/lib/store/account-store'
import type { TrustedIds } from '@/lib/store/roles'

/**
 * The trust policy to be saved, with the IDs behind the ARNs that it names. Throws what AWS answers for a document that
 * it does not accept, and for users, roles and sessions that do not exist on this server.
 */
export async function acceptedTrust(
  store: AccountStore,
  document: string,
): Promise<{ trustPolicy: string; trustedIds: TrustedIds }> {
  const error = saveError(document, 'trust')
  if (error) throw malformedPolicyDocument(error.message)
  if (documentSize(document) > limits.AssumeRolePolicySizeQuota) {
    throw quotaExceeded('ACLSizePerRole', limits.AssumeRolePolicySizeQuota)
  }
  const named = awsPrincipals(document).filter((principal) => !isEveryoneOrAccount(principal))
  const ids = await store.principals.idsOf(named)
  const unknown = named.find((principal) => !ids.has(principal) && !isFederatedSession(principal))
  if (unknown !== undefined) throw malformedPolicyDocument(`Invalid principal in policy: "AWS":"${unknown}"`)
  return { trustPolicy: document, trustedIds: Object.fromEntries(ids) }
}

const awsPrincipals = (document: string) =>
  parseDocument(document).statements.flatMap(({ principal }) =>
    (principal?.entries ?? []).filter(({ type }) => type === 'AWS').map(({ text }) => text),
  )

// An account that this server does not know may be trusted all the same: labs write about partners that nobody has.
const isEveryoneOrAccount = (principal: string) => /^(\*|\d{12}|arn:aws[a-z-]*:iam::\d{12}:root)$/.test(principal)

/** A session of GetFederationToken has no entity behind it that could be looked up. */
function isFederatedSession(principal: string) {
  const arn = parseArn(principal)
  return arn?.service === 'sts' && arn.resource.startsWith('federated-user/')
}
