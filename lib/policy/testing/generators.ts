import fc, { type Arbitrary } from 'fast-check'
import type { Documents } from '../reference'
import type { Principal, Request } from '../types'
import * as alphabet from './alphabet'

const { constant, oneof, record } = fc
const pick = <T>(list: readonly T[]): Arbitrary<T> => fc.constantFrom(...list)
/** `common` times out of `total`. */
const mostly = <T, U>(common: Arbitrary<T>, rare: Arbitrary<U>, weight: number): Arbitrary<T | U> =>
  oneof({ arbitrary: common, weight }, { arbitrary: rare, weight: 1 })
const few = <T>(one: Arbitrary<T>, most = 3): Arbitrary<T[]> => fc.array(one, { minLength: 1, maxLength: most })
/** AWS: a list of one may be written without brackets. */
const oneOrMany = (one: Arbitrary<string>): Arbitrary<string | string[]> => mostly(one, few(one), 1)

const pieces: Arbitrary<string> = fc
  .array(mostly(pick(alphabet.PIECES), pick(alphabet.VARIABLES), 2), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(''))

// ---- conditions

type Clause = [operator: string, key: string, values: string | string[]]
const family = (operators: string[], keys: string[], values: Arbitrary<string>) =>
  fc.tuple(
    pick(operators),
    mostly(pick(keys), pick(alphabet.KEYS), 4),
    mostly(oneOrMany(values), constant<string[]>([]), 20),
  )
const ordered = (name: string) =>
  ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map((end) => name + end)
const arnPattern = fc.tuple(pick(alphabet.ARN_HEADS), pieces).map((parts) => parts.join(''))

const textKeys = ['k', 'tag/T', 'tag/t', 'list', 'empty', 'star', 'none']
const plainClause: Arbitrary<Clause> = oneof(
  family(
    [
      'StringEquals',
      'StringNotEquals',
      'StringLike',
      'StringNotLike',
      'StringEqualsIgnoreCase',
      'StringNotEqualsIgnoreCase',
    ],
    textKeys,
    mostly(pick(alphabet.TEXTS), pieces, 1),
  ),
  family(['StringLike', 'StringNotLike', 'StringEquals', 'StringNotEquals'], textKeys, pieces),
  family(ordered('Numeric'), ['num', 'k', 'list'], pick(alphabet.NUMBERS)),
  family(ordered('Date'), ['when', 'num'], pick(alphabet.DATES)),
  family(['IpAddress', 'NotIpAddress'], ['ip'], pick(alphabet.RANGES)),
  family(
    ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
    ['arn', 'k'],
    oneof(pick(alphabet.ARNS), arnPattern, arnPattern),
  ),
  family(['Bool'], ['flag'], pick(alphabet.FLAGS)),
  family(['BinaryEquals'], ['bin'], pick(alphabet.BINARIES)),
)
const nullClause: Arbitrary<Clause> = family(['Null'], alphabet.KEYS, pick(['true', 'false', 'True', 'x']))
const QUALIFIERS = ['', '', '', 'ForAllValues:', 'ForAnyValue:', 'ForSomeValues:']
const qualifiedClause: Arbitrary<Clause> = fc
  .tuple(pick(QUALIFIERS), plainClause, pick(['', '', 'IfExists']))
  .map(([set, [operator, key, values], ifExists]) => [set + operator + ifExists, key, values])
const strangeClause: Arbitrary<Clause> = family(
  ['StringMatches', 'NullIfExists', 'ForAllValues:Null'],
  ['k'],
  pick(['true', 'a']),
)
const clause = oneof(
  { arbitrary: qualifiedClause, weight: 12 },
  { arbitrary: nullClause, weight: 2 },
  { arbitrary: strangeClause, weight: 1 },
)

export const condition = fc.array(clause, { maxLength: 3 }).map((clauses) => {
  const block: Record<string, Record<string, string | string[]>> = {}
  for (const [operator, key, values] of clauses) block[operator] = { ...block[operator], [key]: values }
  return block
})

// ---- statements and documents

export type Statement = Record<string, unknown>

const actionElement = oneof(
  { arbitrary: oneOrMany(pick(alphabet.ACTION_PATTERNS)).map((Action) => ({ Action })), weight: 3 },
  { arbitrary: constant({ Action: '*' }), weight: 2 },
  { arbitrary: oneOrMany(pick(alphabet.ACTION_PATTERNS)).map((NotAction) => ({ NotAction })), weight: 1 },
)

const resourceText = (short: boolean) =>
  oneof(constant('*'), pick(alphabet.RESOURCES), arnPattern, arnPattern, short ? pick(alphabet.SHORT_ARNS) : arnPattern)
