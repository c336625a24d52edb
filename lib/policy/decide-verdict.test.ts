import { describe, expect, it } from 'vitest'
import type { Layers } from './decide'
import { decideVerdict } from './decide-verdict'
import { NAMED } from './match/principal'
import type { Principal, Request } from './types'

const account = '111122223333'
const callers = {
  user: { kind: 'user', account, arn: 'u' },
  root: { kind: 'root', account, arn: 'r' },
  role: { kind: 'role', account, arn: 's', roleArn: 'r' },
  federated: { kind: 'federated', account, arn: 'f', userArn: 'u' },
  service: { kind: 'service', service: 'x.amazonaws.com', arn: 'x' },
  github: { kind: 'web-identity', provider: 'p', arn: 'g' },
  anonymous: { kind: 'anonymous', arn: '' },
} satisfies Record<string, Principal>

const closed: Layers = {
  identity: 'none',
  boundary: 'absent',
  session: 'absent',
  resource: 'absent',
  scp: 'absent',
  rcp: 'absent',
}
type Row = [
  caller: keyof typeof callers,
  layers: Partial<Layers>,
  named: keyof typeof NAMED,
  verdict: string,
  more?: Partial<Request>,
]

function verdict([caller, layers, named, , more]: Row): string {
  const request: Request = {
    principal: callers[caller],
    action: 's3:GetObject',
    resource: '*',
    resourceAccount: account,
    context: new Map(),
    ...more,
  }
  const { effect, layer } = decideVerdict(request, { ...closed, ...layers }, NAMED[named])
  return `${effect} ${layer}`
}

const trust = { needsResourcePolicy: true }
const foreign = { resourceAccount: '999988887777' }
const every: Layers = {
  identity: 'deny',
  boundary: 'deny',
  session: 'deny',
  resource: 'deny',
  scp: 'deny',
  rcp: 'deny',
}

describe('decideVerdict', () => {
  it.each<Row>([
    ['user', { identity: 'allow' }, 'not', 'allowed identity'],
    ['user', {}, 'not', 'implicitDeny identity'],
    ['user', {}, 'account', 'implicitDeny identity'],
    ['user', { boundary: 'none' }, 'direct', 'allowed resource'],
    ['user', { identity: 'allow', boundary: 'none' }, 'not', 'implicitDeny boundary'],
    ['user', { identity: 'allow', scp: 'none', boundary: 'none' }, 'direct', 'implicitDeny scp'],
    ['root', { scp: 'allow' }, 'not', 'allowed null'],
    ['root', { scp: 'none' }, 'not', 'implicitDeny scp'],
    ['role', { boundary: 'none' }, 'parent', 'implicitDeny boundary'],
    ['role', { boundary: 'allow' }, 'parent', 'allowed resource'],
    ['role', { boundary: 'allow', session: 'none' }, 'parent', 'implicitDeny session'],
    ['role', { session: 'none' }, 'direct', 'allowed resource'],
    ['role', { identity: 'allow', session: 'none' }, 'not', 'implicitDeny session'],
    ['federated', { identity: 'allow' }, 'not', 'implicitDeny session'],
    ['federated', { identity: 'allow', session: 'allow' }, 'not', 'allowed identity'],
    ['federated', {}, 'parent', 'allowed resource'],
    ['service', { identity: 'allow' }, 'not', 'implicitDeny resource'],
    ['service', {}, 'direct', 'allowed resource'],
    ['github', {}, 'direct', 'allowed resource', trust],
    ['anonymous', {}, 'direct', 'allowed resource', foreign],
  ])('%s with %j, named %s: %s', (...row) => expect(verdict(row)).toBe(row[3]))

  it.each<Row>([
    ['user', { identity: 'allow', resource: 'none' }, 'not', 'implicitDeny resource', trust],
    ['user', { resource: 'none' }, 'not', 'implicitDeny identity', trust],
    ['user', { resource: 'allow' }, 'account', 'implicitDeny identity', trust],
    ['user', { identity: 'allow', resource: 'allow' }, 'account', 'allowed resource', trust],
    ['user', { identity: 'allow', boundary: 'none', resource: 'allow' }, 'account', 'implicitDeny boundary', trust],
    ['user', { resource: 'allow' }, 'direct', 'allowed resource', trust],
    ['role', { resource: 'allow', session: 'none' }, 'parent', 'implicitDeny session', trust],
    ['root', { resource: 'none' }, 'not', 'implicitDeny resource', trust],
    ['root', { resource: 'allow' }, 'account', 'allowed resource', trust],
  ])('where the resource policy must agree, %s with %j, named %s: %s', (...row) => expect(verdict(row)).toBe(row[3]))

  it.each<Row>([
    ['user', { identity: 'allow' }, 'not', 'implicitDeny resource', foreign],
    ['user', { resource: 'allow' }, 'direct', 'implicitDeny identity', foreign],
    ['user', { identity: 'allow', boundary: 'none' }, 'direct', 'implicitDeny boundary', foreign],
    ['user', { identity: 'allow' }, 'account', 'allowed identity', foreign],
    ['role', { identity: 'allow', session: 'none' }, 'direct', 'implicitDeny session', foreign],
    ['root', {}, 'account', 'allowed resource', foreign],
    ['federated', { identity: 'allow' }, 'direct', 'implicitDeny session', foreign],
  ])('across accounts, %s with %j, named %s: %s', (...row) => expect(verdict(row)).toBe(row[3]))

  it('reports the first of several denies', () => {
    const layers: Layers = { ...every }
    for (const layer of ['scp', 'rcp', 'identity', 'resource', 'boundary', 'session'] as const) {
      expect(verdict(['user', layers, 'direct', ''])).toBe(`explicitDeny ${layer}`)
      layers[layer] = 'allow'
    }
  })
})
