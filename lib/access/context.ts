import 'server-only'
import type { Tag } from '@/lib/aws/tag'
import type { Context } from '@/lib/policy/types'
import { isFederated, principalId, type SignedCaller } from './caller'
import type { Question } from './question'

/** The network facts of a call that policies may ask about. */
export type CallFacts = { now: Date; sourceIp: string; userAgent: string; secure: boolean; region: string }

type Value = string | readonly string[]

/** Every condition key that holds for this caller, this call and this question; names in lower case, as the engine wants them. */
export function contextOf(
  caller: SignedCaller,
  facts: CallFacts,
  question: Question,
  principalTags: readonly Tag[],
): Context {
  const context = new Map<string, Value>()
  const put = (key: string, value: Value | undefined) => {
    if (value !== undefined) context.set(key.toLowerCase(), value)
  }
  fillCall(put, facts)
  fillPrincipal(put, caller, principalTags)
  fillCredential(put, caller, facts.now)
  fillTarget(put, question)
  for (const [key, value] of Object.entries(question.context)) put(key, value)
  return context
}

type Put = (key: string, value: Value | undefined) => void

function fillTarget(put: Put, { action, target }: Question) {
  put('aws:ResourceAccount', target.account)
  if (action.startsWith('s3:')) put('s3:ResourceAccount', target.account)
  if (!target.tags?.length) return
  // AWS: IAM's own key is for users and roles only (service authorization reference, IAM, resource types).
  const isPrincipal = action.startsWith('iam:') && /^arn:[^:]+:iam::\d+:(user|role)\//.test(target.arn)
  for (const { Key, Value } of target.tags) {
    put(`aws:ResourceTag/${Key}`, Value)
    if (isPrincipal) put(`iam:ResourceTag/${Key}`, Value)
  }
}

function fillCall(put: Put, facts: CallFacts) {
  put('aws:CurrentTime', facts.now.toISOString())
  put('aws:EpochTime', String(Math.floor(facts.now.getTime() / 1000)))
  put('aws:SourceIp', facts.sourceIp)
  put('aws:SecureTransport', String(facts.secure))
  put('aws:UserAgent', facts.userAgent || undefined)
  put('aws:RequestedRegion', facts.region)
  put('aws:PrincipalIsAWSService', 'false')
  put('aws:ViaAWSService', 'false')
}

const principalTypes = { root: 'Account', user: 'User', role: 'AssumedRole', federated: 'FederatedUser' } as const

function fillPrincipal(put: Put, caller: SignedCaller, tags: readonly Tag[]) {
  // AWS: whom a provider vouches for is no principal of the account yet; aws:FederatedProvider is there once the session
  // of a role is ("AWS global condition context keys").
  if (isFederated(caller)) return
  // AWS: for a session it is the role's ARN, with its path ("AWS global condition context keys", aws:PrincipalArn).
  put('aws:PrincipalArn', caller.kind === 'role' ? caller.roleArn : caller.arn)
  put('aws:PrincipalAccount', caller.account)
  put('aws:PrincipalType', principalTypes[caller.kind])
  put('aws:userid', principalId(caller))
  if (caller.kind === 'user') put('aws:username', caller.userName)
  if (caller.kind === 'role') {
    put('aws:SourceIdentity', caller.sourceIdentity ?? undefined)
    put('aws:FederatedProvider', caller.provider ?? undefined)
    for (const key in caller.claims) put(key, caller.claims[key])
  }
  for (const { Key, Value } of tags) put(`aws:PrincipalTag/${Key}`, Value)
}

// AWS: long-term access keys carry no MFA and no token keys at all; the console signs with temporary credentials
// (IAM user guide, "AWS global condition context keys", aws:MultiFactorAuthPresent).
function fillCredential(put: Put, { credential }: SignedCaller, now: Date) {
  if (credential.kind === 'access-key' || credential.kind === 'identity-token') return
  put('aws:TokenIssueTime', (credential.kind === 'console' ? credential.since : credential.issuedAt).toISOString())
  put('aws:MultiFactorAuthPresent', String(credential.mfaAt !== null))
  if (credential.mfaAt) {
    put('aws:MultiFactorAuthAge', String(Math.floor((now.getTime() - credential.mfaAt.getTime()) / 1000)))
  }
}
