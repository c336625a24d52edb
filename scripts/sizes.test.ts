import { describe, expect, it } from 'vitest'
import { sizeComplaints } from './sizes.mjs'

const lines = (count: number) => 'x\n'.repeat(count)
const complaints = (text: string, exceptions = {}, path = 'lib/a.ts') => sizeComplaints([{ path, text }], exceptions)
const longFunction = `export const f = () => {\n${lines(70)}}\n`

describe('sizes', () => {
  it('lets a file of 300 lines pass and names one of 301', () => {
    expect(complaints(lines(300))).toEqual([])
    expect(complaints(lines(301))).toEqual([
      'lib/a.ts has 301 lines (limit 300): split it, or give scripts/sizes.json a reason.',
    ])
  })

  it('names a long function, but not in a test', () => {
    expect(complaints(longFunction)[0]).toMatch(/^lib\/a\.ts#f has 72 lines \(limit 60\)/)
    expect(complaints(longFunction, {}, 'lib/a.test.ts')).toEqual([])
  })

  it('takes an exception that has a reason', () => {
    expect(complaints(longFunction, { 'lib/a.ts#f': { lines: 72, reason: 'one table' } })).toEqual([])
    expect(complaints(longFunction, { 'lib/a.ts#f': { lines: 72 } })).toEqual([
      'lib/a.ts#f is excepted without a reason.',
    ])
  })

  it('only tightens', () => {
    const exception = (allowed: number) => ({ 'lib/a.ts#f': { lines: allowed, reason: 'one table' } })
    expect(complaints(longFunction, exception(71))).toHaveLength(1)
    expect(complaints(longFunction, exception(82))).toEqual([])
    expect(complaints(longFunction, exception(83))[0]).toMatch(/tighten/)
    expect(complaints('', exception(72))[0]).toMatch(/take it out/)
  })
})
