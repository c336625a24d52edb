import 'server-only'
import type { CompiledPolicy, Policies } from '@/lib/policy'
import { statementPlaces } from '@/lib/policy/statement-places'
import type { Decision, PolicySource as Document, MatchedStatement, Position, Span } from '@/lib/policy/types'
import type { PolicySource } from '../../nouns/policy-source'

// AWS: these are the recorded words, whatever the model's enumeration says.
const sourceTypes = { identity: 'IAM Policy', resource: 'Resource Policy' }

/**
 * The statements that led to some decisions, each once. AWS: those of boundaries and organizations are not among them,
 * and what is denied by nobody's word has none (API reference, EvaluationResult).
 */
export function matchedStatements(policies: Policies, decisions: readonly Decision[], entity?: PolicySource) {
  const seen = new Map<string, ReturnType<typeof shapeOf>>()
  for (const { effect, matched } of decisions) {
    if (effect === 'implicitDeny') continue
    for (const statement of matched) {
      const { layer, source, index } = statement
      if (layer !== 'identity' && layer !== 'resource') continue
      const id = idOf(source, entity)
      const key = `${layer} ${id} ${index}`
      if (!seen.has(key)) seen.set(key, shapeOf(policies, statement, layer, id))
    }
  }
  return [...seen.values()]
}

function shapeOf(policies: Policies, { source, index }: MatchedStatement, layer: 'identity' | 'resource', id: string) {
  const policy = policies[layer]?.entries.find((entry) => entry.source === source)?.policy
  const place = policy && placesOf(policy)[index]
  return {
    SourcePolicyId: id,
    SourcePolicyType: sourceTypes[layer] as never,
    ...(place && { StartPosition: positionShape(place.start), EndPosition: positionShape(place.end) }),
  }
}

// AWS: an inline policy's identifier begins with its owner, as in `role_reader_own` (recorded).
function idOf({ id, arn, via }: Document, entity?: PolicySource): string {
  if (arn !== undefined || via?.type === 'input' || !entity) return id
  return via ? `${via.type}_${via.name}_${id}` : `${entity.type}_${entity.name}_${id}`
}

const positionShape = ({ line, column }: Position) => ({ Line: line, Column: column })

const known = new WeakMap<CompiledPolicy, Span[]>()

function placesOf(policy: CompiledPolicy): Span[] {
  const places = known.get(policy) ?? statementPlaces(policy.text)
  known.set(policy, places)
  return places
}
