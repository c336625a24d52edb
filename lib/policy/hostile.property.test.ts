import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combine, compile, contextKeys, decide, explain, type PolicyKind } from '.'
import { parseDocument } from './parse'
import { policyDocument, question, request } from './testing/generators'
import { saveError, validate } from './validate'

const KINDS: PolicyKind[] = ['identity', 'boundary', 'session', 'resource', 'trust', 'scp', 'rcp']
const RUNS = { numRuns: 1_000 }

/** Words of the grammar in the wrong places: closer to a policy than chance would come. */
const word = fc.constantFrom(
  ...['Version', 'Id', 'Statement', 'Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Principal'],
  ...['NotPrincipal', 'Condition', 'StringEquals', 'ForAllValues:ArnLike', 'Null', 'AWS', '__proto__', 'constructor'],
  ...['2012-10-17', 'Allow', 'Deny', '*', 's3:*', 'arn:aws:s3:::a', '${', '${a', "${a, '", '\ud800', ''],
)
const almostPolicy = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 6 }, word, fc.jsonValue({ maxDepth: 1 }), tie('list'), tie('object'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  object: fc.dictionary(word, tie('value'), { maxKeys: 6 }),
})).object
const broken = fc
  .tuple(policyDocument('resource'), fc.nat(), fc.nat({ max: 40 }), fc.string({ maxLength: 3 }))
  .map(([text, at, length, more]) => {
    const from = at % text.length
    return text.slice(0, from) + more + text.slice(from + length)
  })
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.json(),
  almostPolicy.map((value) => JSON.stringify(value)),
  broken,
)

describe('whatever comes in', { timeout: 60_000 }, () => {
  it('compile, decide, explain and contextKeys never throw, and a broken document allows nothing new', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...KINDS), request, (text, kind, asked) => {
        const set = combine([{ source: { id: 'any' }, policy: compile(text, kind) }])
        const policies = { identity: set, boundary: set, session: set, resource: set, scps: [set], rcps: [set] }
        const { effect } = decide(asked, policies)
        expect(explain(asked, policies).decision.effect).toBe(effect)
        contextKeys([text])
        const isPolicy = compile(text, kind).valid
        if (!isPolicy) expect(set.isEmpty).toBe(true)
      }),
      RUNS,
    )
  })

  it('validate finds places inside the text, and what may be saved can be compiled', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...KINDS), (text, kind) => {
        for (const { span, path, message } of validate(text, kind)) {
          expect(message).not.toBe('')
          expect(Array.isArray(path)).toBe(true)
          expect(span.start.offset).toBeGreaterThanOrEqual(0)
          expect(span.end.offset).toBeGreaterThanOrEqual(span.start.offset)
          expect(span.end.offset).toBeLessThanOrEqual(text.length)
        }
        if (saveError(text, kind) === null) expect(compile(text, kind).valid).toBe(true)
      }),
      RUNS,
    )
  })

  it('policies of the grammar have no syntax error, and saving accepts or refuses them in words', () => {
    fc.assert(
      fc.property(
        fc.oneof(policyDocument('identity'), policyDocument('resource')),
        fc.constantFrom(...KINDS),
        (text, kind) => {
          expect(validate(text, kind).some(({ code }) => code === 'JSON_SYNTAX_ERROR')).toBe(false)
          const refusal = saveError(text, kind)
          if (refusal) expect(refusal.message).toMatch(/\w/)
          else expect(compile(text, kind).valid).toBe(true)
        },
      ),
      RUNS,
    )
  })

  it('requests of any text are answered', () => {
    const any = fc.string({ unit: 'binary', maxLength: 20 })
    const context = fc.array(fc.tuple(any, fc.oneof(any, fc.array(any, { maxLength: 2 }))), { maxLength: 4 })
    fc.assert(
      fc.property(question, any, any, context, ({ documents }, action, resource, entries) => {
        const principal = { kind: 'user', account: action, arn: resource } as const
        const asked = { principal, action, resource, resourceAccount: action, context: new Map(entries) }
        const set = combine(
          documents.identity.map((text) => ({ source: { id: 'x' }, policy: compile(text, 'identity') })),
        )
        expect(['allowed', 'implicitDeny', 'explicitDeny']).toContain(decide(asked, { identity: set }).effect)
      }),
      RUNS,
    )
  })

  it('reading, printing and reading again gives the same document', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          policyDocument('resource'),
          almostPolicy.map((value) => JSON.stringify(value)),
        ),
        (text) => {
          const again = JSON.stringify(JSON.parse(text), null, 2)
          expect(plain(again)).toBe(plain(text))
          expect(JSON.stringify(JSON.parse(again))).toBe(JSON.stringify(JSON.parse(text)))
        },
      ),
      RUNS,
    )
  })
})

/** A parsed document without its places in the text. */
function plain(text: string): string {
  const { fault, malformed, version, statements } = parseDocument(text)
  const places = new Set(['node', 'operatorMember', 'keyMember'])
  return JSON.stringify({ fault, malformed, version, statements }, (key, value) =>
    places.has(key) ? undefined : value,
  )
}
