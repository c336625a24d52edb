const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export type KeyPrefix = 'AKIA' | 'ASIA'

// AWS: keys made since 2019 carry their account. After the prefix come 80 bits in base32: one set bit, the account ID in
// 40, and chance. Scanners of leaked keys read the account from there.
/** An access key ID of the account; `chance` is 5 random bytes. */
export function encodeAccessKeyId(prefix: KeyPrefix, account: string, chance: Uint8Array): string {
  if (chance.length !== 5) throw new RangeError('An access key ID takes 5 random bytes.')
  const random = chance.reduce((bits, byte) => (bits << 8n) | BigInt(byte), 0n) & ((1n << 39n) - 1n)
  let bits = (1n << 79n) | (BigInt(account) << 39n) | random
  let text = ''
  for (let place = 0; place < 16; place++) {
    text = alphabet.charAt(Number(bits & 31n)) + text
    bits >>= 5n
  }
  return prefix + text
}

/** The account that an access key ID tells; null where the text is no such ID. */
export function accountOfAccessKey(id: string): string | null {
  if (!/^A[KS]IA[A-Z2-7]{16}$/.test(id)) return null
  let bits = 0n
  for (const character of id.slice(4)) bits = (bits << 5n) | BigInt(alphabet.indexOf(character))
  const account = (bits >> 39n) & ((1n << 40n) - 1n)
  return account < 1_000_000_000_000n ? account.toString().padStart(12, '0') : null
}
