import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, explain } from '..'
import { policiesOf } from '../testing/decide-texts'
import { policyDocument, question } from '../testing/generators'
import { mapDocuments } from '../testing/variations'
import { parseDocument, plainOf, readPlain } from '.'

/** What has a meaning in a policy, or looks as if it had. */
const snippet = fc.constantFrom(
  ...['"', '\\', ',', ':', '{', '}', '[', ']', '": "', '\\"', '\\u0041', '\\/', 'é', '\ud800', '\u{1f600}', '\u0000'],
  ...['\t', '\n', '\r\n ', '\u00a0', '\ufeff', '/**/', 'null', 'true', 'False', '-0', '1e5', '007', '1.', '{}', '[]'],
  ...['"*"', '"*",', '"Sid":"x",', '"Id":"x",', '"Effect":"Deny",', '"Action":"*",', '"NotAction":"*",', '"sid":"x",'],
  ...['"__proto__":{},', '"Condition":{"Bool":{"k":true}},', '"Bool":{"k":[1,true]},', '"StringEquals":{"k":"a"},'],
  ...['"k":10,', '"k":"a",', '"AWS":"*",', '"Principal":"*",', '"NotResource":[],', '"Version":"2012-10-17",'],
)
type Edit = { at: number; more: string; without: number }
const edit: Arbitrary<Edit> = fc.record({
  at: fc.nat(),
  more: snippet,
  without: fc.constantFrom(0, 0, 0, 0, 1, 9),
})
const blank = fc.constantFrom('', '', ' ', '\n', '\t', '\r\n  ')

/** Documents in any layout, and with a few things in the wrong places. */
const anyText = fc
  .tuple(
    fc.oneof(policyDocument('identity'), policyDocument('resource')),
    fc.array(blank, { minLength: 1, maxLength: 6 }),
    fc.oneof(fc.constant([]), fc.array(edit, { maxLength: 2 })),
  )
  .map(([text, blanks, edits]) => edits.reduce(edited, laidOut(text, blanks)))

function laidOut(text: string, blanks: readonly string[]): string {
  let place = 0
  const between = () => blanks[place++ % blanks.length] ?? ''
  return text.replace(/"(?:[^"\\]|\\.)*"|[{}[\]:,]/g, (token) => between() + token + between())
}

/** Half of the places are in front of a string, where a whole member or item may stand. */
function edited(text: string, { at, more, without }: Edit): string {
  const strings = [...text.matchAll(/"(?=[A-Z*])/g)].map(({ index }) => index)
  const from = (at % 2 === 0 ? strings[at % strings.length] : undefined) ?? at % (text.length + 1)
  return text.slice(0, from) + more + text.slice(from + without)
}

describe('readPlain', { timeout: 60_000 }, () => {
  it('reads what it takes as the exact reader does', () => {
    const taken = { plain: 0, usable: 0, useless: 0 }
    fc.assert(
      fc.property(anyText, (text) => {
        const [plain, exact] = [readPlain(text), plainOf(parseDocument(text))]
        if (plain) expect(plain).toStrictEqual(exact)
        taken[plain ? 'plain' : exact ? 'usable' : 'useless']++
      }),
      { numRuns: 5_000 },
    )
    // All three must come up often, or little is proved.
    expect(taken.plain).toBeGreaterThan(1_000)
    expect(taken.usable).toBeGreaterThan(200)
    expect(taken.useless).toBeGreaterThan(500)
  })

  it('changes no decision and no explanation', () => {
    const escaped = (text: string) => text.replace('"Effect"', '"\\u0045ffect"')
    fc.assert(
      fc.property(question, ({ request, documents }) => {
        const [plain, exact] = [documents, mapDocuments(documents, escaped)].map(policiesOf)
        if (!plain || !exact) throw new Error('both are there')
        expect(decide(request, exact)).toEqual(decide(request, plain))
        expect(withoutPlaces(explain(request, exact))).toEqual(withoutPlaces(explain(request, plain)))
      }),
      { numRuns: 1_000 },
    )
    expect(readPlain(escaped('{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'))).toBeNull()
  })
})

const withoutPlaces = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner) => (key === 'span' ? undefined : inner)))
