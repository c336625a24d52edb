import 'server-only'
import { type Answer, authorize } from '@/lib/access/authorize'
import type { SignedCaller } from '@/lib/access/caller'
import type { Operation } from '@/lib/operations/define'
import { combine, compile, explain, type Missing, type StatementExplanation } from '@/lib/policy'
import type { LayerName, LayerResult, PolicySource, Verdict } from '@/lib/policy/types'
import { read } from '@/lib/store'
import { checkInput } from './check-input'
import { demandSigned, demandUsable } from './demand-signed'
import { mayTravel } from './travelling'
import type { World } from './world'

/** Performs the call that shows a policy; false where it is refused, or where there is no such call. */
export type MayRead = (source: PolicySource, layer: LayerName, caller: SignedCaller) => Promise<boolean>

export type { LayerName, LayerResult, Missing, PolicySource }

export type Wanted = {
  /** With several questions: the one that was refused. Else the first that is not allowed. */
  action?: string
  /** The layer to look into; else the one that decided. */
  layer?: LayerName
}

/** A statement that its reader may read, in a document laid out line by line. */
export type NearStatement = { layer: LayerName; document: string; statement: StatementExplanation }

export type Why = {
  principalArn: string
  action: string
  resource: string
  /** What the call brought along; nothing of what it is about. */
  context: readonly (readonly [key: string, value: string])[]
  effect: Verdict
  decidedBy: LayerName | null
  layers: Readonly<Record<LayerName, LayerResult>>
  /** The boundary, and the policy that allows: where the caller may read them. */
  named: Readonly<Partial<Record<LayerName, PolicySource>>>
  /** The layer that is looked into, its nearest statements, and whether some of its policies had to be left out. */
  looked: { layer: LayerName; near: readonly NearStatement[]; isPartial: boolean }
  missing: readonly Missing[]
}

/**
 * Asks a call's questions once more and says why the answer is no. INVARIANT: a statement leaves this function only after
 * the call that shows its policy was performed for this caller; of all others not even the number is told.
 */
export async function whyDenied<In>(
  operation: Operation<In>,
  input: unknown,
  world: World,
  mayRead: MayRead,
  wanted: Wanted = {},
): Promise<Why> {
  const caller = demandSigned(world.caller)
  demandUsable(caller, operation)
  const answers = await answersOf(operation, input, caller, world)
  const answer = answerAbout(answers, wanted)
  const explanation = explain(answer.request, answer.policies)
  const { decision } = explanation
  const layer = wanted.layer ?? decision.layer ?? 'identity'
  const reader = new Reader(answer, (source, inLayer) => mayRead(source, inLayer, caller))
  const inLayer = explanation.layers.filter((each) => each.layer === layer).flatMap(({ statements }) => statements)
  const near = nearest(inLayer, answer)
  const shown = await reader.readable(layer, near)
  return {
    principalArn: caller.arn,
    action: answer.request.action,
    resource: answer.request.resource,
    context: ownContext(answer),
    effect: decision.effect,
    decidedBy: decision.layer,
    layers: decision.layers,
    named: await reader.named(explanation.layers),
    looked: { layer, near: shown.slice(0, mostShown), isPartial: await reader.hides(layer, inLayer) },
    missing: await reader.missing(explanation.missing, answer),
  }
}

const mostShown = 3

async function answersOf<In>(operation: Operation<In>, input: unknown, caller: SignedCaller, world: World) {
  const store = read(caller.account)
  const subject = { store, input: checkNames(operation, input), ...world, caller }
  const { found, target } = await operation.on.locate(subject)
  const questions = await operation.ask({ found, target, ...subject })
  return Promise.all(questions.map((question) => authorize(caller, question, world, store)))
}

/** The input as it travelled: what may not travel may be missing, everything else is checked as ever. */
function checkNames<In>(operation: Operation<In>, input: unknown): In {
  const result = operation.input.safeParse(input, { reportInput: true })
  if (result.success) return result.data
  const isWithheld = result.error.issues.every(
    ({ path: [member, ...inner], input: given }) =>
      typeof member === 'string' && inner.length === 0 && given === undefined && !mayTravel(operation, member),
  )
  if (!isWithheld) return checkInput(operation, input)
  return input as In // short of members that no question is about
}

function answerAbout(answers: readonly Answer[], { action }: Wanted): Answer {
  const refused = answers.filter(({ decision }) => decision.effect !== 'allowed')
  const found = refused.find(({ request }) => request.action === action) ?? refused[0] ?? answers[0]
  if (!found) throw new Error('An operation asks at least one question.')
  return found
}

/** What the call brought along. Tags of what it is about are left out: they are for those who may list them. */
function ownContext({ request }: Answer): (readonly [string, string])[] {
  return [...request.context]
    .filter(([key]) => !isAboutResource(key))
    .map(([key, value]) => [key, typeof value === 'string' ? value : value.join(', ')] as const)
}

const isAboutResource = (key: string) => /^[a-z0-9-]+:(resourcetag|existingobjecttag)\//i.test(key)

