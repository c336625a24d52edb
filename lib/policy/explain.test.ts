// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables look like that
import { describe, expect, it } from 'vitest'
import {
  combine,
  compile,
  contextKeys,
  explain,
  type Missing,
  matchAction,
  type Policies,
  type PolicyKind,
  type Principal,
  type Request,
} from '.'
import { readCases } from './testing/cases'
import { policiesOf } from './testing/decide-texts'

const account = '111122223333'
const ann: Principal = { kind: 'user', account, arn: `arn:aws:iam::${account}:user/ann` }
const session: Principal = {
  kind: 'role',
  account,
  arn: `arn:aws:sts::${account}:assumed-role/r/s`,
  roleArn: `arn:aws:iam::${account}:role/r`,
}
const resource = 'arn:aws:s3:::b/k'
const ask = (more: Partial<Request> = {}): Request => ({
  principal: ann,
  action: 's3:GetObject',
  resource,
  resourceAccount: account,
  context: new Map([['aws:sourceip', '10.0.0.1']]),
  ...more,
})
const allow = { Effect: 'Allow', Action: 's3:Get*', Resource: '*' }
const deny = { ...allow, Effect: 'Deny' }
const other = { ...allow, Action: 'ec2:*' }
const set = (kind: PolicyKind, ...statements: object[]) =>
  combine([
    {
      source: { id: kind },
      policy: compile(JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2), kind),
    },
  ])
/** `allow identity`, `condition boundary aws:SourceIp`, `remove-deny scp 1`. */
const short = (missing: readonly Missing[]) =>
  missing.map((each) => {
    if (each.kind === 'impossible') return each.kind
    const level = each.level === undefined ? '' : ` ${each.level}`
    return `${each.kind} ${each.layer}${level}${each.kind === 'condition' ? ` ${each.condition.key}` : ''}`
  })
const missing = (policies: Policies, more?: Partial<Request>) => short(explain(ask(more), policies).missing)

describe('explain', () => {
  it('tells part by part what failed, with the place in the text', () => {
    const policies = {
      identity: set('identity', {
        Sid: 'Own',
        Effect: 'Allow',
        Action: ['s3:Put*', 's3:get*'],
        NotResource: ['arn:aws:s3:::c', 'arn:aws:s3:::${aws:username}'],
        Condition: { IpAddress: { 'aws:SourceIp': '11.0.0.0/8' }, Bool: { 'aws:SecureTransport': true } },
      }),
    }
    const { layers, missing: gaps } = explain(ask(), policies)
    const statement = layers[0]?.statements[0]
    expect(layers[0]).toMatchObject({ layer: 'identity', result: 'none' })
    expect(statement).toMatchObject({ sid: 'Own', index: 0, matched: false, principal: null })
    expect(statement?.span).toMatchObject({ start: { line: 4, column: 5 } })
    expect(statement?.action).toMatchObject({ element: 'Action', matched: true, span: { start: { line: 7 } } })
    expect(statement?.action?.entries.map(({ text, matched }) => [text, matched])).toEqual([
      ['s3:Put*', false],
      ['s3:get*', true],
    ])
    expect(statement?.resource).toMatchObject({ element: 'NotResource', matched: true })
    expect(statement?.resource?.entries[1]).toMatchObject({ matched: false, unresolved: ['aws:username'] })
    expect(statement?.conditions).toMatchObject([
      { operator: 'IpAddress', policyValues: ['11.0.0.0/8'], requestValue: '10.0.0.1', matched: false },
      { operator: 'Bool', key: 'aws:SecureTransport', policyValues: ['true'], requestValue: null, matched: false },
    ])
    expect(short(gaps)).toEqual(['condition identity aws:SourceIp', 'condition identity aws:SecureTransport'])
  })

  it('names principals one by one', () => {
    const trust = { Effect: 'Allow', Action: '*', Principal: { AWS: ['999988887777', account] } }
    const { layers } = explain(ask({ needsResourcePolicy: true }), {
      identity: set('identity', other),
      resource: set('trust', trust),
    })
    const statement = layers[1]?.statements[0]
    expect(statement?.principal?.entries.map(({ matched }) => matched)).toEqual([false, true])
    expect(statement).toMatchObject({ matched: true, resource: null })
  })

  it('agrees with decide about every statement', () => {
    const policies = { identity: set('identity', other, deny, allow), boundary: set('boundary', allow, other) }
    const { decision, layers } = explain(ask(), policies)
    const denies = layers.flatMap(({ layer, statements }) =>
      statements.filter((each) => each.matched && each.effect === 'Deny').map(({ index }) => ({ layer, index })),
    )
    expect(decision.matched).toMatchObject(denies)
    expect(decision.effect).toBe('explicitDeny')
  })
})

