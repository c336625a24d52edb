import { describe, expect, it } from 'vitest'
import { actionCatalogue, compactIndex, compactService } from '@/lib/aws/catalogue/actions'
import { catalogueOf } from '@/lib/aws/catalogue/catalogue'
import type { PolicyKind } from '../types'
import { saveError, validate } from '.'
import { FINDINGS_PER_CODE } from './report'

const catalogue = actionCatalogue()
const kinds: PolicyKind[] = ['identity', 'boundary', 'session', 'resource', 'trust', 'scp', 'rcp']
/** Between them these two run every check; a megabyte need not be read seven times. */
const heavyKinds: PolicyKind[] = ['identity', 'trust']

describe('validate', () => {
  it('finds nothing in a good policy', () => {
    const text = `{
      "Version": "2012-10-17",
      "Statement": [{
        "Sid": "ReadReports",
        "Effect": "Allow",
        "Action": ["S3:ListBucket", "s3:getobject"],
        "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/\${aws:username}/*"],
        "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }
      }]
    }`
    expect(validate(text, 'identity', catalogue)).toEqual([])
  })

  const good: [PolicyKind, string, object][] = [
    [
      'trust',
      'a service',
      { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ],
    [
      'trust',
      'another account with an external ID',
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::123456789012:root' },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Condition: { StringEquals: { 'sts:ExternalId': 'lab-1' }, Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      },
    ],
    [
      'trust',
      'a SAML provider',
      {
        Effect: 'Allow',
        Principal: { Federated: 'arn:aws:iam::123456789012:saml-provider/Campus' },
        Action: 'sts:AssumeRoleWithSAML',
        Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
      },
    ],
    [
      'resource',
      'a public bucket behind TLS',
      {
        Sid: 'Only over TLS, please',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: ['arn:aws:s3:::lab', 'arn:aws:s3:::lab/*'],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
    [
      'resource',
      'one role',
      {
        Effect: 'Allow',
        Principal: { AWS: ['arn:aws:iam::123456789012:role/team/app', '210987654321'] },
        Action: ['s3:GetObject', 's3:PutObject'],
        Resource: 'arn:aws:s3:::lab/*',
      },
    ],
    ['scp', 'everything', { Effect: 'Allow', Action: '*', Resource: '*' }],
    [
      'scp',
      'two Regions',
      {
        Effect: 'Deny',
        NotAction: ['iam:*', 'sts:*'],
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1'] } },
      },
    ],
    [
      'rcp',
      'our organization only',
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: '*',
        Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
      },
    ],
    [
      'identity',
      'tags',
      {
        Effect: 'Allow',
        Action: ['ec2:StartInstances', 'ec2:StopInstances'],
        Resource: 'arn:aws:ec2:*:*:instance/*',
        Condition: {
          StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' },
          'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] },
          DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' },
          NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' },
        },
      },
    ],
    [
      'identity',
      'own credentials',
      {
        Effect: 'Allow',
        Action: ['iam:ChangePassword', 'iam:CreateAccessKey', 'iam:ListAccessKeys'],
        Resource: 'arn:aws:iam::*:user/${aws:username}',
      },
    ],
    [
      'boundary',
      'a transform and a log group',
      {
        Effect: 'Allow',
        Action: ['cloudformation:CreateChangeSet', 'logs:PutLogEvents', 'execute-api:Invoke'],
        Resource: [
          'arn:aws:cloudformation:*:aws:transform/Serverless-2016-10-31',
          'arn:aws:cloudformation:*:*:stack/lab-*/*',
          'arn:aws:logs:eu-central-1:123456789012:log-group:/lab:*',
          'arn:aws:execute-api:*:*:*/prod/GET/*',
        ],
      },
    ],
  ]
  it.each(good)('finds nothing in a good %s policy: %s', (kind, _, statement) => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
    expect(validate(text, kind, catalogue)).toEqual([])
    expect(saveError(text, kind)).toBeNull()
  })

  it('points to a version that does not exist', () => {
    const text =
      '{\n  "Version": "2024-02-01",\n  "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]\n}'
    const [first] = validate(text, 'identity', catalogue)
    expect(first).toMatchObject({ type: 'ERROR', code: 'INVALID_VERSION', path: ['Version'] })
    expect(first?.span.start).toMatchObject({ line: 2, column: 14 })
    expect(text.slice(first?.span.start.offset, first?.span.end.offset)).toBe('"2024-02-01"')
  })

  it.each([
    ['a comment', '{\n  "Version": "2012-10-17",\n  // read only\n  "Statement": []\n}', 3, 3],
    ['a missing brace', '{\n  "Version": "2012-10-17",\n  "Statement": []\n', 3, 18],
    ['a missing comma', '{\n  "Version": "2012-10-17"\n  "Statement": []\n}', 3, 3],
    ['a comma too many', '{\n  "Version": "2012-10-17",\n}', 2, 26],
  ])('gives one syntax finding for %s', (_, text, line, column) => {
    const findings = validate(text, 'identity', catalogue)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ code: 'JSON_SYNTAX_ERROR', span: { start: { line, column } } })
  })

  it('tells paths in a list and in a single statement apart', () => {
    const statement = '{"Effect":"Allow","Action":["s3:GetObject","s3:Nope"],"Resource":"*"}'
    const pathOf = (text: string) =>
      validate(text, 'identity', catalogue).find(({ code }) => code === 'INVALID_ACTION')?.path
    expect(pathOf(`{"Version":"2012-10-17","Statement":[${statement}]}`)).toEqual(['Statement', 0, 'Action', 1])
    expect(pathOf(`{"Version":"2012-10-17","Statement":${statement}}`)).toEqual(['Statement', 'Action', 1])
  })

  it('sorts findings by their place and marks the very text', () => {
    const text = JSON.stringify(
      {
        Version: '2012-10-17',
        Statement: [{ Effect: 'allow', Action: 's3:Nope', Resource: 'lab', Condition: { X: { y: 'z' } } }],
      },
      null,
      2,
    )
    const findings = validate(text, 'identity', catalogue)
    const marked = findings.map(({ code, span }) => [code, text.slice(span.start.offset, span.end.offset)])
    expect(marked).toEqual([
      ['INVALID_EFFECT', '"allow"'],
      ['INVALID_ACTION', '"s3:Nope"'],
      ['INVALID_ARN_PREFIX', '"lab"'],
      ['INVALID_CONDITION_OPERATOR', '"X"'],
      ['INVALID_CONDITION_KEY_FORMAT', '"y"'],
    ])
  })

  it.each([
    ['s3:ListObjects', 's3:ListBucket'],
    ['s3:GetObjct', 's3:GetObject'],
    ['IAM:creatuser', 'iam:CreateUser'],
    ['s3:Dance', null],
  ])('knows what was meant by %s', (action, meant) => {
    const [finding] = validate(whole(statement(`"${action}"`)), 'identity', catalogue)
    expect(finding?.code).toBe('INVALID_ACTION')
    expect(/Did you mean (.*)\?/.exec(finding?.advice ?? '')?.[1] ?? null).toBe(meant)
  })

  it('names the repeated key', () => {
    const text = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Effect":"Deny","Action":"*","Resource":"*"}]}'
    const finding = validate(text, 'identity').find(({ code }) => code === 'JSON_SYNTAX_ERROR')
    expect(finding?.message).toContain('"Effect" is there twice')
    expect(finding?.span.start.column).toBe(text.lastIndexOf('"Effect"') + 1)
  })

  it('leaves out what needs a catalogue while there is none, and what is not loaded', () => {
    const text =
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Nope","ec2:Nope","x:y"],"Resource":"*"}]}'
    const found = (use: Parameters<typeof validate>[2]) =>
      validate(text, 'identity', use).map(({ code, span }) => [code, span.start.column])
    const s3 = compactService('s3')
    const partial = catalogueOf(compactIndex(), (prefix) => (prefix === 's3' ? s3 : null))
    expect(found(null)).toEqual([])
    expect(found(partial)).toEqual([
      ['INVALID_ACTION', 66],
      ['INVALID_SERVICE_IN_ACTION', 87],
    ])
    expect(found(catalogue)).toHaveLength(3)
  })

  it('works without a catalogue on a whole administrator policy', () => {
    const text = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'
    expect(validate(text, 'identity').map(({ type, code }) => `${type} ${code}`)).toEqual([
      'SECURITY_WARNING PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
      'WARNING CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE',
      'HINT PRIVILEGE_ESCALATION',
      'HINT CREDENTIALS_EXPOSURE',
    ])
  })
})

