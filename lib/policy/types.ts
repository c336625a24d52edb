/** What a document is used for; it changes which elements it may have and how its Principal is read. */
export type PolicyKind = 'identity' | 'boundary' | 'session' | 'resource' | 'trust' | 'scp' | 'rcp'

export type Effect = 'Allow' | 'Deny'

/** Who asks. `arn` is what AccessDenied texts print; the other ARNs are what resource policies may name. */
export type Principal =
  | { kind: 'root'; account: string; arn: string }
  | { kind: 'user'; account: string; arn: string }
  | { kind: 'role'; account: string; arn: string; roleArn: string; provider?: string; serviceLinked?: boolean }
  | { kind: 'federated'; account: string; arn: string; userArn: string }
  | { kind: 'web-identity'; provider: string; arn: string }
  | { kind: 'service'; service: string; arn: string }
  | { kind: 'anonymous'; arn: string }

/** Condition keys in lower case (`aws:sourceip`, `aws:requesttag/team`) to one value, or to a list where the key is multi-valued. */
export type Context = ReadonlyMap<string, string | readonly string[]>

/** One question. `resource` is an ARN or `*`; `resourceAccount` owns it (S3 ARNs do not say). */
export type Request = {
  principal: Principal
  action: string
  resource: string
  resourceAccount: string
  context: Context
  /** The resource policy must take part even in the same account: trust policies, KMS keys. */
  needsResourcePolicy?: boolean
  /** The resource's owner is its organization's management account: RCPs do not apply. */
  resourceInManagementAccount?: boolean
}

/** Where a document came from; carried through to the decision untouched. */
export type PolicySource = {
  /** A name that a person knows: the policy's name, or `PolicyInputList.1` in a simulation. */
  id: string
  /** ARN of a managed policy; inline policies have none. */
  arn?: string
  /** How the caller came to it, e.g. `{ type: 'group', name: 'testers' }`. */
  via?: { type: string; name: string }
}

/** Zero-based offsets and one-based lines and columns in the document's text; `end` is exclusive. */
export type Span = { start: Position; end: Position }
export type Position = { offset: number; line: number; column: number }

export type LayerName = 'identity' | 'boundary' | 'session' | 'resource' | 'scp' | 'rcp'

export type MatchedStatement = {
  layer: LayerName
  source: PolicySource
  /** Zero-based. */
  index: number
  sid?: string
  effect: Effect
}

/** `absent`: nothing of this kind applies to the caller; `skipped`: it exists but does not bind this caller or request. */
export type LayerResult = 'allow' | 'deny' | 'none' | 'absent' | 'skipped'

export type Verdict = 'allowed' | 'implicitDeny' | 'explicitDeny'

export type Decision = {
  effect: Verdict
  /** The first layer that shut the door; the layer that opened it when allowed; null where nothing had to. */
  layer: LayerName | null
  /** Deny statements on an explicit deny, allow statements otherwise. */
  matched: readonly MatchedStatement[]
  /** Every layer's own result: what further locks stand behind the deciding one. */
  layers: Readonly<Record<LayerName, LayerResult>>
}

/** A finding of `validate`. `hint` is our own kind beside the analyzer's four. */
export type FindingType = 'ERROR' | 'SECURITY_WARNING' | 'WARNING' | 'SUGGESTION' | 'HINT'
export type Finding = {
  type: FindingType
  /** The analyzer's issue code, e.g. `INVALID_ACTION`. */
  code: string
  message: string
  /** What to do about it, one short sentence. */
  advice: string
  /** Path in the document, e.g. `['Statement', 0, 'Action', 1]`. */
  path: readonly (string | number)[]
  span: Span
}
