// The second opinion. Written from the specification alone, as plainly as possible and without a thought for speed;
// the properties and the cases hold the fast engine against it. Keep it free of the engine's code: two readings of one
// rule only help while they are independent.
import { conditionHolds } from './reference-conditions'
import { bind, glob, halves, textParts, wild } from './reference-text'
import type { LayerName, LayerResult, Principal, Request, Verdict } from './types'

/** Policy texts by layer; `scps` and `rcps` are levels from the root down, each a list of texts. */
export type Documents = {
  identity: readonly string[]
  boundary?: readonly string[]
  session?: readonly string[]
  resource?: string
  trust?: string
  scps?: readonly (readonly string[])[]
  rcps?: readonly (readonly string[])[]
}

type Kind = 'identity' | 'resource' | 'trust' | 'rcp'
type Fields = Record<string, unknown>
/** How a resource policy came to name the caller. Everywhere else a match is simply `direct`. */
type Match = 'direct' | 'role' | 'account'
type Layer = { denies: boolean; allows: ReadonlySet<Match> }

// ---- action and resource -------------------------------------------------------------------------------------------

function actionMatches(entry: string, action: string): boolean {
  if (entry === '*') return true
  const [service, name] = halves(entry.toLowerCase())
  const [askedService, askedName] = halves(action.toLowerCase())
  return name !== '' && service === askedService && glob(wild(name), askedName)
}

function resourceMatches(entry: string, request: Request, kind: Kind, variables: boolean): boolean {
  if (entry === '*') return true
  if (request.resource === '*') return false
  const asked = textParts(request.resource)
  const written = textParts(entry)
  if (asked.length < 6 || !entry.startsWith('arn:') || (written.length < 6 && kind !== 'identity')) return false
  return asked.every((text, i) => {
    const part = written[i] ?? '*'
    const pattern = variables && i === 5 ? bind(part, request.context, wild) : wild(part)
    return pattern !== null && glob(pattern, text)
  })
}

// ---- principals ----------------------------------------------------------------------------------------------------

/** All that a document may call this caller, and how strongly each name counts. */
function names(caller: Principal): { type: string; text: string; match: Match }[] {
  const everyone = { type: 'AWS', text: '*', match: 'direct' as const }
  const accounts = (account: string) => [
    { type: 'AWS', text: account, match: 'account' as const },
    { type: 'AWS', text: `arn:aws:iam::${account}:root`, match: 'account' as const },
  ]
  const federated = (provider: string) => ({ type: 'Federated', text: provider, match: 'direct' as const })
  const self = { type: 'AWS', text: caller.arn, match: 'direct' as const }
  switch (caller.kind) {
    case 'anonymous':
      return [everyone]
    case 'service':
      return [everyone, { type: 'Service', text: caller.service, match: 'direct' }]
    case 'web-identity':
      return [everyone, federated(caller.provider)]
    case 'root':
      return [everyone, ...accounts(caller.account)]
    case 'user':
      return [everyone, ...accounts(caller.account), self]
    case 'federated':
      return [everyone, ...accounts(caller.account), self, { type: 'AWS', text: caller.userArn, match: 'role' }]
    case 'role': {
      const own = [
        everyone,
        ...accounts(caller.account),
        self,
        { type: 'AWS', text: caller.roleArn, match: 'role' as const },
      ]
      return caller.provider === undefined ? own : [...own, federated(caller.provider)]
    }
  }
}

function principalMatches(statement: Fields, caller: Principal, hasBoundary: boolean): Match[] {
  if (statement.Principal !== undefined) return listed(statement.Principal, caller)
  if (statement.NotPrincipal === undefined) return []
  const spared = listed(statement.NotPrincipal, caller)
  if (statement.Effect === 'Allow') return spared.length === 0 ? ['direct'] : []
  // AWS: a Deny spares nobody who has a boundary, and others only when each of their names is on the list.
  return !hasBoundary && isFullyListed(statement.NotPrincipal, spared, caller) ? [] : ['direct']
}

function listed(principal: unknown, caller: Principal): Match[] {
  const entries = principal === '*' ? { AWS: '*' } : (principal as Fields)
  return names(caller)
    .filter((name) => texts(entries[name.type]).includes(name.text))
    .map((name) => name.match)
}

function isFullyListed(principal: unknown, found: Match[], caller: Principal): boolean {
  const listed = texts(principal === '*' ? '*' : (principal as Fields).AWS)
  if (listed.includes('*') || !('account' in caller)) return found.length > 0
  const self = caller.kind === 'root' || listed.includes(caller.arn)
  const parent = caller.kind === 'root' || caller.kind === 'user' || found.includes('role')
  return found.includes('account') && parent && self
}

// ---- statements and layers -----------------------------------------------------------------------------------------

const texts = (value: unknown): string[] => (value === undefined ? [] : [value].flat().map(String))

function statementMatches(statement: Fields, kind: Kind, variables: boolean, request: Request): boolean {
  const one = (entry: string) => actionMatches(entry, request.action)
  const action =
    statement.Action === undefined ? !texts(statement.NotAction).some(one) : texts(statement.Action).some(one)
  const two = (entry: string) => resourceMatches(entry, request, kind, variables)
  const resource =
    kind === 'trust' ||
    (statement.Resource === undefined ? !texts(statement.NotResource).some(two) : texts(statement.Resource).some(two))
  const conditions = Object.entries((statement.Condition ?? {}) as Fields).flatMap(([operator, keys]) =>
    Object.entries(keys as Fields).map(([key, written]) => [operator, key, texts(written)] as const),
  )
  return action && resource && conditions.every((c) => conditionHolds(...c, request.context, variables))
}

