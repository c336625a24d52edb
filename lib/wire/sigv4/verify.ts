import 'server-only'
import { headerOf, type WireRequest } from '../message'
import { canonicalRequest, sha256 } from './canonical-request'
import { chunkForm, type Unchunked, unchunk } from './chunks'
import type { Claim } from './claim'
import { staleness } from './freshness'
import { isRefusal, type Refusal } from './refusal'
import { isSameSignature, type Scope, signatureOf, signingKey, stringToSign } from './signing-key'

type Refused = { refused: Refusal }

/** A request whose signature is right: by whose key, for which region and service, and its body without chunks. */
export type Verified<Key> = Unchunked & { key: Key; scope: Scope }

/** Why no key is to be had: a session token that is over, or one that is not this key's. */
type NoKey = 'expired' | 'wrong-token' | null

/** Checks what a request claims. `findKey` gives the key of that ID, with its secret, if it is a good one. */
export async function verify<Key extends { secret: string }>(
  request: WireRequest,
  claim: Claim,
  now: Date,
  findKey: (id: string, token: string | undefined) => Promise<Key | NoKey>,
): Promise<Verified<Key> | Refused> {
  const stale = staleness(claim, now)
  if (stale) return { refused: stale }
  const stranger = unsignedHeader(request, claim)
  if (stranger) return { refused: { kind: 'unsigned-header', name: stranger } }
  const key = await findKey(claim.keyId, claim.token)
  if (key === 'expired') return { refused: { kind: 'expired-token' } }
  if (key === 'wrong-token') return { refused: { kind: 'token' } }
  if (!key) return { refused: { kind: 'unknown-key', keyId: claim.keyId } }
  const content = checkSignature(request, claim, key.secret)
  return isRefusal(content) ? content : { key, scope: claim.scope, ...content }
}

function checkSignature(request: WireRequest, claim: Claim, secret: string): Unchunked | Refused {
  const { scope, timestamp, signature, signedHeaders } = claim
  const payloadHash = claimedHash(request, claim)
  const key = signingKey(secret, scope)
  const canonical = canonicalRequest(request, { signedHeaders, payloadHash, service: scope.service })
  const expected = signatureOf(key, stringToSign(timestamp, scope, canonical))
  if (!isSameSignature(expected, signature)) return { refused: { kind: 'mismatch' } }
  const whole = { body: request.body, trailers: new Map() }
  if (scope.service !== 's3' || payloadHash === unsignedPayload) return whole
  const form = chunkForm(payloadHash)
  if (form) return unchunk(request.body, form, { key, timestamp, scope, signature })
  return payloadHash === sha256(request.body) ? whole : { refused: { kind: 'payload' } }
}

const unsignedPayload = 'UNSIGNED-PAYLOAD'

/** AWS: only S3 lets the client name the hash; everywhere else the body's own hash was signed. */
function claimedHash(request: WireRequest, { form, scope, payloadHash }: Claim): string {
  if (scope.service !== 's3') return sha256(request.body)
  const named = payloadHash ?? headerOf(request, 'x-amz-content-sha256')
  return named ?? (form === 'query' ? unsignedPayload : sha256(request.body))
}

// Their values are in what is signed even where their names are not.
const signedAnyway = new Set(['x-amz-content-sha256', 'x-amz-date'])

/** INVARIANT: no header of AWS's own counts that somebody on the way could have added. */
function unsignedHeader({ headers }: WireRequest, { signedHeaders }: Claim): string | undefined {
  const signed = new Set(signedHeaders)
  return headers.find(([name]) => name.startsWith('x-amz-') && !signed.has(name) && !signedAnyway.has(name))?.[0]
}
