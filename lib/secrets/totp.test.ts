import { describe, expect, it } from 'vitest'
import { appUri, codeAt, newSeed, qrPng, stepAt, stepOfPair, stepsOf } from './totp'

describe('codes', () => {
  it('are those of RFC 6238, appendix B', () => {
    // The RFC's seed "12345678901234567890" in base32; its eight digits end in our six.
    const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    const codes = [59, 1_111_111_109, 1_234_567_890, 2_000_000_000].map((second) =>
      codeAt(seed, stepAt(new Date(second * 1000))),
    )
    expect(codes).toEqual(['287082', '081804', '005924', '279037'])
  })

  it('come from seeds of 64 base32 characters, each another', () => {
    expect(newSeed()).toMatch(/^[A-Z2-7]{64}$/)
    expect(newSeed()).not.toBe(newSeed())
  })
})

describe('stepsOf', () => {
  it('finds a code within reach and not beyond', () => {
    const seed = newSeed()
    expect(stepsOf(seed, codeAt(seed, 999), 1000, 1)).toContain(999)
    expect(stepsOf(seed, codeAt(seed, 1001), 1000, 1)).toContain(1001)
    expect(stepsOf(seed, codeAt(seed, 998), 1000, 1)).not.toContain(998)
    expect(stepsOf(seed, '12345', 1000, 1)).toEqual([])
  })
})

describe('stepOfPair', () => {
  const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  const pair = (first: number, second: number) => [codeAt(seed, first), codeAt(seed, second)] as const

  it('wants two steps in a row, in their order', () => {
    expect(stepOfPair(seed, pair(996, 997), 1000, 4)).toBe(997)
    expect(stepOfPair(seed, pair(1004, 1005), 1000, 4)).toBe(1005)
    for (const [first, second] of [
      [1000, 1000],
      [1001, 1000],
      [999, 1001],
      [995, 996],
      [1005, 1006],
    ] as const) {
      expect(stepOfPair(seed, pair(first, second), 1000, 4)).toBeNull()
    }
  })
})

describe('the QR code', () => {
  it('holds what apps read, under our own name', async () => {
    const uri = appUri('A'.repeat(64), 'phone', 'my-dojo')
    expect(new URL(uri)).toMatchObject({ protocol: 'otpauth:', host: 'totp' })
    expect(decodeURIComponent(uri)).toContain('/IAM Dojo:phone@my-dojo?')
    expect(uri).toContain(`secret=${'A'.repeat(64)}`)
    expect(uri).toContain('issuer=IAM%20Dojo')
    const png = await qrPng(uri)
    expect(Buffer.from(png.subarray(0, 8)).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n')
  })
})
