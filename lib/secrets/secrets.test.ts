import { beforeAll, describe, expect, it } from 'vitest'
import { hashPassword, passwordMatches } from './password-hash'
import { randomPassword } from './random-password'
import { seal, unseal } from './seal'
import { sealToken, unsealToken } from './token'

beforeAll(() => {
  process.env.IAM_DOJO_SECRET ??= 'only for tests'
})

describe('seal', () => {
  it('opens for its own purpose only', () => {
    const sealed = seal('wJalrXUtnFEMI', 'access-key')
    expect(sealed).not.toContain('wJalr')
    expect(unseal(sealed, 'access-key')).toBe('wJalrXUtnFEMI')
    expect(() => unseal(sealed, 'totp')).toThrow()
  })

  it('does not open once a byte was changed', () => {
    const sealed = seal('wJalrXUtnFEMI', 'access-key')
    const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA')
    expect(() => unseal(changed, 'access-key')).toThrow()
  })

  it('opens in one spelling only, and not where the end is missing', () => {
    const sealed = seal('ab', 'access-key') // 30 bytes: no spare bits
    const spare = seal('abc', 'access-key') // 31 bytes: four spare bits
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.indexOf(spare.at(-1) ?? '')
    const respelled = spare.slice(0, -1) + 'BRhx'.charAt(last >> 4)
    expect(Buffer.from(respelled.slice(3), 'base64url')).toEqual(Buffer.from(spare.slice(3), 'base64url'))
    expect(unseal(spare, 'access-key')).toBe('abc')
    for (const text of [respelled, `${sealed}=`, `${sealed}.`, sealed.slice(0, 8), 'v1.AAAAAA']) {
      expect(() => unseal(text, 'access-key')).toThrow()
    }
  })
})

describe('a sealed token', () => {
  it.each([
    ['short', 'ü'],
    ['long', 'ü'.repeat(5_000)],
  ])('gives its %s content back, for its own purpose and unchanged only', (_, text) => {
    const token = sealToken({ text }, 'session-token')
    expect(token.length).toBeLessThan(500)
    expect(unsealToken(token, 'session-token')).toEqual({ text })
    expect(unsealToken(token, 'access-key')).toBeNull()
    expect(unsealToken(`${token.slice(0, 40)}AAAA${token.slice(44)}`, 'session-token')).toBeNull()
    for (const other of ['', 'v1', 'v1.', 'v1.AA', 'v2.AAAA']) expect(unsealToken(other, 'session-token')).toBeNull()
  })
})

describe('passwords', () => {
  it('match their own hash and nothing else', async () => {
    const hash = await hashPassword('Corr3ct horse')
    expect(hash).toMatch(/^\$argon2id\$/)
    expect(await passwordMatches('Corr3ct horse', hash)).toBe(true)
    expect(await passwordMatches('wrong', hash)).toBe(false)
    expect(await passwordMatches('nobody has this password', null)).toBe(false)
    expect(await passwordMatches('nobody has this password', 'no hash')).toBe(false)
  })

  it('are random with all four kinds of characters', () => {
    for (let turn = 0; turn < 50; turn++) {
      const password = randomPassword()
      expect(password).toHaveLength(16)
      expect(password).toMatch(/^[A-Z]/)
      for (const kind of [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/]) expect(password).toMatch(kind)
    }
    expect(randomPassword()).not.toBe(randomPassword())
  })
})