describe('explain, over all cases', { timeout: 60_000 }, () => {
  const cases = readCases()

  it('finds the statements that decide found', () => {
    for (const { name, request, documents } of cases) {
      const { decision, layers } = explain(request, policiesOf(documents))
      const effect = decision.effect === 'explicitDeny' ? 'Deny' : 'Allow'
      const told = layers.flatMap(({ layer, result, statements }) =>
        statements
          .filter((each) => each.matched && each.effect === effect && (effect === 'Deny' || result !== 'deny'))
          .map(({ index, source }) => `${layer} ${source.id} ${index}`),
      )
      const decided = decision.matched.map(({ layer, source, index }) => `${layer} ${source.id} ${index}`)
      if (decision.layer !== null) expect(decided, name).toEqual(told)
    }
  })

  it('misses something just where it is not allowed', () => {
    for (const { name, request, documents } of cases) {
      const { decision, missing: gaps } = explain(request, policiesOf(documents))
      expect(gaps.length === 0, name).toBe(decision.effect === 'allowed')
    }
  })
})

describe('what is missing', () => {
  it('is nothing when it is allowed', () => {
    expect(missing({ identity: set('identity', allow) })).toEqual([])
  })

  it('is one allow where nothing allows', () => {
    const { missing: gaps } = explain(ask(), { identity: set('identity', other) })
    expect(gaps).toEqual([{ kind: 'allow', layer: 'identity', action: 's3:GetObject', resource }])
  })

  it('lists every lock: denies first, then each closed layer and level', () => {
    const policies = {
      identity: set('identity', deny),
      boundary: set('boundary', other),
      scps: [set('scp', allow), set('scp', other), set('scp', other)],
    }
    expect(missing(policies)).toEqual([
      'remove-deny identity',
      'allow scp 1',
      'allow scp 2',
      'allow identity',
      'allow boundary',
    ])
  })

  it('asks for nothing that a Deny merely hides', () => {
    expect(missing({ identity: set('identity', deny, allow) })).toEqual(['remove-deny identity'])
  })

  it('prefers one word in the resource policy to two elsewhere', () => {
    const shut = { identity: set('identity', other), boundary: set('boundary', other) }
    expect(missing({ ...shut, resource: set('resource', { ...other, Principal: '*' }) })).toEqual(['allow resource'])
    expect(missing(shut)).toEqual(['allow identity', 'allow boundary'])
  })

  it('names the limit that bites where the resource policy names the role', () => {
    const byRole = { ...allow, Principal: { AWS: session.kind === 'role' ? session.roleArn : '' } }
    const policies = {
      identity: set('identity', other),
      boundary: set('boundary', other),
      resource: set('resource', byRole),
    }
    expect(missing(policies, { principal: session })).toEqual(['allow boundary'])
  })

  it('is on both sides across accounts, and never in an absent boundary', () => {
    expect(missing({ identity: set('identity', other) }, { resourceAccount: '999988887777' })).toEqual([
      'allow identity',
      'allow resource',
    ])
  })

  it('is a session policy for a federated user', () => {
    const carol: Principal = { kind: 'federated', account, arn: 'arn:aws:sts::1:federated-user/c', userArn: ann.arn }
    expect(missing({ identity: set('identity', allow) }, { principal: carol })).toEqual(['allow session'])
  })

  it('is beyond anybody for what belongs to AWS', () => {
    const request = { action: 'iam:DeletePolicy', resource: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }
    expect(missing({ identity: set('identity', { ...allow, Action: '*' }) }, request)).toEqual(['impossible'])
    expect(matchAction('IAM:Delete*', request.action)).toBe(true)
  })
})

describe('contextKeys', () => {
  it('lists keys and variables once, as first written', () => {
    const text = (Version: string) =>
      JSON.stringify({
        Version,
        Statement: {
          Effect: 'Allow',
          Action: 's3:${x}',
          Resource: "arn:aws:s3:::${aws:UserName}/${aws:PrincipalTag/Team, 'none'}${*}",
          Condition: {
            StringEquals: { 'aws:sourceVpc': '${aws:username}', 'S3:Prefix': '${saml:sub}' },
            NumericEquals: { 's3:max-keys': '${y}' },
          },
        },
      })
    expect(contextKeys([text('2012-10-17'), text('2012-10-17')])).toEqual([
      'aws:UserName',
      'aws:PrincipalTag/Team',
      'saml:sub',
      'aws:sourceVpc',
      'S3:Prefix',
      's3:max-keys',
    ])
    expect(contextKeys([text('2008-10-17'), '{'])).toEqual(['aws:sourceVpc', 'S3:Prefix', 's3:max-keys'])
  })
})