function judge(documents: readonly string[], kind: Kind, request: Request, hasBoundary = false): Layer {
  let denies = false
  const allows = new Set<Match>()
  for (const text of documents) {
    const document = JSON.parse(text) as Fields
    if (![undefined, '2012-10-17', '2008-10-17'].includes(document.Version as string)) continue
    for (const statement of [document.Statement].flat() as Fields[]) {
      if (!statementMatches(statement, kind, document.Version === '2012-10-17', request)) continue
      const matches =
        kind === 'identity' ? ['direct' as const] : principalMatches(statement, request.principal, hasBoundary)
      if (statement.Effect === 'Deny' && matches.length > 0) denies = true
      if (statement.Effect === 'Allow') for (const match of matches) allows.add(match)
    }
  }
  return { denies, allows }
}

// ---- the decision --------------------------------------------------------------------------------------------------

const RESULT = (layer: Layer): LayerResult => (layer.denies ? 'deny' : layer.allows.size > 0 ? 'allow' : 'none')
const NOTHING: Layer = { denies: false, allows: new Set() }

export function referenceDecide(
  request: Request,
  documents: Documents,
): { effect: Verdict; layers: Record<LayerName, LayerResult> } {
  const caller = request.principal
  const own = (list: readonly string[] | undefined, ...kinds: Principal['kind'][]) =>
    list && kinds.includes(caller.kind) ? judge(list, 'identity', request) : undefined
  const identity = own(documents.identity, 'user', 'role', 'federated') ?? NOTHING
  const boundary = own(documents.boundary, 'user', 'role', 'federated')
  const session = own(documents.session, 'role', 'federated')
  const resource = resourceLayer(request, documents, boundary !== undefined)

  const serviceLinked = caller.kind === 'role' && caller.serviceLinked === true
  const scps =
    'account' in caller && !serviceLinked ? documents.scps?.map((level) => judge(level, 'identity', request)) : []
  const noRcps = serviceLinked || request.resourceInManagementAccount === true
  const rcps = noRcps ? [] : documents.rcps?.map((level) => judge(level, 'rcp', request))

  const levels = (list: Layer[] = [], implied: boolean): LayerResult =>
    list.some((level) => level.denies)
      ? 'deny'
      : implied || list.every((level) => level.allows.size > 0)
        ? 'allow'
        : 'none'
  const layers: Record<LayerName, LayerResult> = {
    identity: RESULT(identity),
    boundary: boundary ? RESULT(boundary) : 'absent',
    session: session ? RESULT(session) : 'absent',
    resource: resource ? RESULT(resource) : 'absent',
    scp: documents.scps === undefined ? 'absent' : scps?.length === 0 ? 'skipped' : levels(scps, false),
    rcp: documents.rcps === undefined ? 'absent' : rcps?.length === 0 ? 'skipped' : levels(rcps, true),
  }
  const effect = verdict(request, layers, resource?.allows ?? NOTHING.allows)
  return { effect, layers }
}

function resourceLayer(request: Request, documents: Documents, hasBoundary: boolean): Layer | undefined {
  if (documents.trust !== undefined) return judge([documents.trust], 'trust', request, hasBoundary)
  if (documents.resource !== undefined) return judge([documents.resource], 'resource', request, hasBoundary)
  return undefined
}

function verdict(request: Request, layers: Record<LayerName, LayerResult>, named: ReadonlySet<Match>): Verdict {
  const caller = request.principal
  if (request.action.toLowerCase() === 'sts:getcalleridentity' && 'account' in caller) return 'allowed'
  // AWS: getting a session token is authentication, which policies do not control.
  if (request.action.toLowerCase() === 'sts:getsessiontoken' && ['user', 'root'].includes(caller.kind)) return 'allowed'
  if (isUntouchable(request)) return 'implicitDeny'
  if (Object.values(layers).includes('deny')) return 'explicitDeny'
  if (layers.scp === 'none') return 'implicitDeny'

  const boundaryOk = layers.boundary !== 'none'
  const sessionOk = layers.session !== 'none'
  const mine = layers.identity === 'allow' && boundaryOk && sessionOk
  const callersSide = caller.kind === 'root' || (mine && (caller.kind !== 'federated' || layers.session === 'allow'))
  const sameAccount = 'account' in caller && caller.account === request.resourceAccount
  if (!('account' in caller)) return named.size > 0 ? 'allowed' : 'implicitDeny'
  if (!sameAccount) return callersSide && named.size > 0 ? 'allowed' : 'implicitDeny'

  if (named.has('direct') || (named.has('role') && boundaryOk && sessionOk)) return 'allowed'
  if (request.needsResourcePolicy) return callersSide && named.has('account') ? 'allowed' : 'implicitDeny'
  return callersSide ? 'allowed' : 'implicitDeny'
}

/** What belongs to AWS itself: managed policies, and roles that AWS reserves. Nobody's policies can open these. */
function isUntouchable(request: Request): boolean {
  const [service, name] = halves(request.action.toLowerCase())
  const [, , owner, , account, rest = ''] = textParts(request.resource)
  if (service !== 'iam' || owner !== 'iam') return false
  const policyWrites = ['createpolicy', 'createpolicyversion', 'deletepolicy', 'deletepolicyversion']
  const moreWrites = ['setdefaultpolicyversion', 'tagpolicy', 'untagpolicy']
  if (account === 'aws' && rest.startsWith('policy/')) return [...policyWrites, ...moreWrites].includes(name)
  const reads = ['get', 'list', 'simulate', 'generate']
  return rest.startsWith('role/aws-reserved/') && !reads.some((read) => name.startsWith(read))
}
