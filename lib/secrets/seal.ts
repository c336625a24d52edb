import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const cipher = 'aes-256-gcm'

/** Encrypts a secret for one purpose (`access-key`, `totp`): a sealed value moved to another purpose does not open. */
export const seal = (plain: string, purpose: string): string => sealBytes(Buffer.from(plain, 'utf8'), purpose)

/** Opens what `seal` closed; throws where the text was changed or sealed by another server secret. */
export const unseal = (sealed: string, purpose: string): string => unsealBytes(sealed, purpose).toString('utf8')

export function sealBytes(plain: Uint8Array, purpose: string): string {
  const nonce = randomBytes(12)
  const box = createCipheriv(cipher, keyFor(purpose), nonce)
  const sealed = Buffer.concat([nonce, box.update(plain), box.final(), box.getAuthTag()])
  return `v1.${sealed.toString('base64url')}`
}

export function unsealBytes(sealed: string, purpose: string): Buffer {
  const [version, body, ...more] = sealed.split('.')
  if (version !== 'v1' || !body || more.length > 0) throw new Error('Not a sealed value.')
  const bytes = Buffer.from(body, 'base64url')
  // One value has one text: what base64 overlooks, such as spare bits at the end, was changed by somebody.
  if (bytes.length < 28 || bytes.toString('base64url') !== body) throw new Error('Not a sealed value.')
  const box = createDecipheriv(cipher, keyFor(purpose), bytes.subarray(0, 12), { authTagLength: 16 })
  box.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([box.update(bytes.subarray(12, -16)), box.final()])
}

const keys = new Map<string, Buffer>()

function keyFor(purpose: string): Buffer {
  const known = keys.get(purpose)
  if (known) return known
  const secret = process.env.IAM_DOJO_SECRET
  if (!secret) throw new Error('IAM_DOJO_SECRET is not set. The start script makes it.')
  const key = Buffer.from(hkdfSync('sha256', secret, 'iam-dojo', purpose, 32))
  keys.set(purpose, key)
  return key
}
