import 'server-only'
import { randomBytes, randomInt } from 'node:crypto'
import { encodeAccessKeyId } from '@/lib/aws/access-key-id'

// AWS: IAM user guide, "IAM identifiers": a prefix that tells the kind and 17 characters of base32.
type Kind = 'AIDA' | 'AROA' | 'AGPA' | 'ANPA' | 'AIPA'

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** A unique ID that is never used again: `AIDA...` for a user, `AGPA...` for a group. */
export const uniqueId = (kind: Kind) => kind + pick(base32, 17)

/** An access key as it is handed out; the ID tells the account, the secret is 40 characters. */
export function newAccessKey(account: string) {
  return { id: encodeAccessKeyId('AKIA', account, randomBytes(5)), secret: pick(base64, 40) }
}

function pick(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
}
