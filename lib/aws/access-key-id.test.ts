import { describe, expect, it } from 'vitest'
import { accountOfAccessKey, encodeAccessKeyId } from './access-key-id'

const zeros = new Uint8Array(5)
const ones = new Uint8Array(5).fill(255)

describe('access key IDs', () => {
  it.each(['123456789012', '000000000001', '999999999999', '000000000000'])('tell the account %s', (account) => {
    for (const chance of [zeros, ones]) {
      const id = encodeAccessKeyId('AKIA', account, chance)
      expect(id).toMatch(/^AKIA[A-Z2-7]{16}$/)
      expect(accountOfAccessKey(id)).toBe(account)
    }
  })

  it('are read as the published examples are', () => {
    // Seen: the worked example of the public write-ups on decoding key IDs.
    expect(accountOfAccessKey('ASIAQNZGKIQY56JQ7WML')).toBe('029608264753')
  })

  it('differ by chance alone', () => {
    expect(encodeAccessKeyId('ASIA', '123456789012', zeros)).not.toBe(encodeAccessKeyId('ASIA', '123456789012', ones))
    expect(() => encodeAccessKeyId('ASIA', '123456789012', new Uint8Array(4))).toThrow(RangeError)
  })

  it.each(['', 'AKIA', 'AKIAIOSFODNN7EXAMPL', 'AIDAIOSFODNN7EXAMPLE', 'AKIA0000000000000000'])('are not %j', (text) => {
    expect(accountOfAccessKey(text)).toBeNull()
  })
})
