import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain } from './explain'
import type { Documents } from './reference'
import { decideTexts, policiesOf } from './testing/decide-texts'
import { condition, type Kind, policyDocument, question, request, statement } from './testing/generators'
import { mapDocuments, shuffledDocuments } from './testing/variations'

const RUNS = { numRuns: 1_000 }
const effect = (...asked: Parameters<typeof decideTexts>) => decideTexts(...asked).effect

/** The law of every lock: whatever was refused stays refused. */
const addsNothing = (before: string, after: string) => expect(before !== 'allowed' && after === 'allowed').toBe(false)

describe('laws of decisions', { timeout: 60_000 }, () => {
  it('order never matters', () => {
    const varied = question.chain((asked) => fc.tuple(fc.constant(asked), shuffledDocuments(asked.documents)))
    fc.assert(
      fc.property(varied, ([asked, other]) => {
        const { effect, layer, layers, matched } = decideTexts(asked.request, asked.documents)
        const again = decideTexts(asked.request, other)
        expect(again).toMatchObject({ effect, layer, layers })
        expect(again.matched.length).toBe(matched.length)
      }),
      RUNS,
    )
  })

  it('blanks between tokens never matter', () => {
    fc.assert(
      fc.property(question, fc.constantFrom('  ', '\t', '\n\n'), (asked, blank) => {
        const spaced = mapDocuments(asked.documents, (text) => JSON.stringify(JSON.parse(text), null, blank))
        expect(decideTexts(asked.request, spaced)).toEqual(decideTexts(asked.request, asked.documents))
      }),
      RUNS,
    )
  })

  it('one more Deny in any layer adds no access', () => {
    const places = fc.constantFrom('identity', 'boundary', 'session', 'resource', 'trust', 'scps', 'rcps')
    const denies = (kind: Kind) => statement(kind).map((each) => ({ ...each, Effect: 'Deny' }))
    const added = fc.record({
      identity: denies('identity'),
      resource: denies('resource'),
      trust: denies('trust'),
      rcp: denies('rcp'),
    })
    fc.assert(
      fc.property(question, places, added, (asked, place, deny) => {
        const kind = place === 'resource' || place === 'trust' ? place : place === 'rcps' ? 'rcp' : 'identity'
        const more = withStatement(asked.documents, place, JSON.stringify(deny[kind]))
        addsNothing(effect(asked.request, asked.documents), effect(asked.request, more))
      }),
      RUNS,
    )
  })

  it('one more Allow in any layer takes no access away', () => {
    const allow = statement('identity').map((each) => JSON.stringify({ ...each, Effect: 'Allow' }))
    const places = fc.constantFrom('identity', 'boundary', 'session', 'scps')
    fc.assert(
      fc.property(question, places, allow, (asked, place, more) => {
        addsNothing(
          effect(asked.request, withStatement(asked.documents, place, more)),
          effect(asked.request, asked.documents),
        )
      }),
      RUNS,
    )
  })

  it('a boundary adds no access', () => {
    fc.assert(
      fc.property(question, policyDocument('identity'), ({ request, documents }, text) => {
        const { boundary: _, ...without } = documents
        addsNothing(effect(request, without), effect(request, { ...without, boundary: [text] }))
      }),
      RUNS,
    )
  })

  it('an SCP level and an RCP level add no access', () => {
    fc.assert(
      fc.property(question, policyDocument('identity'), policyDocument('rcp'), ({ request, documents }, scp, rcp) => {
        const { scps = [], rcps = [] } = documents
        addsNothing(effect(request, documents), effect(request, { ...documents, scps: [...scps, [scp]] }))
        addsNothing(effect(request, documents), effect(request, { ...documents, rcps: [...rcps, [rcp]] }))
      }),
      RUNS,
    )
  })

  it('a session policy adds no access to a role session', () => {
    fc.assert(
      fc.property(question, policyDocument('identity'), ({ request, documents }, text) => {
        fc.pre(request.principal.kind === 'role')
        const { session: _, ...without } = documents
        addsNothing(effect(request, without), effect(request, { ...without, session: [text] }))
      }),
      RUNS,
    )
  })

  it('a statement and its negation never agree', () => {
    const elements = statement('identity').map(({ Action, NotAction, Resource, NotResource }) => ({
      actions: Action ?? NotAction,
      resources: Resource ?? NotResource,
    }))
    fc.assert(
      fc.property(request, elements, (asked, { actions, resources }) => {
        const calm = { ...asked, action: 's3:Get', resource: 'arn:aws:s3:::a/b' }
        const matches = (part: object) => {
          const Statement = { Effect: 'Deny', Action: '*', Resource: '*', ...part }
          const text = JSON.stringify({ Version: '2012-10-17', Statement })
          return decideTexts({ ...calm, principal: ALICE }, { identity: [text] }).effect === 'explicitDeny'
        }
        expect(matches({ Action: actions })).toBe(!matches({ Action: undefined, NotAction: actions }))
        expect(matches({ Resource: resources })).toBe(!matches({ Resource: undefined, NotResource: resources }))
      }),
      RUNS,
    )
  })

  it('conditions only ever narrow a statement', () => {
    fc.assert(
      fc.property(request, statement('identity'), condition, (asked, { Condition: _, ...open }, Condition) => {
        const document = (part: object) => JSON.stringify({ Version: '2012-10-17', Statement: part })
        const allow = { ...open, Effect: 'Allow' }
        const narrow = effect(asked, { identity: [document({ ...allow, Condition })] })
        addsNothing(effect(asked, { identity: [document(allow)] }), narrow)
      }),
      RUNS,
    )
  })

  it('the explanation names the statements that decided', () => {
    fc.assert(
      fc.property(question, ({ request, documents }) => {
        // Nobody else has identity policies; given some all the same, the explanation would still show them.
        fc.pre(['user', 'role', 'federated'].includes(request.principal.kind))
        const policies = policiesOf(documents)
        const { decision, layers } = explain(request, policies)
        const wanted = decision.effect === 'explicitDeny' ? 'Deny' : 'Allow'
        const explained = layers.flatMap(({ layer, result, statements }) =>
          result === 'deny' && wanted === 'Allow'
            ? []
            : statements
                .filter((each) => each.matched && each.effect === wanted)
                .map((each) => `${layer}:${each.source.id}#${each.index}`),
        )
        const decided = decision.matched.map(({ layer, source, index }) => `${layer}:${source.id}#${index}`)
        if (decision.matched.length > 0) expect(explained.sort()).toEqual(decided.sort())
        for (const { layer, level, result } of layers) {
          if (level === undefined) expect(result, layer).toBe(decision.layers[layer])
        }
      }),
      RUNS,
    )
  })
})

const ALICE = { kind: 'user', account: '111111111111', arn: 'arn:aws:iam::111111111111:user/a' } as const

/** The documents with one more statement; a layer that is not there stays away. */
function withStatement(documents: Documents, place: keyof Documents, statement: string): Documents {
  const text = `{"Version":"2012-10-17","Statement":[${statement}]}`
  const layer = documents[place]
  if (layer === undefined) return documents
  if (typeof layer === 'string') {
    const document = JSON.parse(layer) as { Statement: unknown }
    return {
      ...documents,
      [place]: JSON.stringify({ ...document, Statement: [document.Statement, JSON.parse(statement)].flat() }),
    }
  }
  if (place === 'scps' || place === 'rcps') {
    const levels = layer as readonly (readonly string[])[]
    return { ...documents, [place]: levels.map((level, i) => (i === 0 ? [...level, text] : level)) }
  }
  return { ...documents, [place]: [...layer, text] }
}
