import 'server-only'
import { type FederatedCaller, isFederated, principalId, type SignedCaller } from '@/lib/access/caller'

/** CloudTrail's userIdentity element. */
export type UserIdentity = {
  type: string
  principalId?: string
  arn?: string
  accountId?: string
  accessKeyId?: string
  userName?: string
  identityProvider?: string
  sessionContext?: object
}

/** Whoever sent a token that told nobody: all that is known is what kind of token it was. */
export type Stranger = { kind: 'stranger'; type: 'WebIdentityUser' | 'SAMLUser'; account: string; arn: null }

const types = { root: 'Root', user: 'IAMUser', role: 'AssumedRole', federated: 'FederatedUser' } as const

/** Who called, as the events of its own account tell it (CloudTrail user guide, "CloudTrail userIdentity element"). */
export function userIdentity(caller: SignedCaller | Stranger): UserIdentity {
  if (caller.kind === 'stranger') return { type: caller.type }
  if (isFederated(caller)) return federatedIdentity(caller)
  const { credential } = caller
  return {
    type: types[caller.kind],
    principalId: principalId(caller),
    arn: caller.arn,
    accountId: caller.account,
    accessKeyId: credential.kind === 'console' ? undefined : credential.id,
    userName: caller.kind === 'user' ? caller.userName : undefined,
    sessionContext: sessionContext(caller),
  }
}

// AWS: who comes by a token or an assertion has no account and no ARN yet (IAM user guide, "Logging IAM and AWS STS API calls
// with AWS CloudTrail").
const federatedIdentity = (caller: FederatedCaller): UserIdentity => ({
  type: caller.kind === 'saml' ? 'SAMLUser' : 'WebIdentityUser',
  principalId: principalId(caller),
  userName: caller.subject,
  identityProvider: caller.kind === 'saml' ? caller.nameQualifier : caller.provider,
})

// AWS: an account learns of another one's callers no more than their ID.
export const foreignIdentity = (caller: SignedCaller): UserIdentity => ({
  type: 'AWSAccount',
  principalId: principalId(caller),
  accountId: caller.account,
})

/** What lists of events show as the user: AWS takes a session's name for a role. */
export function userNameOf(caller: SignedCaller | Stranger): string {
  switch (caller.kind) {
    case 'stranger':
      return ''
    case 'root':
      return 'root'
    case 'user':
      return caller.userName
    case 'role':
      return caller.sessionName
    case 'federated':
      return caller.name
    case 'web-identity':
    case 'saml':
      return caller.subject
  }
}

function sessionContext(caller: SignedCaller) {
  const { credential } = caller
  if (credential.kind === 'access-key' || credential.kind === 'identity-token') return undefined
  const since = credential.kind === 'console' ? credential.since : credential.issuedAt
  const { sessionIssuer, webIdFederationData, sourceIdentity } = issuer(caller)
  return {
    sessionIssuer,
    webIdFederationData,
    sourceIdentity,
    attributes: {
      creationDate: credential.kind === 'console' ? since.toISOString() : `${since.toISOString().slice(0, 19)}Z`,
      mfaAuthenticated: String(credential.mfaAt !== null),
    },
  }
}

type Issuer = { sessionIssuer?: object; webIdFederationData?: object; sourceIdentity?: string }

function issuer(caller: SignedCaller): Issuer {
  const { account: accountId } = caller
  if (caller.kind === 'role') {
    const { roleId, roleArn, roleName, sourceIdentity, provider } = caller
    return {
      sessionIssuer: { type: 'Role', principalId: roleId, arn: roleArn, accountId, userName: roleName },
      ...(provider?.includes(':oidc-provider/') && { webIdFederationData: { federatedProvider: provider } }),
      ...(sourceIdentity !== null && { sourceIdentity }),
    }
  }
  if (caller.kind !== 'federated') return {}
  const { userId, userName, arn } = caller.issuer
  if (userId === null) return { sessionIssuer: { type: 'Root', principalId: accountId, arn, accountId } }
  return { sessionIssuer: { type: 'IAMUser', principalId: userId, arn, accountId, userName } }
}
