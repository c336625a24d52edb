import { describe, expect, it } from 'vitest'
import * as rules from './names'

const { isName, nameProblem } = rules
const names = new Map(Object.entries(rules))

describe('name rules', () => {
  it.each<[string, string, boolean]>([
    ['userName', 'ann', true],
    ['userName', 'a'.repeat(64), true],
    ['userName', 'a'.repeat(65), false],
    ['userName', 'ann+lab=1,2.3@x_y-z', true],
    ['userName', '', false],
    ['userName', 'ann smith', false],
    ['userName', '../ann', false],
    ['userName', 'ann🙂', false],
    ['userName', 'é', false],
    ['roleName', 'r'.repeat(65), false],
    ['policyName', 'p'.repeat(128), true],
    ['path', '/', true],
    ['path', '/dev/team/', true],
    ['path', '/dev', false],
    ['path', '/a b/', false],
    ['policyPath', '/dev/team/', true],
    ['policyPath', '//', false],
    ['accountAlias', 'dojo', true],
    ['accountAlias', 'do--jo', false],
    ['accountAlias', '-dojo', false],
    ['accountAlias', 'Dojo', false],
    ['accountId', '123456789012', true],
    ['accountId', '12345678901', false],
    ['tagKey', 'cost center', true],
    ['tagKey', 'Équipe', true],
    ['tagKey', 'aws:x', false],
    ['tagKey', 'a;b', false],
    ['tagKey', '', false],
    ['tagValue', '', true],
    ['tagValue', 'v'.repeat(257), false],
    ['bucketName', 'my.bucket-1', true],
    ['bucketName', 'My-bucket', false],
    ['bucketName', 'a..b', false],
    ['bucketName', '192.168.0.1', false],
    ['bucketName', 'xn--lab', false],
    ['bucketName', 'lab-s3alias', false],
    ['bucketName', 'ab', false],
    ['policyDocument', '{"é": 1}\n', true],
    ['policyDocument', '{"Ā": 1}', false],
    ['roleSessionName', 'a', false],
    ['policyVersionId', 'v2', true],
    ['policyVersionId', 'v0', false],
    ['externalId', 'a:b/c', true],
    ['authenticationCode', '123456', true],
    ['authenticationCode', '12345', false],
  ])('%s says of %j: %s', (rule, text, expected) => {
    const found = names.get(rule)
    if (found === undefined || typeof found === 'function') throw new Error(`${rule} is not a rule`)
    expect(isName(found, text)).toBe(expected)
    expect(nameProblem(found, text)).toBe(expected ? null : found.hint)
  })

  it('answers a long hostile path at once', () => {
    expect(isName(rules.policyPath, `${'/a'.repeat(255)}!`)).toBe(false)
  })
})