const resourceElement = (short: boolean) =>
  oneof(
    { arbitrary: oneOrMany(resourceText(short)).map((Resource) => ({ Resource })), weight: 3 },
    { arbitrary: constant({ Resource: '*' }), weight: 2 },
    { arbitrary: oneOrMany(resourceText(short)).map((NotResource) => ({ NotResource })), weight: 1 },
  )

const principals = mostly(
  few(pick(alphabet.PRINCIPALS), 5).map((entries) => {
    const map: Record<string, string | string[]> = {}
    for (const [type, text] of entries) map[type] = map[type] === undefined ? text : [map[type], text].flat()
    return map
  }),
  constant('*'),
  5,
)
const principalElement: Arbitrary<Statement> = oneof(
  { arbitrary: principals.map((Principal) => ({ Principal })), weight: 8 },
  { arbitrary: principals.map((NotPrincipal) => ({ NotPrincipal })), weight: 2 },
  { arbitrary: constant({}), weight: 1 },
)

export type Kind = 'identity' | 'resource' | 'trust' | 'rcp'

export function statement(kind: Kind, denies = 3): Arbitrary<Statement> {
  const principal: Arbitrary<Statement> =
    kind === 'identity' ? constant({}) : kind === 'rcp' ? constant({ Principal: '*' }) : principalElement
  const resource: Arbitrary<Statement> = kind === 'trust' ? constant({}) : resourceElement(kind === 'identity')
  const conditions: Arbitrary<Statement> = oneof(
    { arbitrary: constant({}), weight: 3 },
    { arbitrary: condition.map((Condition) => ({ Condition })), weight: 2 },
  )
  return fc
    .tuple(
      mostly(constant({ Effect: 'Allow' }), constant({ Effect: 'Deny' }), denies),
      principal,
      actionElement,
      resource,
      conditions,
    )
    .map((elements) => Object.assign({}, ...elements) as Statement)
}

const version = oneof(
  { arbitrary: constant<Statement>({ Version: '2012-10-17' }), weight: 6 },
  { arbitrary: constant<Statement>({ Version: '2008-10-17' }), weight: 1 },
  { arbitrary: constant<Statement>({}), weight: 1 },
)

/** `denies`: so many statements allow for one that denies. */
export function policyDocument(kind: Kind, denies = 3): Arbitrary<string> {
  const one = statement(kind, denies)
  return fc
    .tuple(version, oneof({ arbitrary: few(one, 4), weight: 4 }, { arbitrary: one, weight: 1 }))
    .map(([head, Statement]) => JSON.stringify({ ...head, Statement }))
}

const named = fc
  .string({ unit: pick(['a', 'b', '/']), minLength: 1, maxLength: 4 })
  .map((name) => `arn:aws:s3:::${name}`)
const headed = fc.tuple(named, oneof(constant(''), constant('*'), pieces)).map((parts) => parts.join(''))
/** Enough statements about one action, and resources, to make an index worth while. */
const crowd: Arbitrary<string> = fc
  .tuple(
    pick(['*', 's3:*', 's3:Get', ['s3:g*', 's3:Get', 'iam:*']]),
    fc.array(
      record({
        Effect: mostly(constant('Allow'), constant('Deny'), 15),
        Resource: mostly(mostly(headed, few(headed, 12), 5), oneOrMany(arnPattern), 15),
      }),
      { minLength: 9, maxLength: 20 },
    ),
  )
  .map(([Action, statements]) => {
    const Statement = statements.map((each) => ({ ...each, Action }))
    return JSON.stringify({ Version: '2012-10-17', Statement })
  })

const ALLOW_ALL = JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } })
const orOpen = (document: Arbitrary<string>) => oneof(document, document, constant(ALLOW_ALL))
const list = <T>(one: Arbitrary<T>, most = 3) => fc.array(one, { maxLength: most })
const sometimes = <T>(value: Arbitrary<T>, absent: number): Arbitrary<T | undefined> =>
  oneof({ arbitrary: value, weight: 1 }, { arbitrary: constant(undefined), weight: absent })

const onResource: Arbitrary<Pick<Documents, 'resource' | 'trust'>> = oneof(
  { arbitrary: policyDocument('resource').map((resource) => ({ resource })), weight: 6 },
  { arbitrary: policyDocument('trust').map((trust) => ({ trust })), weight: 2 },
  { arbitrary: constant({}), weight: 5 },
)

