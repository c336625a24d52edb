// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables look like that
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../parse'
import { Question } from '../question'
import type { Context } from '../types'
import { matchAction } from './action'
import { matchArn, splitArn } from './arn'
import { isSpared, NAMED, namedBy, principalPattern } from './principal'
import { matchesResource, resourcePattern } from './resource'
import { bind, variableTokens } from './variables'

const context: Context = new Map<string, string | string[]>([
  ['aws:username', 'ann'],
  ['aws:star', 'a*?${x}'],
  ['aws:list', ['a']],
  ['aws:principaltag/team name', 'red'],
])
const fill = (text: string) => bind(variableTokens(text, true), context)?.join('') ?? null

describe('variables', { timeout: 60_000 }, () => {
  it.each([
    ['${aws:UserName}', 'ann'],
    ['x${aws:username}y${AWS:USERNAME}', 'xannyann'],
    ['${aws:star}', 'a*?${x}'],
    ['${aws:none}', null],
    ["${aws:none, 'fall back'}", 'fall back'],
    ["${aws:username, 'x'}", 'ann'],
    ["${aws:list, 'one'}", 'one'],
    ['${aws:list}', null],
    ['${aws:PrincipalTag/Team Name}', 'red'],
    ['${$}{x}', '${x}'],
    ['a${', 'a${'],
    ['${}', '${}'],
    ['${a${aws:username}', '${aann'],
  ])('%s gives %j', (text, expected) => {
    expect(fill(text)).toBe(expected)
  })

  it('reads a text full of openings in one pass', () => {
    const started = process.cpuUsage()
    for (const text of ['${', "${a, '", '${ ', '${a,', '${$']) variableTokens(text.repeat(200_000), true)
    variableTokens(`\${${' '.repeat(500_000)}`, true)
    variableTokens(`\${a,${' '.repeat(500_000)}`, true)
    // CPU time, so that a busy machine does not matter.
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000)
  })
})

describe('matchAction', () => {
  it.each([
    ['*', 's3:GetObject', true],
    ['S3:getobject', 's3:GetObject', true],
    ['s3:*', 's3-object-lambda:Get', false],
    ['s3:Get*', 's3:GetObject', true],
    ['s3:*Object', 's3:GetObject', true],
    ['s3:Get?bject', 's3:GetObject', true],
    ['s3:', 's3:', false],
    ['s3', 's3:GetObject', false],
    ['s3.GetObject', 's3:GetObject', false],
    [' s3:*', 's3:GetObject', false],
    ['*:GetObject', 's3:GetObject', false],
  ])('%s over %s: %s', (pattern, action, expected) => {
    expect(matchAction(pattern, action)).toBe(expected)
  })
})

const question = (resource: string) =>
  new Question(
    { principal: { kind: 'anonymous', arn: 'x' }, action: 'a:b', resource, resourceAccount: '1', context },
    false,
  )
const covers = (pattern: string, resource: string, variables = true) =>
  matchesResource(resourcePattern(pattern, variables, true), question(resource))

describe('resources', () => {
  it.each([
    ['*', '*', true],
    ['*', 'arn:aws:s3:::b', true],
    ['arn:aws:s3:::*', '*', false],
    ['arn:aws:s3:::b', 'arn:aws:s3:::b/k', false],
    ['arn:aws:s3:::b*', 'arn:aws:s3:::bc/k:l', true],
    ['arn:aws:s3:*:b', 'arn:aws:s3:::b', false],
    ['arn:*:s3:::b', 'arn:aws:s3:::b', true],
    ['arn:aws:sqs:*:1:q', 'arn:aws:sqs::1:q', true],
    ['arn:aws:sqs:*:q', 'arn:aws:sqs:eu:1:q', false],
    ['arn:aws:sqs', 'arn:aws:sqs:eu:1:q', true],
    ['arn:aws:s*', 'arn:aws:sqs:eu:1:q', true],
    ['arn:aws:sqs:eu:2', 'arn:aws:sqs:eu:1:q', false],
    ['arn:aws:s3:::${aws:username}/*', 'arn:aws:s3:::ann/x', true],
    ['arn:aws:s3:::${aws:username}/*', 'arn:aws:s3:::bob/x', false],
    ['arn:aws:s3:::${aws:none}*', 'arn:aws:s3:::bob/x', false],
    ['arn:aws:s3:::${aws:star}', 'arn:aws:s3:::a*?${x}', true],
    ['arn:aws:s3:::${aws:star}', 'arn:aws:s3:::abc${x}', false],
    ['arn:aws:s3:::a${*}c', 'arn:aws:s3:::abc', false],
    ['arn:aws:s3:::a${*}c', 'arn:aws:s3:::a*c', true],
    ['arn:*:s3:::${aws:username}', 'arn:aws:s3:::ann', true],
    ['arn:aws:iam::${aws:username}:x', 'arn:aws:iam::ann:x', false],
  ])('%s over %s: %s', (pattern, resource, expected) => {
    expect(covers(pattern, resource)).toBe(expected)
    if (!pattern.includes('${')) expect(matchArn(pattern, resource)).toBe(expected)
  })

  it('knows no variables in a 2008 document, though wildcards inside them', () => {
    expect(covers('arn:aws:s3:::${aws:username}', 'arn:aws:s3:::${aws:username}', false)).toBe(true)
    expect(covers('arn:aws:s3:::${aws:*}', 'arn:aws:s3:::${aws:username}', false)).toBe(true)
    expect(covers('arn:aws:s3:::${aws:username}', 'arn:aws:s3:::ann', false)).toBe(false)
  })

  it('keeps the colons of the last part', () => {
    expect(splitArn('arn:aws:sns:eu:1:a:b:c')).toEqual(['arn', 'aws', 'sns', 'eu', '1', 'a:b:c'])
    expect(splitArn('arn:aws:sqs')).toBeNull()
  })
})

const principal = (value: unknown) => {
  const element = parseDocument(JSON.stringify({ Statement: { Principal: value } })).statements[0]?.principal
  if (!element) throw new Error('a principal was expected')
  return principalPattern(element.entries)
}
const account = '111122223333'
const session = {
  kind: 'role',
  account,
  arn: `arn:aws:sts::${account}:assumed-role/r/s`,
  roleArn: `arn:aws:iam::${account}:role/path/r`,
} as const

describe('principals', () => {
  it('tells how strongly a caller is named', () => {
    const how = (value: unknown) => namedBy(principal(value), session)
    expect(how('*')).toBe(NAMED.direct)
    expect(how({ AWS: ['x', session.arn] })).toBe(NAMED.direct)
    expect(how({ AWS: session.roleArn })).toBe(NAMED.parent)
    expect(how({ AWS: account })).toBe(NAMED.account)
    expect(how({ AWS: `arn:aws:iam::${account}:root` })).toBe(NAMED.account)
    expect(how({ AWS: `${account}:root` })).toBe(NAMED.not)
    expect(how({ AWS: `arn:aws:iam::${account}:role/path/*` })).toBe(NAMED.not)
    expect(how({ Service: '*' })).toBe(NAMED.not)
    expect(how({ __proto__: null, constructor: '*' })).toBe(NAMED.not)
  })

  it('spares a session from a Deny only if account, role and session are listed', () => {
    expect(isSpared(principal({ AWS: [account, session.roleArn, session.arn] }), session)).toBe(true)
    expect(isSpared(principal({ AWS: [session.roleArn, session.arn] }), session)).toBe(false)
    expect(isSpared(principal({ AWS: [account, session.arn] }), session)).toBe(false)
  })
})
