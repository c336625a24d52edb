import type { LayerName, LayerResult, PolicySource, Why } from '@/lib/gate/why'

/** One lock of the row: open, shut, nothing there, or behind the one that shut. */
export type Lock = {
  /** `deny` stands for every statement that forbids, wherever it is. */
  id: 'deny' | LayerName
  name: string
  state: 'open' | 'shut' | 'not-set' | 'not-reached'
  reason: string
}

/** What the console calls the kinds of policies. */
export const layerNames: Record<LayerName, string> = {
  rcp: 'Resource control policy',
  scp: 'Service control policy',
  resource: 'Resource-based policy',
  identity: 'Identity-based policy',
  boundary: 'Permissions boundary',
  session: 'Session policy',
}

const order: readonly LayerName[] = ['rcp', 'scp', 'resource', 'identity', 'boundary', 'session']

type Facts = Pick<Why, 'effect' | 'decidedBy' | 'layers'> & Partial<Pick<Why, 'named'>>

/** The locks in the order in which they are tried. */
export function locksOf(why: Facts): Lock[] {
  const { effect, decidedBy } = why
  const isDenied = effect === 'explicitDeny'
  const deny: Lock = {
    id: 'deny',
    name: 'Explicit deny',
    state: isDenied ? 'shut' : 'open',
    reason: isDenied && decidedBy ? `${withArticle(decidedBy)} forbids it` : 'no policy forbids it',
  }
  const shutAt = isDenied ? -1 : effect === 'allowed' || !decidedBy ? order.length : order.indexOf(decidedBy)
  return [
    deny,
    ...order.map((layer, at) => ({
      id: layer,
      name: layerNames[layer],
      ...stateOf(layer, why.layers[layer], at - shutAt, why.named?.[layer]?.id),
    })),
  ]
}

/** `distance`: below 0 before the lock that shut, 0 that lock, above 0 behind it. */
function stateOf(layer: LayerName, result: LayerResult, distance: number, name = ''): Pick<Lock, 'state' | 'reason'> {
  const says = (text: string) => `${name} ${text}`.trim()
  if (result === 'absent') return { state: 'not-set', reason: layer === 'resource' ? 'there is none' : 'none is set' }
  if (result === 'skipped') return { state: 'not-set', reason: 'does not bind you' }
  if (distance > 0) return { state: 'not-reached', reason: says(wouldSay[result]) }
  if (result === 'allow') return { state: 'open', reason: says('allows it') }
  // Before the lock that shut: the policy of a resource need not say a word where one's own policies do.
  return distance < 0
    ? { state: 'not-set', reason: 'says nothing of it' }
    : { state: 'shut', reason: says('does not allow it') }
}

const wouldSay = { allow: 'would allow it', none: 'would not allow it', deny: 'forbids it' } as const

const withArticle = (layer: LayerName) => `${layer === 'identity' ? 'an' : 'a'} ${layerNames[layer].toLowerCase()}`

/** The locks that would still be shut once the first one were open. What forbids is the first lock itself. */
export const locksBehind = (locks: readonly Lock[]) =>
  locks.filter(({ state, reason }) => state === 'not-reached' && reason.endsWith(wouldSay.none))

/** The answer in one sentence, without the action's name: `No policy forbids {action}, but ...`; the policy that it names. */
export function verdictOf({ effect, decidedBy, named }: Facts): {
  before: string
  after: string
  policy?: PolicySource
} {
  if (effect === 'allowed') return { before: 'You may do', after: 'now. Nothing stands in the way any more.' }
  const layer = decidedBy ?? 'identity'
  const name = withArticle(layer)
  if (effect === 'explicitDeny') {
    return { before: `${name.charAt(0).toUpperCase()}${name.slice(1)} forbids`, after: 'A deny beats every allow.' }
  }
  if (layer === 'boundary') {
    const after = ['but the permissions boundary', named?.boundary?.id, 'does not allow it.'].filter(Boolean).join(' ')
    return { before: 'No policy forbids', after, policy: named?.boundary }
  }
  return { before: 'No policy forbids', after: `but no ${layerNames[layer].toLowerCase()} allows it.` }
}