const statement = (action: string, resource = '"*"') => `{"Effect":"Allow","Action":${action},"Resource":${resource}}`
const whole = (statements: string) => `{"Version":"2012-10-17","Statement":[${statements}]}`
const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join()
const stars = '*a'.repeat(100_000)

/** Documents that somebody wrote to make us slow or to make us fall. */
const hostile: Record<string, string> = {
  'an empty text': '',
  null: 'null',
  'a number': '1',
  'open brackets': '['.repeat(200_000),
  'open braces': '{"a":'.repeat(100_000),
  'a lone surrogate': whole(statement('"s3:\ud800"')),
  'keys of the prototype': '{"__proto__":{"Version":1},"constructor":[],"Statement":{"__proto__":1,"toString":2}}',
  'many stars': whole(statement(`"s3:${stars}b"`, `"arn:aws:s3:::${stars}b"`)),
  'many stars against many stars': whole(statement(`["s3:${stars}b","s3:${'a'.repeat(200_000)}"]`)),
  '10,000 statements': whole(many(10_000, (i) => statement(`"s3:Get${i}*"`, `"arn:aws:s3:::lab${i}/*"`))),
  '10,000 equal statements': whole(many(10_000, () => statement('"s3:GetObject"'))),
  '50,000 patterns in one list': whole(statement(`[${many(50_000, (i) => `"s3:*${i}*"`)}]`)),
  '20,000 resources in one list': whole(statement('"s3:*"', `[${many(20_000, (i) => `"arn:aws:iam::*:ro*${i}*"`)}]`)),
  '20,000 conditions': whole(
    `{"Effect":"Allow","Action":[${many(200, (i) => `"s3:x${i}"`)}],"Resource":"*","Condition":{"StringEquals":{${many(20_000, (i) => `"s3:k${i}":"*"`)}}}}`,
  ),
  'a megabyte of blanks': `${' '.repeat(1_000_000)}{`,
  'a megabyte in one variable': whole(statement('"s3:GetObject"', `"arn:aws:s3:::${'${a'.repeat(300_000)}"`)),
  '20,000 principals': whole(
    `{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":[${many(20_000, (i) => `"arn:aws:sts::123456789012:assumed-role/r${i}/s"`)}]}}`,
  ),
}

describe('hostile documents', () => {
  it.each(Object.entries(hostile))('%s', { timeout: 60_000 }, (name, text) => {
    const start = performance.now()
    const asked = text.length > 100_000 ? heavyKinds : kinds
    for (const kind of asked) {
      const findings = validate(text, kind, catalogue)
      const counts = new Map<string, number>()
      for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1)
      expect(Math.max(0, ...counts.values())).toBeLessThanOrEqual(FINDINGS_PER_CODE)
      saveError(text, kind)
    }
    const took = Math.round((performance.now() - start) / asked.length)
    if (took > 300) console.log(`${name}: ${took} ms for ${Math.round(text.length / 1000)} KB`)
  })
})
