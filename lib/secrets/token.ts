import 'server-only'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { sealBytes, unsealBytes } from './seal'

// Shorter content does not get shorter by packing.
const worthPacking = 400
// INVARIANT: what was sealed here was made here; the limit is for a mistake of ours, not for a stranger.
const most = 1 << 20

/** A value as one opaque text that only this server can read; long ones are packed. */
export function sealToken(value: object, purpose: string): string {
  const plain = Buffer.from(JSON.stringify(value), 'utf8')
  const packed = plain.length < worthPacking ? plain : deflateRawSync(plain)
  return sealBytes(Buffer.concat([Buffer.of(packed === plain ? 0 : 1), packed]), purpose)
}

/** The value that `sealToken` closed; null where this server did not seal it, or not for this purpose. */
export function unsealToken(token: string, purpose: string): unknown {
  let bytes: Buffer
  try {
    bytes = unsealBytes(token, purpose)
  } catch {
    return null
  }
  const content = bytes.subarray(1)
  const plain = bytes[0] === 0 ? content : inflateRawSync(content, { maxOutputLength: most })
  return JSON.parse(plain.toString('utf8'))
}
