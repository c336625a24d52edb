import 'server-only'
import { actionCatalogue } from '@/lib/aws/catalogue/actions'
import { invalidInput, validationError } from '@/lib/aws/errors'
import { type CompiledPolicy, contextKeys, decide, type Policies } from '@/lib/policy'
import type { Context, Decision, LayerResult, Verdict } from '@/lib/policy/types'
import { matchedStatements } from '../iam/shapes/matched-statement-shape'
import { more, pageRequest } from '../paging'
import type { PolicySource } from './policy-source'
import type { Simulation } from './simulation'

/** A page ends early when it has given this many answers; AWS, too, may give fewer results than were asked for. */
const mostAnswers = 2000
/** The same for statements that were considered. One action about all resources is never divided, so that has a limit, too. */
const mostConsidered = 100_000
const mostConsideredAtOnce = 2_000_000
const mostMatchedAtOnce = 20_000

/** The answers about a page of the actions, and how to go on. Markers count actions: the input does not change. */
export function simulate(
  simulation: Simulation,
  { ActionNames, ...paging }: { ActionNames: readonly string[]; Marker?: string; MaxItems?: number },
  entity?: PolicySource,
) {
  const { after = '0', limit } = pageRequest(paging)
  if (!/^\d{1,6}$/.test(after)) throw validationError('Invalid Marker.')
  const start = Number(after)
  const { resources, policies } = simulation
  const considered = resources.length * statementsIn(policies)
  if (considered > mostConsideredAtOnce) throw tooMuch(`${statementsIn(policies)} statements`)
  const most = Math.max(1, Math.floor(Math.min(mostAnswers / resources.length, mostConsidered / considered)))
  const actions = ActionNames.slice(start, start + Math.min(limit, most))
  const missing = missingKeys(simulation)
  const end = start + actions.length
  return {
    EvaluationResults: actions.map((action) => evaluate(simulation, action, missing, entity)),
    ...more({ next: end < ActionNames.length ? String(end) : null }),
  }
}

const statementsIn = ({ scps = [], rcps = [], ...layers }: Policies) =>
  [...scps, ...rcps, ...Object.values(layers)].reduce((sum, set) => sum + (set?.size ?? 0), 0)

// AWS names no limit here, only the request's own size.
const tooMuch = (what: string) =>
  invalidInput(`The policies have too many statements to be evaluated at once: ${what}. Ask about fewer resources.`)

function evaluate(simulation: Simulation, action: string, missing: string[], entity: PolicySource | undefined) {
  const { resources, policies } = simulation
  const answers = resources.map((resource) => ({
    resource,
    decision: decide(requestFor(simulation, action, resource), policies),
  }))
  const decisions = answers.map(({ decision }) => decision)
  const found = decisions.reduce((sum, { matched }) => sum + matched.length, 0)
  if (found > mostMatchedAtOnce) throw tooMuch(`${found} matches`)
  const effect = strictest(decisions.map((decision) => decision.effect))
  const named = resources.length === 1 && resources[0] === '*' ? [] : answers
  const matched = (of: readonly Decision[]) => matchedStatements(policies, of, entity)
  return {
    EvalActionName: action,
    EvalResourceName: resources.length === 1 ? resources[0] : templateFor(action, resources[0] ?? '*'),
    EvalDecision: effect,
    // AWS: only what led to the reported decision (API reference, EvaluationResult).
    MatchedStatements: matched(decisions.filter((decision) => decision.effect === effect)),
    MissingContextValues: missing,
    ...limits(decisions),
    ...(named.length > 0 && details(simulation, answers)),
    ...(named.length > 0 && {
      ResourceSpecificResults: named.map((answer) => ({
        EvalResourceName: answer.resource,
        EvalResourceDecision: answer.decision.effect,
        MatchedStatements: matched([answer.decision]),
        ...(missing.length > 0 && { MissingContextValues: missing }),
        ...(isForeign(simulation, answer.resource) && details(simulation, [answer])),
        ...boundaryDetail([answer.decision]),
      })),
    }),
  }
}

