import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { glob, globOf, matchGlob, STAR } from './glob'

const matches = (pattern: string, text: string) => matchGlob(glob(pattern), text)

/** The definition itself, one character at a time. */
function plainly(pattern: string, text: string): boolean {
  if (pattern === '') return text === ''
  const [head, ...rest] = pattern
  if (head === '*') return plainly(rest.join(''), text) || (text !== '' && plainly(pattern, text.slice(1)))
  return text !== '' && (head === '?' || head === text[0]) && plainly(rest.join(''), text.slice(1))
}

describe('matchGlob', () => {
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

  it('takes stars in literal tokens for what they are', () => {
    expect(matchGlob(globOf(['a', '*', STAR]), 'a*b')).toBe(true)
    expect(matchGlob(globOf(['a', '*', STAR]), 'acb')).toBe(false)
    expect(matchGlob(globOf([STAR, '', STAR, 'x']), 'x')).toBe(true)
  })

  it('stays fast where backtracking would explode', () => {
    const started = performance.now()
    const long = 'a'.repeat(200_000)
    expect(matches('*'.repeat(200_000), long)).toBe(true)
    expect(matches(`${'*a'.repeat(100_000)}*b`, long)).toBe(false)
    expect(matches(`${'*?a'.repeat(60_000)}*`, long)).toBe(true)
    expect(matches(`*${'a'.repeat(100_000)}b`, long)).toBe(false)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
