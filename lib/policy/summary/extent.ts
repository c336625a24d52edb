import type { ServiceResources } from './applies'
import type { Grant } from './grant'
import { conditionText, resourceText } from './wording'

/** One thing, several, or no limit at all. */
export type Extent = { kind: 'all' } | { kind: 'one'; text: string } | { kind: 'multiple'; count: number }

export function resourcesExtent(grants: readonly Grant[], resources: ServiceResources | null): Extent {
  const texts = new Set(grants.flatMap((grant) => grant.resources))
  const [first] = texts
  if (texts.size > 1) return { kind: 'multiple', count: texts.size }
  const text = first === undefined ? null : resourceText(first, resources)
  return text === null ? { kind: 'all' } : { kind: 'one', text }
}

/** `all` stands for no condition. */
export function conditionsExtent(grants: readonly Grant[]): Extent {
  const texts = new Set(grants.flatMap((grant) => grant.conditions.map(conditionText)))
  const [first] = texts
  if (first === undefined) return { kind: 'all' }
  // Where one statement has a condition and another has none, both hold.
  const isMixed = grants.some((grant) => grant.conditions.length === 0)
  return texts.size > 1 || isMixed ? { kind: 'multiple', count: texts.size } : { kind: 'one', text: first }
}
