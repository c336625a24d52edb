import 'server-only'

/** Why a request was not believed; each protocol has its own code and text for it. */
export type Refusal =
  | { kind: 'unsigned' }
  /** Parts of the signature are missing or cannot be read. */
  | { kind: 'malformed'; message: string; form: 'header' | 'query' }
  | { kind: 'unknown-key'; keyId: string }
  /** A session token that is not good for this key, or for none at all. */
  | { kind: 'token' }
  | { kind: 'expired-token' }
  | { kind: 'unsigned-header'; name: string }
  | { kind: 'skewed'; message: string }
  | { kind: 'expired'; message: string }
  | { kind: 'mismatch' }
  /** The body is not the one whose hash was signed. */
  | { kind: 'payload' }
  | { kind: 'chunk'; message: string }

export const isRefusal = (value: object): value is { refused: Refusal } => 'refused' in value
