import 'server-only'
import { createHmac, hash, timingSafeEqual } from 'node:crypto'
import { sha256 } from './canonical-request'

/** `20261122/eu-west-1/iam/aws4_request`: what a signature is good for. */
export type Scope = { date: string; region: string; service: string }

export const algorithm = 'AWS4-HMAC-SHA256'

export const scopeText = ({ date, region, service }: Scope) => `${date}/${region}/${service}/aws4_request`

const hmacOf = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text, 'latin1')
const hmac = (key: string | Buffer, text: string) => hmacOf(key, text).digest()

/** Keys are good for a day, a region and a service; these are those of the busiest callers. */
const known = new Map<string, Buffer>()
const mostKnown = 1_000

/** INVARIANT: found by a digest of the secret: an access key with another secret has another signing key. */
export function signingKey(secret: string, scope: Scope): Buffer {
  const name = hash('sha256', `${scopeText(scope)} ${secret}`, 'base64')
  const found = known.get(name)
  if (found) return found
  const key = derived(secret, scope)
  if (known.size >= mostKnown) known.delete(known.keys().next().value as string)
  known.set(name, key)
  return key
}

function derived(secret: string, { date, region, service }: Scope): Buffer {
  const parts = [region, service, 'aws4_request']
  return parts.reduce(hmac, hmac(`AWS4${secret}`, date))
}

export function stringToSign(timestamp: string, scope: Scope, request: string): string {
  return [algorithm, timestamp, scopeText(scope), sha256(request)].join('\n')
}

export const signatureOf = (key: Buffer, text: string): string => hmacOf(key, text).digest('hex')

/** Takes the same time wherever the two differ. */
export function isSameSignature(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected, 'latin1'), Buffer.from(given, 'latin1')]
  return one.length === other.length && timingSafeEqual(one, other)
}