/** On an explicit deny the statements that forbid; else those that would allow, the closest first. */
function nearest(statements: readonly StatementExplanation[], { decision, request }: Answer): StatementExplanation[] {
  const denies = statements.filter(({ effect, matched }) => effect === 'Deny' && matched)
  if (decision.effect === 'explicitDeny' && denies.length > 0) return denies
  return statements
    .filter(({ effect }) => effect === 'Allow')
    .map((statement) => ({ statement, nearness: nearness(statement, request.action) }))
    .filter((each) => each.nearness > 0)
    .sort((a, b) => b.nearness - a.nearness)
    .map(({ statement }) => statement)
}

/** The action counts most; where it does not fit, a statement is near if it speaks of the same service. */
function nearness({ action, resource, principal, conditions, named }: StatementExplanation, asked: string): number {
  if (!action || (principal && named === 0)) return 0
  const service = asked.slice(0, asked.indexOf(':') + 1).toLowerCase()
  if (!action.matched) return action.entries.some(({ text }) => text.toLowerCase().startsWith(service)) ? 1 : 0
  const held = conditions.filter((condition) => condition.matched).length
  return 2 + (resource?.matched === false ? 0 : 2) + (conditions.length === 0 ? 1 : held / conditions.length)
}

/** Knows what the caller may read, and asks the door once for each policy. */
class Reader {
  private readonly known = new Map<string, Promise<boolean>>()

  constructor(
    private readonly answer: Answer,
    private readonly show: (source: PolicySource, layer: LayerName) => Promise<boolean>,
  ) {}

  mayRead(source: PolicySource, layer: LayerName): Promise<boolean> {
    const key = JSON.stringify([layer, source.arn ?? source.id, source.via])
    const known = this.known.get(key) ?? this.show(source, layer)
    this.known.set(key, known)
    return known
  }

  async readable(layer: LayerName, statements: readonly StatementExplanation[]): Promise<NearStatement[]> {
    const shown: NearStatement[] = []
    for (const statement of statements) {
      if (shown.length === mostShown) break
      if (await this.mayRead(statement.source, layer)) shown.push(this.laidOut(layer, statement))
    }
    return shown
  }

  async hides(layer: LayerName, statements: readonly StatementExplanation[]): Promise<boolean> {
    for (const { source } of statements) if (!(await this.mayRead(source, layer))) return true
    return false
  }

  /** Where one policy stands for a layer's result: the boundary, and the first of one's own that allows. */
  async named(layers: readonly { layer: LayerName; statements: readonly StatementExplanation[] }[]) {
    const allowing = layers
      .filter(({ layer }) => layer === 'identity')
      .flatMap(({ statements }) => statements)
      .find(({ effect, matched }) => effect === 'Allow' && matched)
    const candidates = { boundary: this.answer.policies.boundary?.entries[0]?.source, identity: allowing?.source }
    const named: Partial<Record<LayerName, PolicySource>> = {}
    for (const layer of ['boundary', 'identity'] as const) {
      const source = candidates[layer]
      if (source && (await this.mayRead(source, layer))) named[layer] = source
    }
    return named
  }

  /** A document on one line cannot be marked line by line: it is laid out and looked at again. */
  private laidOut(layer: LayerName, statement: StatementExplanation): NearStatement {
    const { source, index } = statement
    const set = layer === 'resource' ? this.answer.policies.resource : this.setsOf(layer)
    const entry = set?.entries.find((each) => each.source === source)
    const document = entry?.policy.text ?? ''
    if (!entry || document.includes('\n')) return { layer, document, statement: withoutTags(statement) }
    const text = JSON.stringify(JSON.parse(document), null, 2)
    const again = { source, policy: compile(text, entry.policy.kind) }
    const policies = { ...this.answer.policies, [layer]: combine([again]) }
    const [same] = explain(this.answer.request, policies).layers.filter((each) => each.layer === layer)
    const found = same?.statements.find((each) => each.index === index) ?? statement
    return { layer, document: text, statement: withoutTags(found) }
  }

  private setsOf(layer: LayerName) {
    const { identity, boundary, session } = this.answer.policies
    return layer === 'boundary' ? boundary : layer === 'session' ? session : identity
  }

  /** What would have to change, without a word on statements that may not be read. */
  async missing(missing: readonly Missing[], { request }: Answer): Promise<Missing[]> {
    const told: Missing[] = []
    for (const each of missing) {
      if (each.kind === 'allow' || each.kind === 'impossible') told.push(each)
      else if (await this.mayRead(each.source, each.layer)) told.push(withoutTagValue(each))
      else if (each.kind === 'condition') {
        told.push({ kind: 'allow', layer: each.layer, action: request.action, resource: request.resource })
      } else {
        // AWS: a refusal names the managed policy that denies, and no other.
        const { arn } = each.source
        told.push({ ...each, source: arn ? { id: arn, arn } : { id: '' }, index: -1, sid: undefined })
      }
    }
    return told.filter((each, at) => told.findIndex((other) => JSON.stringify(other) === JSON.stringify(each)) === at)
  }
}

function withoutTags(statement: StatementExplanation): StatementExplanation {
  return {
    ...statement,
    conditions: statement.conditions.map((condition) =>
      isAboutResource(condition.key) ? { ...condition, requestValue: null } : condition,
    ),
  }
}

function withoutTagValue(missing: Missing): Missing {
  if (missing.kind !== 'condition' || !isAboutResource(missing.condition.key)) return missing
  return { ...missing, condition: { ...missing.condition, requestValue: null } }
}
