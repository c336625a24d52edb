import type { Layers } from './decide'
import { decideVerdict } from './decide-verdict'
import type { LayerExplanation } from './explain'
import type { ConditionOutcome, StatementExplanation } from './explain-statement'
import { NAMED, type Named } from './match/principal'
import type { LayerName, PolicySource, Request } from './types'

/** One thing that would have to change. All of a list together would open the door. */
export type Missing =
  /** Nothing in the layer (or in this level of it) allows the action. */
  | { kind: 'allow'; layer: LayerName; level?: number; action: string; resource: string }
  /** A statement would allow it if this condition held. */
  | ({ kind: 'condition'; layer: LayerName; level?: number; condition: ConditionOutcome } & Where)
  | ({ kind: 'remove-deny'; layer: LayerName; level?: number } & Where)
  /** It belongs to AWS: no policy can allow it. */
  | { kind: 'impossible' }

type Where = { source: PolicySource; index: number; sid?: string }

/** What the layers would say without their Deny statements. */
export type Undenied = { layers: Layers; named: Named }

/** The order decides between sets of the same size: one's own policies are the easiest to change. */
const FLIPS: readonly LayerName[] = ['scp', 'identity', 'boundary', 'session', 'resource']

/** The fewest changes that turn the decision into `allowed`: every Deny goes, then as few layers as possible open. */
export function findMissing(request: Request, explained: readonly LayerExplanation[], undenied: Undenied): Missing[] {
  const missing: Missing[] = []
  for (const { layer, level, statements } of explained) {
    for (const statement of statements) {
      if (statement.matched && statement.effect === 'Deny') {
        missing.push({ kind: 'remove-deny', layer, ...levelOf(level), ...where(statement) })
      }
    }
  }
  for (const flip of smallestFlips(request, undenied)) {
    const closed = explained.filter(({ layer, statements }) => layer === flip && !statements.some(allows))
    for (const each of closed) missing.push(...opening(request, each))
    if (!explained.some(({ layer }) => layer === flip)) missing.push(allowIn(flip, request))
  }
  return missing
}

const allows = ({ matched, effect }: StatementExplanation): boolean => matched && effect === 'Allow'
const levelOf = (level: number | undefined) => (level === undefined ? {} : { level })

function smallestFlips(request: Request, undenied: Undenied): readonly LayerName[] {
  const useful = FLIPS.filter((layer) => undenied.layers[layer] !== 'allow' || layer === 'resource')
  const subsets = subsetsOf(useful).sort((a, b) => a.length - b.length)
  return subsets.find((subset) => opens(request, undenied, subset)) ?? []
}

/** In the order of FLIPS; five layers make 32 subsets. */
function subsetsOf(layers: readonly LayerName[]): LayerName[][] {
  let sets: LayerName[][] = [[]]
  for (const layer of layers.toReversed()) sets = sets.map((set) => [layer, ...set]).concat(sets)
  return sets
}

function opens(request: Request, { layers, named }: Undenied, flips: readonly LayerName[]): boolean {
  const flipped = { ...layers }
  for (const layer of flips) {
    // A layer that is not there cannot be opened, except where the rules ask for it.
    if (layers[layer] === 'absent' && !isWanted(layer, request)) return false
    flipped[layer] = 'allow'
  }
  const strongest = flips.includes('resource') ? NAMED.direct : named
  return decideVerdict(request, flipped, strongest).effect === 'allowed'
}

function isWanted(layer: LayerName, { principal, needsResourcePolicy, resourceAccount }: Request): boolean {
  if (layer === 'session') return principal.kind === 'federated'
  const isForeign = !('account' in principal) || principal.account !== resourceAccount
  return layer === 'resource' && (needsResourcePolicy === true || isForeign)
}

/** A statement that fails by its conditions alone is closer than a statement that nobody has written yet. */
function opening(request: Request, { layer, level, statements }: LayerExplanation): Missing[] {
  const near = statements
    .filter(({ effect, action, resource, named, conditions }) => {
      const covers = resource?.matched !== false
      return effect === 'Allow' && action?.matched === true && covers && named > 0 && conditions.length > 0
    })
    .map((statement) => ({ statement, failed: statement.conditions.filter((outcome) => !outcome.matched) }))
    .sort((a, b) => a.failed.length - b.failed.length)[0]
  if (!near) return [allowIn(layer, request, level)]
  return near.failed.map((condition) => ({
    kind: 'condition',
    layer,
    ...levelOf(level),
    ...where(near.statement),
    condition,
  }))
}

const allowIn = (layer: LayerName, { action, resource }: Request, level?: number): Missing => ({
  kind: 'allow',
  layer,
  ...levelOf(level),
  action,
  resource,
})

const where = ({ source, index, sid }: StatementExplanation): Where =>
  sid === undefined ? { source, index } : { source, index, sid }
