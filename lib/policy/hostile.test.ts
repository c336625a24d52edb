// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables look like that
import { describe, expect, it } from 'vitest'
import { combine, compile, contextKeys, decide, explain, type Request } from '.'
import { parseDocument } from './parse'

const request = (resource: string, context: Request['context'] = new Map()): Request => ({
  principal: { kind: 'user', account: '111122223333', arn: 'arn:aws:iam::111122223333:user/ann' },
  action: 's3:GetObject',
  resource,
  resourceAccount: '111122223333',
  context,
})
const policy = (statement: unknown) => JSON.stringify({ Version: '2012-10-17', Statement: statement })
const allow = (more: object) => ({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...more })

/** Everything the engine can do with a text. The bound is wide: anything quadratic takes minutes here. */
function survive(text: string, asked = request('arn:aws:s3:::b/k')) {
  const started = process.cpuUsage()
  const policies = { identity: combine([{ source: { id: 'hostile' }, policy: compile(text, 'identity') }]) }
  const { effect } = decide(asked, policies)
  explain(asked, policies)
  contextKeys([text])
  // CPU time, so that a busy machine does not matter.
  expect(process.cpuUsage(started).user).toBeLessThan(5_000_000)
  return effect
}

describe('hostile documents', { timeout: 60_000 }, () => {
  const stars = '*a'.repeat(100_000)

  it('with 200,000 characters of stars', () => {
    const long = `arn:aws:s3:::${'a'.repeat(200_000)}`
    expect(survive(policy(allow({ Resource: `arn:aws:s3:::${stars}b` })), request(long))).toBe('implicitDeny')
    expect(survive(policy(allow({ Action: `s3:${stars}` })))).toBe('implicitDeny')
    const condition = { StringLike: { k: `${stars}b` }, ArnLike: { k: stars } }
    expect(survive(policy(allow({ Condition: condition })), request('*', new Map([['k', long]])))).toBe('implicitDeny')
  })

  it('with 100,000 levels', () => {
    for (const open of ['[', '{"Statement":', '{"a":[']) expect(survive(open.repeat(100_000))).toBe('implicitDeny')
    const closed = `{"Statement":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    expect(survive(closed)).toBe('implicitDeny')
  })

  it('with a megabyte of anything', () => {
    const many = (each: string) => each.repeat(Math.ceil(1_000_000 / each.length))
    for (const each of ['"', '\\"', '{', '}', ',', '\n', '${', '-', '\u0000', '\ud800', '/* */', '1e9', '"\\u00']) {
      expect(survive(many(each))).toBe('implicitDeny')
      expect(survive(`{"Statement":"${many(each)}"}`)).toBe('implicitDeny')
    }
    expect(survive(`{${many('"k":1,')}"k":1}`)).toBe('implicitDeny')
    expect(survive(policy(allow({ Resource: ['*', many('x')] })))).toBe('allowed')
    expect(survive(policy(allow({ Resource: Array(30_000).fill('arn:aws:s3:::x/*?*') })))).toBe('implicitDeny')
    expect(survive(policy(allow({ Resource: `arn:aws:s3:::${many("${a, '")}` })))).toBe('implicitDeny')
  })

  it('with keys that mean something to the language', () => {
    const text = `{"__proto__":{"Statement":[]},"Statement":${JSON.stringify(allow({}))}}`
    expect(survive(text)).toBe('implicitDeny')
    const condition = '{"StringEquals":{"__proto__":"x","constructor":"y"},"__proto__":{"toString":"z"}}'
    const inside = `{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":${condition}}}`
    expect(survive(inside)).toBe('implicitDeny')
    const keyed =
      '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"__proto__":"x"}}}}'
    expect(survive(keyed, request('*', new Map([['__proto__', 'x']])))).toBe('allowed')
    expect(({} as Record<string, unknown>).Statement).toBeUndefined()
  })

  it('with lone surrogates', () => {
    const half = 'arn:aws:s3:::\ud800'
    expect(survive(policy(allow({ Resource: `${half}*` })), request(`${half}x`))).toBe('allowed')
    expect(survive(policy(allow({ Resource: `${half}?` })), request(half))).toBe('implicitDeny')
  })

  it('with 10,000 statements, all of which match', () => {
    expect(survive(policy(Array(10_000).fill(allow({}))))).toBe('allowed')
    const headed = Array.from({ length: 10_000 }, (_, i) =>
      allow({ Resource: `arn:aws:s3:::b/${'k'.repeat(i % 90)}*` }),
    )
    expect(survive(policy(headed))).toBe('allowed')
  })
})

it('a document that is no policy grants nothing and says so', () => {
  for (const text of [
    '',
    '{',
    '[]',
    'null',
    '{}',
    '{"Statement":[]}',
    policy({ Effect: 'allow', Action: '*', Resource: '*' }),
  ]) {
    expect(compile(text, 'identity')).toMatchObject({ valid: false, statements: [] })
  }
  expect(parseDocument('').fault).not.toBeNull()
})