function requestFor({ principal, context, ownerOf }: Simulation, action: string, resource: string) {
  return { principal, action, resource, resourceAccount: ownerOf(resource), context }
}

const severity: readonly Verdict[] = ['allowed', 'implicitDeny', 'explicitDeny']

/** AWS: over several resources the most restrictive answer counts (API reference, EvaluationResult). */
function strictest(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce((one, other) => (severity.indexOf(other) > severity.indexOf(one) ? other : one), 'allowed')
}

/** What boundaries and organizations say, where there are any. */
function limits(decisions: readonly Decision[]) {
  const scp = decisions.every(({ layers }) => layers.scp === 'allow')
  const hasOrganization = decisions.some(({ layers }) => layers.scp !== 'absent')
  return {
    ...(hasOrganization && { OrganizationsDecisionDetail: { AllowedByOrganizations: scp } }),
    ...boundaryDetail(decisions),
  }
}

function boundaryDetail(decisions: readonly Decision[]) {
  if (decisions.every(({ layers }) => layers.boundary === 'absent')) return {}
  const AllowedByPermissionsBoundary = decisions.every(({ layers }) => layers.boundary === 'allow')
  return { PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary } }
}

const isForeign = ({ principal, ownerOf }: Simulation, resource: string) =>
  'account' in principal && ownerOf(resource) !== principal.account

type Answers = readonly { resource: string; decision: Decision }[]

/** AWS: empty within one account, left out where an organization's policy ends the simulation. */
function details(simulation: Simulation, answers: Answers): { EvalDecisionDetails?: Record<string, Verdict> } {
  if (answers.some(({ decision }) => decision.layers.scp === 'deny' || decision.layers.scp === 'none')) return {}
  const foreign = answers.filter(({ resource }) => isForeign(simulation, resource))
  if (foreign.length === 0) return { EvalDecisionDetails: {} }
  const side = (layer: 'identity' | 'resource') =>
    strictest(foreign.map(({ decision }) => verdictOf(decision.layers[layer])))
  return { EvalDecisionDetails: { 'IAM Policy': side('identity'), 'Resource Policy': side('resource') } }
}

function verdictOf(result: LayerResult): Verdict {
  if (result === 'deny') return 'explicitDeny'
  return result === 'allow' ? 'allowed' : 'implicitDeny'
}

/** AWS: several resources are named by the form of their ARNs. The first type that the first resource fits. */
function templateFor(action: string, resource: string): string {
  const catalogue = actionCatalogue()
  const service = action.slice(0, action.indexOf(':')).toLowerCase()
  const types = catalogue.action(action)?.resourceTypes ?? []
  const forms = types.flatMap(({ name }) => catalogue.resourceType(service, name)?.arn ?? [])
  return forms.find((form) => hasForm(resource, form)) ?? forms[0] ?? '*'
}

function hasForm(arn: string, form: string): boolean {
  const [given, wanted] = [arn.split(/[:/]/), form.split(/[:/]/)]
  return given.length >= wanted.length && wanted.every((part, at) => part.includes('${') || part === given[at])
}

// AWS: all keys of the policies count, also those of statements about other actions (recorded), but no limit's.
function missingKeys({ policies, context }: Simulation): string[] {
  const missing = new Map<string, string>()
  for (const { policy } of [...policies.identity.entries, ...(policies.resource?.entries ?? [])]) {
    for (const name of keysOf(policy)) if (isMissing(name, context)) missing.set(name.toLowerCase(), name)
  }
  return [...missing.values()]
}

const isMissing = (name: string, context: Context) => !context.has(name.toLowerCase())

const known = new WeakMap<CompiledPolicy, string[]>()

/** Compiled documents live long, so what a document asks for is read from it once. */
function keysOf(policy: CompiledPolicy): string[] {
  const keys = known.get(policy) ?? contextKeys([policy.text])
  known.set(policy, keys)
  return keys
}
