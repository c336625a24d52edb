import type { Tag } from '@/lib/aws/tag'
import type { PolicyKind } from '@/lib/policy/types'

/** A thing as the policy engine and AccessDenied texts know it. */
export type Target = {
  /** ARN, or `*` where the action has no resource type. */
  arn: string
  /** How AWS's refusal names it: `user bob` for an existing entity, the ARN for lists and creations. */
  display: string
  account: string
  /** Its tags fill `aws:ResourceTag/*` (and `iam:ResourceTag/*` for users and roles). */
  tags?: readonly Tag[]
  /** The thing's own policy: a trust policy, a bucket policy. */
  policy?: { document: string; kind: Extract<PolicyKind, 'resource' | 'trust'> }
}

/** One question to the engine: may the caller do this action to this thing, in this context? */
export type Question = {
  action: string
  target: Target
  /** Condition keys of this call in AWS's spelling. */
  context: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** `may('iam:AttachUserPolicy', target, { 'iam:PolicyARN': arn })`; undefined values mean "not in the request". */
export function may(action: string, target: Target, context: Question['context'] = {}): Question {
  return { action, target, context }
}

/** The context keys of a call that carries tags. */
export function tagContext(tags: readonly Tag[] | undefined): Question['context'] {
  if (!tags || tags.length === 0) return {}
  const context: Record<string, string | readonly string[]> = { 'aws:TagKeys': tags.map((tag) => tag.Key) }
  for (const { Key, Value } of tags) context[`aws:RequestTag/${Key}`] = Value
  return context
}