export const documents: Arbitrary<Documents> = fc
  .record({
    identity: list(mostly(orOpen(policyDocument('identity')), crowd, 30)),
    boundary: sometimes(list(orOpen(policyDocument('identity', 6)), 1), 3),
    session: sometimes(list(orOpen(policyDocument('identity', 6)), 2), 2),
    onResource,
    scps: sometimes(list(list(orOpen(policyDocument('identity', 8)), 2), 3), 4),
    rcps: sometimes(list(list(policyDocument('rcp', 1), 2), 2), 4),
  })
  // `undefined` is not the same as absent to the type, and not worth printing.
  .map(({ identity, onResource, ...layers }) => {
    const present = Object.entries(layers).filter(([, layer]) => layer !== undefined)
    return { identity, ...onResource, ...Object.fromEntries(present) }
  })

// ---- requests

const texts = pick(alphabet.TEXTS)
const contextEntries = record(
  {
    k: texts,
    'tag/t': texts,
    list: oneof(fc.array(texts, { maxLength: 3 }), texts),
    empty: constant<string[]>([]),
    star: constant('*'),
    num: mostly(pick(alphabet.NUMBERS), fc.array(pick(alphabet.NUMBERS), { maxLength: 2 }), 5),
    when: mostly(pick(alphabet.DATES), fc.array(pick(alphabet.DATES), { maxLength: 2 }), 5),
    ip: pick(alphabet.ADDRESSES),
    arn: mostly(pick(alphabet.ARNS), fc.array(pick(alphabet.ARNS), { maxLength: 2 }), 5),
    flag: pick(alphabet.FLAGS),
    bin: pick(alphabet.BINARIES),
  },
  { requiredKeys: [] },
)

export const principal: Arbitrary<Principal> = pick(alphabet.CALLERS)

export const request: Arbitrary<Request> = record({
  principal,
  action: mostly(pick(alphabet.ACTIONS), pick(alphabet.RARE_ACTIONS), 12),
  resource: mostly(pick(alphabet.RESOURCES), pick(alphabet.RARE_RESOURCES), 15),
  resourceAccount: mostly(constant(alphabet.HOME), constant(alphabet.AWAY), 6),
  context: contextEntries.map((entries) => new Map<string, string | string[]>(Object.entries(entries))),
  needsResourcePolicy: mostly(constant(false), constant(true), 5),
  resourceInManagementAccount: mostly(constant(false), constant(true), 8),
})

export type Question = { request: Request; documents: Documents }

const PLAIN: Principal = { kind: 'user', account: alphabet.HOME, arn: `arn:aws:iam::${alphabet.HOME}:user/a` }
const plainly = (asked: Request): Request => ({
  ...asked,
  principal: PLAIN,
  resourceAccount: alphabet.HOME,
  needsResourcePolicy: false,
})

/** One element decides alone, so that a slip in it cannot hide behind the others. */
function focused(element: Arbitrary<Statement>): Arbitrary<Question> {
  return fc.tuple(request, version, pick(['Allow', 'Deny']), element).map(([asked, head, Effect, part]) => {
    const action = 'NotAction' in part ? {} : { Action: '*' }
    const resource = 'NotResource' in part ? {} : { Resource: '*' }
    const text = JSON.stringify({ ...head, Statement: { Effect, ...action, ...resource, ...part } })
    if ('Principal' in part || 'NotPrincipal' in part) {
      return { request: asked, documents: { identity: [ALLOW_ALL], resource: text } }
    }
    const documents = { identity: Effect === 'Deny' ? [ALLOW_ALL, text] : [text] }
    return { request: plainly(asked), documents }
  })
}
const oneClause = clause.map(([operator, key, values]) => ({ Condition: { [operator]: { [key]: values } } }))

const crowded: Arbitrary<Question> = fc.tuple(request, named, crowd).map(([asked, resource, text]) => ({
  request: plainly({ ...asked, resource, action: 's3:Get' }),
  documents: { identity: [text] },
}))

export const question: Arbitrary<Question> = oneof(
  { arbitrary: record({ request, documents }), weight: 5 },
  { arbitrary: crowded, weight: 1 },
  { arbitrary: focused(oneClause), weight: 3 },
  { arbitrary: focused(resourceElement(true)), weight: 1 },
  { arbitrary: focused(actionElement), weight: 1 },
  { arbitrary: focused(principalElement), weight: 1 },
)

/** For people: a counterexample with its documents as JSON, not as text inside text. */
export function printed({ request, documents }: Question): string {
  const open = (value: unknown): unknown =>
    typeof value === 'string' ? JSON.parse(value) : Array.isArray(value) ? value.map(open) : value
  const layers = Object.fromEntries(Object.entries(documents).map(([name, value]) => [name, open(value)]))
  return JSON.stringify({ ask: { ...request, context: Object.fromEntries(request.context) }, ...layers }, null, 2)
}
