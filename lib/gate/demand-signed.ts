import 'server-only'
import { type Caller, isFederated, type SignedCaller } from '@/lib/access/caller'
import { AwsError, accessDenied } from '@/lib/aws/errors'
import type { Operation } from '@/lib/operations/define'

const federatedOperations = { 'web-identity': 'AssumeRoleWithWebIdentity', saml: 'AssumeRoleWithSAML' } as const

type Asked = Pick<Operation, 'service' | 'name'>

/** The caller, if it is one of whom policies speak; the operator has a door of its own. */
export function demandSigned(caller: Caller): SignedCaller {
  if (caller.kind === 'operator') throw accessDenied('The operator may only perform operator operations.')
  return caller
}

/**
 * Throws where a token or temporary credentials of this kind cannot be used for this operation at all, whatever the policies say.
 * AWS: IAM user guide, "Compare AWS STS credentials".
 */
export function demandUsable(caller: SignedCaller, { service, name }: Asked): void {
  if (isFederated(caller) && name !== federatedOperations[caller.kind]) throw unusable()
  if (caller.credential.kind !== 'session-token') return
  if (service === 'sts' && (name === 'GetSessionToken' || name === 'GetFederationToken')) {
    throw accessDenied(`Cannot call ${name} with session credentials`)
  }
  const isLimited = caller.kind === 'federated' || (caller.kind !== 'role' && caller.credential.mfaAt === null)
  if (service === 'iam' && isLimited) throw unusable()
  if (service !== 'sts' || caller.kind === 'role' || name === 'GetCallerIdentity') return
  if (caller.kind === 'federated' || name !== 'AssumeRole') throw unusable()
}

const unusable = () =>
  new AwsError('InvalidClientTokenId', 403, 'The security token included in the request is invalid.')
