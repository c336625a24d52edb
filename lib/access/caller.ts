/** How the caller proved who it is. */
export type Credential =
  | { kind: 'console'; sessionId: string; since: Date; mfaAt: Date | null }
  | { kind: 'access-key'; id: string }

type Signed = {
  account: string
  /** The account's revision when the caller was identified; gathered policies are cached under it. */
  revision: number
  arn: string
  credential: Credential
}

/** Who calls, as identified by `lib/caller`. The operator owns the machine and may do what the operator operations do, nothing else. */
export type Caller =
  | ({ kind: 'root' } & Signed)
  | ({ kind: 'user'; userId: string; userName: string } & Signed)
  | { kind: 'operator' }

export type SignedCaller = Exclude<Caller, { kind: 'operator' }>
