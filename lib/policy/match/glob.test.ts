import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { glob, globOf, matchGlob, STAR } from './glob'
import { findLong } from './glob-long'

const matches = (pattern: string, text: string) => matchGlob(glob(pattern), text)

/** The definition itself, one character at a time. */
function plainly(pattern: string, text: string): boolean {
  if (pattern === '') return text === ''
  const [head, ...rest] = pattern
  if (head === '*') return plainly(rest.join(''), text) || (text !== '' && plainly(pattern, text.slice(1)))
  return text !== '' && (head === '?' || head === text[0]) && plainly(rest.join(''), text.slice(1))
}

describe('matchGlob', { timeout: 60_000 }, () => {
  it.each([
    ['', '', true],
    ['', 'a', false],
    ['*', '', true],
    ['*', 'a/b\nc', true],
    ['?', '', false],
    ['?', 'a', true],
    ['a*', 'a', true],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['*ab*ab*', 'ab', false],
    ['*ab*ab*', 'xabxabx', true],
    ['a?c*e?', 'abcde', false],
    ['a?c*e?', 'abcdef', true],
    ['*?b', 'ab', true],
    ['*?b', 'b', false],
    ['a.c', 'abc', false],
    ['[ab]', 'a', false],
    ['a**b', 'ab', true],
    ['*a?b', 'aab', true],
    ['*a?b', 'aaab', true],
    ['*a?b*', 'aabab', true],
  ])('%j over %j: %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected)
  })

  it('agrees with the definition', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 9 })
    fc.assert(
      fc.property(text, text, (pattern, value) => matches(pattern, value) === plainly(pattern, value)),
      { numRuns: 3_000 },
    )
  })

  it('agrees with the definition where it searches in the careful way', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'a', 'b', '?', 'c'), minLength: 1, maxLength: 70 })
    fc.assert(
      fc.property(text, fc.string({ unit: fc.constantFrom('a', 'a', 'b', 'c'), maxLength: 90 }), (middle, value) => {
        const segment = glob(`*${middle}*`).segments[1]
        if (!segment) throw new Error('a segment was expected')
        const place = new RegExp(middle.replaceAll('?', '.')).exec(value)?.index ?? -1
        expect(findLong(segment, value, 0, value.length)).toBe(place)
      }),
      { numRuns: 3_000 },
    )
  })

  it('takes stars in literal tokens for what they are', () => {
    expect(matchGlob(globOf(['a', '*', STAR]), 'a*b')).toBe(true)
    expect(matchGlob(globOf(['a', '*', STAR]), 'acb')).toBe(false)
    expect(matchGlob(globOf([STAR, '', STAR, 'x']), 'x')).toBe(true)
  })

  it('stays fast where backtracking would explode', () => {
    const started = process.cpuUsage()
    const long = 'a'.repeat(200_000)
    expect(matches('*'.repeat(200_000), long)).toBe(true)
    expect(matches(`${'*a'.repeat(100_000)}*b`, long)).toBe(false)
    expect(matches(`${'*?a'.repeat(60_000)}*`, long)).toBe(true)
    expect(matches(`*${'a'.repeat(100_000)}b`, long)).toBe(false)
    const half = 'a'.repeat(20_000)
    const other = [...Array(2_000).keys()].map((i) => String.fromCharCode(i + 200)).join('')
    const text = `${'a'.repeat(80_000)}${other}`
    for (const hole of ['b', '?b', `b?${other}`]) expect(matches(`*${half}${hole}${half}*`, text)).toBe(false)
    expect(matches(`*${half}?${half}b*`, `${text}${half}ab`)).toBe(false)
    expect(matches(`*${half}?${half}b*`, `${text}${half}${half}ab`)).toBe(true)
    // CPU time, so that a busy machine does not matter.
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000)
  })
})
