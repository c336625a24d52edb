import type { PolicySet, Row } from './compile-set'
import { askLayer, type Layer, SILENT } from './decide-layer'
import { isAwsOwned, needsNoPermission } from './decide-rules'
import { decideVerdict } from './decide-verdict'
import { Question } from './question'
import type { Decision, LayerName, LayerResult, MatchedStatement, Principal, Request } from './types'

/** All policies that have a say, by layer. `scps` and `rcps` are levels from the root down to the account. */
export type Policies = {
  identity: PolicySet
  boundary?: PolicySet
  session?: PolicySet
  resource?: PolicySet
  scps?: readonly PolicySet[]
  rcps?: readonly PolicySet[]
}

/** The answers of all layers to one question, before anything is concluded from them. */
type Answers = {
  identity: Layer
  boundary: Layer | null
  session: Layer | null
  resource: Layer | null
  scps: readonly Layer[] | null
  rcps: readonly Layer[] | null
}

export type Layers = Record<LayerName, LayerResult>

/** Decides one request as AWS documents it. Never throws, and depends on nothing but its arguments. */
export function decide(request: Request, policies: Policies): Decision {
  const caller = request.principal
  const { boundary } = policies
  const question = new Question(request, boundary !== undefined && hasOwnPolicies(caller))
  const answers = ask(question, request, policies)
  const layers = resultsOf(answers, policies)
  if (needsNoPermission(question)) return { effect: 'allowed', layer: null, matched: [], layers }
  if (isAwsOwned(question)) return { effect: 'implicitDeny', layer: null, matched: [], layers }
  const { effect, layer } = decideVerdict(request, layers, answers.resource?.allowed ?? SILENT.allowed)
  return { effect, layer, matched: matchedIn(answers, effect === 'explicitDeny'), layers }
}

/** Root, services and the anonymous have no policies of their own. */
export const hasOwnPolicies = ({ kind }: Principal): boolean =>
  kind === 'user' || kind === 'role' || kind === 'federated'
const hasSession = ({ kind }: Principal): boolean => kind === 'role' || kind === 'federated'
const isServiceLinked = (caller: Principal): boolean => caller.kind === 'role' && caller.serviceLinked === true

function ask(question: Question, request: Request, policies: Policies): Answers {
  const { identity, boundary, session, resource, scps, rcps } = policies
  const caller = request.principal
  const own = hasOwnPolicies(caller)
  const isLinked = isServiceLinked(caller)
  const isMember = 'account' in caller && !isLinked
  const isCovered = !isLinked && request.resourceInManagementAccount !== true
  return {
    identity: own ? askLayer(identity, question) : SILENT,
    boundary: boundary && own ? askLayer(boundary, question) : null,
    session: session && hasSession(caller) ? askLayer(session, question) : null,
    resource: resource ? askLayer(resource, question) : null,
    scps: scps && isMember ? scps.map((level) => askLayer(level, question)) : null,
    rcps: rcps && isCovered ? rcps.map((level) => askLayer(level, question)) : null,
  }
}

function resultsOf(answers: Answers, { scps, rcps }: Policies): Layers {
  const { identity, boundary, session, resource } = answers
  return {
    identity: resultOf(identity),
    boundary: boundary ? resultOf(boundary) : 'absent',
    session: session ? resultOf(session) : 'absent',
    resource: resource ? resultOf(resource) : 'absent',
    scp: scps ? levelsResult(answers.scps, false) : 'absent',
    // AWS: every level has an implied RCPFullAWSAccess, so an RCP can only deny.
    rcp: rcps ? levelsResult(answers.rcps, true) : 'absent',
  }
}

const resultOf = ({ denies, allows }: Layer): LayerResult =>
  denies.length > 0 ? 'deny' : allows.length > 0 ? 'allow' : 'none'

/** Within a level one Allow is enough; from level to level all must allow. */
function levelsResult(levels: readonly Layer[] | null, implied: boolean): LayerResult {
  if (!levels || levels.length === 0) return 'skipped'
  let result: LayerResult = 'allow'
  for (const { denies, allows } of levels) {
    if (denies.length > 0) return 'deny'
    if (allows.length === 0 && !implied) result = 'none'
  }
  return result
}

function matchedIn(answers: Answers, denied: boolean): MatchedStatement[] {
  const { identity, boundary, session, resource, scps, rcps } = answers
  const matched: MatchedStatement[] = []
  if (scps) for (const level of scps) addMatched(matched, 'scp', level, denied)
  if (rcps) for (const level of rcps) addMatched(matched, 'rcp', level, denied)
  addMatched(matched, 'identity', identity, denied)
  if (resource) addMatched(matched, 'resource', resource, denied)
  if (boundary) addMatched(matched, 'boundary', boundary, denied)
  if (session) addMatched(matched, 'session', session, denied)
  return matched
}

function addMatched(matched: MatchedStatement[], name: LayerName, { denies, allows }: Layer, denied: boolean): void {
  for (const row of denied ? denies : allows) matched.push(matchedStatement(name, row))
}

function matchedStatement(layer: LayerName, { source, statement }: Row): MatchedStatement {
  const { index, sid, effect } = statement
  return sid === undefined ? { layer, source, index, effect } : { layer, source, index, sid, effect }
}
