import type { Tag } from '@/lib/aws/tag'

/** How the caller proved who it is. A session token comes with temporary credentials of STS. */
export type Credential =
  | { kind: 'console'; sessionId: string; since: Date; mfaAt: Date | null }
  | { kind: 'access-key'; id: string }
  | TemporaryCredential

/** `id` is the ASIA key that signed. AWS: only GetSessionToken's credentials know of MFA. */
export type TemporaryCredential = {
  kind: 'session-token'
  id: string
  issuedAt: Date
  expiresAt: Date
  mfaAt: Date | null
}

/** A token or assertion of an identity provider, good for one call. */
export type IdentityToken = { kind: 'identity-token' }

type Identified = {
  account: string
  /** The account's revision when the caller was identified; gathered policies are cached under it. */
  revision: number
  arn: string
}

type Signed = Identified & { credential: Credential }

/** What limits a session further than its principal: one inline policy at most, and managed ones of the account. */
export type SessionPolicies = { inline: string | null; arns: readonly string[] }

export type RoleSession = Identified & {
  kind: 'role'
  roleId: string
  roleName: string
  /** With the role's path, which `arn`, the session's own, does not carry. */
  roleArn: string
  sessionName: string
  policies: SessionPolicies
  /** Session tags, those handed down by an earlier session included. */
  tags: readonly Tag[]
  /** The keys of those tags that go on to the next role. */
  transitiveTagKeys: readonly string[]
  sourceIdentity: string | null
  /** The ARN of the provider through which a federated user came; null after AssumeRole. */
  provider: string | null
  /** What a SAML provider said of the person and policies may still ask about, as condition keys. */
  claims?: Readonly<Record<string, string>>
  credential: TemporaryCredential
}

/** Who got its credentials from GetFederationToken. */
export type FederatedUser = Identified & {
  kind: 'federated'
  name: string
  /** Who called GetFederationToken: a user, or root, which has no ID. */
  issuer: { userId: string | null; userName: string; arn: string }
  policies: SessionPolicies
  tags: readonly Tag[]
  credential: TemporaryCredential
}

/**
 * Somebody without a signature, for whom an identity provider of the account vouches by its token or assertion. AWS: such a
 * caller can assume a role, and nothing else.
 */
type VouchedFor = Identified & {
  /** The provider's ARN. */
  provider: string
  subject: string
  audience: string
  /** What policies may ask about, under the names of its condition keys. */
  claims: Readonly<Record<string, string | readonly string[]>>
  /** The session tags that the token carries. */
  tags: readonly Tag[]
  transitiveTagKeys: readonly string[]
  sourceIdentity: string | null
  credential: IdentityToken
}

/** By the token of an OpenID Connect provider. Its URL's name is what the condition keys of its claims begin with. */
export type WebIdentity = VouchedFor & { kind: 'web-identity'; providerName: string }

/** By the assertion of a SAML provider, which also says which roles it is for and what the session is called. */
export type SamlIdentity = VouchedFor & {
  kind: 'saml'
  issuer: string
  subjectType: string | null
  /** A hash of issuer, account and provider: together with the subject it means one person. */
  nameQualifier: string
  sessionName: string
  /** The ARNs of the roles that the assertion pairs with the provider. */
  roles: readonly string[]
  /** When the provider wants the session to end; null where it does not say. */
  sessionUntil: Date | null
}

export type FederatedCaller = WebIdentity | SamlIdentity

/** Whether it is a provider's word alone that speaks for the caller. */
export const isFederated = (caller: SignedCaller): caller is FederatedCaller =>
  caller.kind === 'web-identity' || caller.kind === 'saml'

/** A caller with a signature, a session, or a provider's word. */
export type SignedCaller =
  | ({ kind: 'root' } & Signed)
  | ({ kind: 'user'; userId: string; userName: string } & Signed)
  | RoleSession
  | FederatedUser
  | FederatedCaller

/**
 * Who calls, as identified by `lib/caller`. The operator owns the machine and may do what the operator operations do,
 * nothing else.
 */
export type Caller = SignedCaller | { kind: 'operator' }

/** Whose a session token is. IDs tell whether the one of today is the one of then; root has only its account's age. */
export type TokenHolder =
  | { kind: 'root'; accountSince: number }
  | { kind: 'user'; userId: string }
  | ({ kind: 'role'; roleId: string; sessionName: string } & Pick<
      RoleSession,
      'policies' | 'tags' | 'transitiveTagKeys' | 'sourceIdentity' | 'provider' | 'claims'
    >)
  | ({ kind: 'federated'; name: string; issuer: { userId: string } | { accountSince: number } } & Pick<
      FederatedUser,
      'policies' | 'tags'
    >)

/** What a session token carries, sealed: the whole session, so that no table has to know of it. Times are milliseconds. */
export type SessionToken = {
  /** The access key ID that belongs to it, and that key's secret. */
  id: string
  secret: string
  account: string
  issuedAt: number
  expiresAt: number
  mfaAt: number | null
  holder: TokenHolder
}

/** Under this purpose tokens are sealed. */
export const sessionTokenPurpose = 'session-token'

/** AWS's unique ID of a caller: `aws:userid`, and `principalId` in events. */
export function principalId(caller: SignedCaller): string {
  switch (caller.kind) {
    case 'root':
      return caller.account
    case 'user':
      return caller.userId
    case 'role':
      return `${caller.roleId}:${caller.sessionName}`
    case 'federated':
      return `${caller.account}:${caller.name}`
    case 'web-identity':
      return `${caller.provider}:${caller.audience}:${caller.subject}`
    case 'saml':
      return `${caller.nameQualifier}:${caller.subject}`
  }
}
