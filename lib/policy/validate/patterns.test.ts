import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Budget, covers, overlaps } from './patterns'

/** All texts of up to four letters, and the patterns over the same letters. */
const texts = ['']
for (const text of texts) if (text.length < 4) texts.push(`${text}a`, `${text}b`)
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 4 })
const fits = (glob: string, text: string) =>
  new RegExp(`^${glob.replaceAll('?', '.').replaceAll('*', '.*')}$`).test(text)
const textsOf = (glob: string) => texts.filter((text) => fits(glob, text))

describe('patterns', () => {
  it.each([
    ['s3:*', 's3:get*', true],
    ['s3:get*', 's3:*', false],
    ['a?c', 'abc', true],
    ['a?c', 'a*c', false],
    ['*', '', true],
    ['a*b*c', 'axxbyyc', true],
    ['a*b*c', 'axxbyy', false],
  ])('%s covers %s: %s', (outer, inner, expected) => {
    expect(covers(outer, inner, new Budget())).toBe(expected)
  })

  it('cover only what they really cover', () => {
    fc.assert(
      fc.property(pattern, pattern, (outer, inner) => {
        if (!covers(outer, inner, new Budget())) return
        for (const text of textsOf(inner)) expect(fits(outer, text)).toBe(true)
      }),
    )
  })

  it('overlap exactly where they have a text in common', () => {
    fc.assert(
      fc.property(pattern, pattern, (a, b) => {
        // Four letters are enough to show a common text of two patterns without more than two stars' worth of letters.
        fc.pre(a.replaceAll('*', '').length + b.replaceAll('*', '').length <= 4)
        const shared = textsOf(a).some((text) => fits(b, text))
        expect(overlaps(a, b, new Budget())).toBe(shared)
      }),
    )
  })

  it('stop when the budget is used up, in favour of the document', () => {
    const budget = new Budget()
    budget.spend(30_000_000)
    expect(covers('a*', 'ab', budget)).toBe(false)
    expect(overlaps('*a', '*b', budget)).toBe(true)
  })
})
