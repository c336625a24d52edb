// One adapter for each engine: prepares everything that its interface lets it prepare, then answers one question with
// true or false. Inputs are built beforehand, so that no engine pays for the translation.
import { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { documentOf } from './policy-sets.mjs'

const require = createRequire(import.meta.url)
const ACCOUNT = '111122223333'

export function ours(engine, { identity, boundary, questions }) {
  const combined = (policies, kind) =>
    engine.combine(
      policies.map((statements, i) => ({
        source: { id: `${kind}-${i}` },
        policy: engine.compile(JSON.stringify(documentOf(statements)), kind),
      })),
    )
  const policies = { identity: combined(identity, 'identity') }
  if (boundary) policies.boundary = combined(boundary, 'boundary')
  const requests = questions.map(requestOf)
  return (i) => engine.decide(requests[i], policies).effect === 'allowed'
}

export const requestOf = ({ action, resource, context }) => ({
  principal: { kind: 'user', account: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:user/ann` },
  action,
  resource,
  resourceAccount: ACCOUNT,
  context: new Map([
    ['aws:sourceip', context.ip],
    ['aws:principaltag/team', context.team],
    ['aws:securetransport', String(context.secure)],
  ]),
})

/** Texts of the documents by layer, for the reference implementation. */
export const textsOf = ({ identity, boundary }) => {
  const texts = (policies) => policies.map((statements) => JSON.stringify(documentOf(statements)))
  return { identity: texts(identity), ...(boundary && { boundary: texts(boundary) }) }
}

/** pbac takes AWS documents; it knows no boundary, so that is a second instance which must agree. */
export function pbac({ identity, boundary, questions }) {
  const Pbac = require('pbac')
  const build = (policies) => new Pbac(policies.map(documentOf), { validatePolicies: false, validateSchema: false })
  const own = build(identity)
  const limit = boundary && build(boundary)
  const requests = questions.map(({ action, resource, context: { ip, team, secure } }) => ({
    action,
    resource,
    context: { aws: { SourceIp: ip, 'PrincipalTag/team': team, SecureTransport: String(secure) } },
  }))
  return (i) => own.evaluate(requests[i]) && (!limit || limit.evaluate(requests[i]))
}

/** Cedar: one policy for each statement, parsed once; literal actions in the scope, wildcards as `like`. */
export function cedar({ name, identity, boundary, questions }) {
  // Node 20 aborts ("unreachable code") when it has to undo an optimised call into WebAssembly that returns an object.
  setFlagsFromString('--no-turbo-inline-js-wasm-calls')
  const engine = require('@cedar-policy/cedar-wasm/nodejs')
  const staticPolicies = {}
  identity.flat().forEach((statement, i) => {
    staticPolicies[`p${i}`] = cedarPolicy(statement)
  })
  if (boundary) {
    const limits = boundary.flat().map((statement) => `(${cedarWhen(statement)})`)
    staticPolicies.boundary = `forbid(principal, action, resource) unless { ${limits.join(' || ')} };`
  }
  const prepared = engine.preparsePolicySet(name, { staticPolicies })
  if (prepared.type !== 'success') throw new Error(JSON.stringify(prepared))
  const calls = questions.map(({ action, resource, context: { ip, team, secure } }) => ({
    principal: { type: 'User', id: 'ann' },
    action: { type: 'Action', id: action },
    resource: { type: 'Thing', id: resource },
    context: { action, resource, team, secure, ip: { __extn: { fn: 'ip', arg: ip } } },
    preparsedPolicySetId: name,
    entities: [],
  }))
  return (i) => engine.statefulIsAuthorized(calls[i]).response.decision === 'allow'
}

const quoted = (text) => JSON.stringify(text)
const isWild = (text) => text.includes('*')

function cedarPolicy(statement) {
  const { effect, actions, resources, when } = statement
  const head = effect === 'Allow' ? 'permit' : 'forbid'
  const action = actions.some(isWild) ? 'action' : `action in [${actions.map((a) => `Action::${quoted(a)}`).join()}]`
  const [only] = resources
  const resource = resources.length === 1 && !isWild(only) ? `resource == Thing::${quoted(only)}` : 'resource'
  const rest = cedarWhen({
    actions: action === 'action' ? actions : [],
    resources: resource === 'resource' ? resources : [],
    when,
  })
  return `${head}(principal, ${action}, ${resource}) when { ${rest} };`
}

function cedarWhen({ actions, resources, when }) {
  const some = (attribute, patterns) =>
    patterns.includes('*') || patterns.length === 0
      ? []
      : [`(${patterns.map((p) => `context.${attribute} ${isWild(p) ? 'like' : '=='} ${quoted(p)}`).join(' || ')})`]
  const conditions = {
    ip: (value) => `context.ip.isInRange(ip(${quoted(value)}))`,
    team: (value) => `context.team == ${quoted(value)}`,
    secure: (value) => `context.secure == ${value}`,
  }
  const clauses = [...some('action', actions), ...some('resource', resources)]
  for (const [kind, value] of Object.entries(when ?? {})) clauses.push(conditions[kind](value))
  return clauses.join(' && ') || 'true'
}

const CASBIN_MODEL = `
[request_definition]
r = act, obj, ctx
[policy_definition]
p = act, obj, when, eft
[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
[matchers]
m = like(r.act, p.act) && like(r.obj, p.obj) && holds(r.ctx, p.when)
`

/** casbin: one line for each action and resource of a statement; the boundary is a second enforcer. */
export async function casbin({ identity, boundary, questions }) {
  const { newEnforcer, newModelFromString, Util } = require('casbin')
  const build = async (policies) => {
    const enforcer = await newEnforcer(newModelFromString(CASBIN_MODEL))
    enforcer.enableLog?.(false)
    enforcer.addFunction('like', like)
    enforcer.addFunction('holds', (context, when) => holds(context, when, Util.ipMatchFunc))
    await enforcer.addPolicies(policies.flat().flatMap(casbinLines))
    return enforcer
  }
  const own = await build(identity)
  const limit = boundary && (await build(boundary))
  const ask = (enforcer, { action, resource, context }) => enforcer.enforceSync(action, resource, context)
  return (i) => ask(own, questions[i]) && (!limit || ask(limit, questions[i]))
}

const casbinLines = ({ effect, actions, resources, when }) =>
  actions.flatMap((action) =>
    resources.map((resource) => [action, resource, when ? JSON.stringify(when) : '', effect.toLowerCase()]),
  )

/** Wildcards for casbin, which has none that fit ARNs: prefixes by comparison, the rest by kept expressions. */
const patterns = new Map()
function like(text, pattern) {
  if (!pattern.includes('*')) return text === pattern
  let expression = patterns.get(pattern)
  if (!expression) {
    expression = new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 's')
    patterns.set(pattern, expression)
  }
  return expression.test(text)
}

const parsed = new Map()
function holds(context, when, ipMatch) {
  if (when === '') return true
  if (!parsed.has(when)) parsed.set(when, Object.entries(JSON.parse(when))[0])
  const [kind, value] = parsed.get(when)
  return kind === 'ip' ? ipMatch(context.ip, value) : context[kind] === value
}
