import 'server-only'
import { sha256 } from './canonical-request'
import type { Refusal } from './refusal'
import { isSameSignature, type Scope, scopeText, signatureOf } from './signing-key'

/** The forms in which S3's clients send a body in chunks, by the value of x-amz-content-sha256. */
const forms = {
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD': { isSigned: true, hasTrailer: false },
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER': { isSigned: true, hasTrailer: true },
  'STREAMING-UNSIGNED-PAYLOAD-TRAILER': { isSigned: false, hasTrailer: true },
} as const

export type ChunkForm = (typeof forms)[keyof typeof forms]

export const chunkForm = (payloadHash: string): ChunkForm | undefined =>
  Object.hasOwn(forms, payloadHash) ? forms[payloadHash as keyof typeof forms] : undefined

/** Each chunk's signature is chained to the one before it, the first to the request's own. */
export type Chain = { key: Buffer; timestamp: string; scope: Scope; signature: string }

export type Unchunked = { body: Buffer; trailers: ReadonlyMap<string, string> }

const emptyHash = sha256('')
const bad = (message: string): { refused: Refusal } => ({ refused: { kind: 'chunk', message } })

/** Takes an aws-chunked body apart and checks every signature in it. */
export function unchunk(raw: Buffer, form: ChunkForm, chain: Chain): Unchunked | { refused: Refusal } {
  const parts: Buffer[] = []
  let { signature } = chain
  let at = 0
  for (;;) {
    const head = lineAt(raw, at)
    const match = head && /^([0-9a-fA-F]{1,8})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(head.text)
    if (!match) return bad('The chunk header cannot be read.')
    const size = Number.parseInt(match[1] ?? '', 16)
    const data = raw.subarray(head.end, head.end + size)
    if (data.length < size) return bad('The body ends in the middle of a chunk.')
    if (form.isSigned) {
      const next = signatureOf(chain.key, chunkText(chain, signature, data))
      if (!isSameSignature(next, match[2] ?? '')) return { refused: { kind: 'mismatch' } }
      signature = next
    }
    at = head.end + size
    if (size === 0) return finish(raw.subarray(at), form, { ...chain, signature }, Buffer.concat(parts))
    if (raw[at] !== 0x0d || raw[at + 1] !== 0x0a) return bad('A chunk is longer than its header says.')
    at += 2
    parts.push(data)
  }
}

function chunkText({ timestamp, scope }: Chain, before: string, data: Buffer): string {
  return ['AWS4-HMAC-SHA256-PAYLOAD', timestamp, scopeText(scope), before, emptyHash, sha256(data)].join('\n')
}

function finish(rest: Buffer, form: ChunkForm, chain: Chain, body: Buffer): Unchunked | { refused: Refusal } {
  const trailers = new Map<string, string>()
  const lines = rest
    .toString('latin1')
    .split('\r\n')
    .filter((line) => line !== '')
  if (!form.hasTrailer) return lines.length === 0 ? { body, trailers } : bad('There is more behind the last chunk.')
  for (const line of lines) {
    const end = line.indexOf(':')
    const name = line.slice(0, end).trim().toLowerCase()
    if (end < 1 || trailers.has(name)) return bad('The trailer cannot be read.')
    trailers.set(name, line.slice(end + 1).trim())
  }
  if (
    form.isSigned &&
    !isSameSignature(trailerSignature(trailers, chain), trailers.get('x-amz-trailer-signature') ?? '')
  ) {
    return { refused: { kind: 'mismatch' } }
  }
  return { body, trailers }
}

function trailerSignature(trailers: ReadonlyMap<string, string>, { key, timestamp, scope, signature }: Chain): string {
  const signed = [...trailers].filter(([name]) => name !== 'x-amz-trailer-signature')
  const text = signed.map(([name, value]) => `${name}:${value}\n`).join('')
  return signatureOf(key, ['AWS4-HMAC-SHA256-TRAILER', timestamp, scopeText(scope), signature, sha256(text)].join('\n'))
}

function lineAt(raw: Buffer, start: number): { text: string; end: number } | null {
  const end = raw.indexOf('\r\n', start, 'latin1')
  // A chunk's header is short; without a bound a body of one line would be copied for each chunk.
  return end === -1 || end - start > 256 ? null : { text: raw.toString('latin1', start, end), end: end + 2 }
}
