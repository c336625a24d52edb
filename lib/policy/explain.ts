import type { PolicySet } from './compile-set'
import { decide, hasOwnPolicies, type Layers, type Policies } from './decide'
import { isAwsOwned } from './decide-rules'
import { findMissing, type Missing, type Undenied } from './explain-missing'
import { explainPolicy, type StatementExplanation } from './explain-statement'
import { NAMED } from './match/principal'
import { Question } from './question'
import type { Decision, LayerName, LayerResult, Request } from './types'

/** One set of policies: a layer, or one level of the SCPs or RCPs (0 is the organization's root). */
export type LayerExplanation = {
  layer: LayerName
  level?: number
  result: LayerResult
  statements: readonly StatementExplanation[]
}

export type Explanation = {
  decision: Decision
  /** In the order in which the layers are reported; those that do not bind this caller are left out. */
  layers: readonly LayerExplanation[]
  /** The smallest set of changes that would allow the request; empty when it is allowed. */
  missing: readonly Missing[]
}

/** Says why: every layer and statement, part by part. Slow next to `decide`, so ask only when somebody reads it. */
export function explain(request: Request, policies: Policies): Explanation {
  const decision = decide(request, policies)
  const question = new Question(request, decision.layers.boundary !== 'absent')
  const layers = sets(request, policies, decision).map((set) => explainLayer(set, question))
  const { effect } = decision
  if (effect === 'allowed') return { decision, layers, missing: [] }
  if (isAwsOwned(question)) return { decision, layers, missing: [{ kind: 'impossible' }] }
  return { decision, layers, missing: findMissing(request, layers, withoutDenies(decision.layers, layers)) }
}

type NamedSet = { layer: LayerName; level?: number; set: PolicySet }

function sets({ principal }: Request, policies: Policies, { layers }: Decision): NamedSet[] {
  const { scps = [], rcps = [], identity, resource, boundary, session } = policies
  const all: NamedSet[] = [
    ...scps.map((set, level) => ({ layer: 'scp' as const, level, set })),
    ...rcps.map((set, level) => ({ layer: 'rcp' as const, level, set })),
    ...(hasOwnPolicies(principal) ? [{ layer: 'identity' as const, set: identity }] : []),
    ...(resource ? [{ layer: 'resource' as const, set: resource }] : []),
    ...(boundary ? [{ layer: 'boundary' as const, set: boundary }] : []),
    ...(session ? [{ layer: 'session' as const, set: session }] : []),
  ]
  return all.filter(({ layer }) => layers[layer] !== 'absent' && layers[layer] !== 'skipped')
}

function explainLayer({ layer, level, set }: NamedSet, question: Question): LayerExplanation {
  const statements = set.entries.flatMap(({ source, policy }) => explainPolicy(policy, source, question))
  const matched = statements.filter((statement) => statement.matched)
  const denies = matched.some((statement) => statement.effect === 'Deny')
  const allows = layer === 'rcp' || matched.some((statement) => statement.effect === 'Allow')
  const result = denies ? 'deny' : allows ? 'allow' : 'none'
  return level === undefined ? { layer, result, statements } : { layer, level, result, statements }
}

/** The layers as they would stand once every matching Deny were gone. */
function withoutDenies(results: Readonly<Layers>, explained: readonly LayerExplanation[]): Undenied {
  const layers = { ...results }
  let named: Undenied['named'] = NAMED.not
  for (const { layer } of explained) layers[layer] = 'allow'
  for (const { layer, statements } of explained) {
    const allows = statements.filter(({ matched, effect }) => matched && effect === 'Allow')
    if (allows.length === 0 && layer !== 'rcp') layers[layer] = 'none'
    if (layer === 'resource') for (const each of allows) if (each.named > named) named = each.named
  }
  return { layers, named }
}
