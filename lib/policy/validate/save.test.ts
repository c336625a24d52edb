import { describe, expect, it } from 'vitest'
import type { PolicyKind } from '../types'
import { documentSize, saveError } from '.'

type Json = Record<string, unknown>
const bucket = 'arn:aws:s3:::lab'
const allow: Json = { Effect: 'Allow', Action: 's3:ListBucket', Resource: bucket }
const trust: Json = { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }
/** A document of one statement: the base with changes; `undefined` takes an element away. */
const one = (changes: Json, top: Json = {}, base = allow) => ({
  Version: '2012-10-17',
  Statement: { ...base, ...changes },
  ...top,
})
const two = (...statements: Json[]) => ({
  Version: '2012-10-17',
  Statement: statements.map((s) => ({ ...allow, ...s })),
})
const messageOf = (document: unknown, kind: PolicyKind) =>
  saveError(typeof document === 'string' ? document : JSON.stringify(document), kind)?.message ?? null

const syntax = 'Syntax errors in policy.'
const version = 'Policy document must be version 2012-10-17 or greater.'
const legacy = 'The policy failed legacy parsing'
const vendor = 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.'
const oneColon = 'Actions/Condition can contain only one colon.'
const noActions = 'Policy statement must contain actions.'
const noResources = 'Policy statement must contain resources.'
const sids = 'Statement IDs (SID) in a single policy must be unique.'
const qualified = 'Resource vendor must be fully qualified and cannot contain regexes.'
const date = (value: string) => ({ Condition: { DateLessThan: { 'aws:CurrentTime': value } } })

// The texts and their order were recorded from AWS by several open-source projects.
const identity: [name: string, document: unknown, message: string | null][] = [
  ['not JSON', 'This is no policy', syntax],
  ['an empty text in quotes', '""', syntax],
  ['an array', [one({})], syntax],
  ['a comment', '{ "Version": "2012-10-17", // mine\n "Statement": [] }', syntax],
  ['a key that stands twice', '{"Version":"2012-10-17","Version":"2012-10-17","Statement":[]}', syntax],
  ['no statement', { Version: '2012-10-17' }, syntax],
  ['an empty list of statements', { Version: '2012-10-17', Statement: [] }, syntax],
  ['a statement that is a text', { Version: '2012-10-17', Statement: ['x'] }, syntax],
  ['an unknown element on top', one({}, { Extra: 1 }), syntax],
  ['an unknown element in a statement', one({ Extra: 1 }), syntax],
  ['an element in small letters', one({ resource: '*' }), syntax],
  ['a version of another year', one({}, { Version: '2024-02-01' }), syntax],
  ['an Id that is a list', one({}, { Id: ['x'] }), syntax],
  ['no effect', one({ Effect: undefined }), syntax],
  ['an unknown effect', one({ Effect: 'Maybe' }), syntax],
  ['Action and NotAction', one({ NotAction: [] }), syntax],
  ['Resource and NotResource', one({ NotResource: '*' }), syntax],
  ['a resource that is an object', one({ Resource: { a: bucket } }), syntax],
  ['an action in two brackets', one({ Action: [[]] }), syntax],
  ['a Sid that is an object', one({ Sid: {} }), syntax],
  ['a condition that is a list', one({ Condition: [] }), syntax],
  ['a condition without keys', one({ Condition: { StringEquals: 'x' } }), syntax],
  ['a condition value that is an object', one({ Condition: { StringEquals: { 'aws:username': {} } } }), syntax],
  ['an unknown operator', one({ Condition: { x: { 'aws:username': 'a' } } }), syntax],
  ['two colons after a qualifier', one({ Condition: { 'ForAnyValue::StringEquals': { 'aws:TagKeys': 'a' } } }), syntax],
  ['an empty condition', one({ Condition: {} }), null],
  ['an unknown operator without keys', one({ Condition: { x: {} } }), null],
  ['an empty list of values', one({ Condition: { DateGreaterThan: { 'aws:CurrentTime': [] } } }), null],
  ['a Boolean value', one({ Condition: { Bool: { 'aws:SecureTransport': true } } }), null],

  ['no version', one({}, { Version: undefined }), version],
  ['the version of 2008', one({}, { Version: '2008-10-17' }), version],
  ['no version and an effect in a wrong case', one({ Effect: 'denY' }, { Version: undefined }), version],

  ['an effect in a wrong case', one({ Effect: 'allow' }), legacy],
  [
    'an effect in a wrong case before all that follows',
    one({ Effect: 'allow', Action: undefined, Resource: 'x' }),
    legacy,
  ],
  ['a date that is none', one(date('tomorrow')), legacy],
  ['a date with month 13', one(date('234-13')), legacy],
  ['a zone with one digit', one(date('2016-12-13t2:00:00.593194+1')), legacy],
  ['a second with ten decimals', one(date('2016-12-13t2:00:00.1999999999+10:59')), legacy],
  ['an epoch beyond 63 bits', one(date('9223372036854775808')), legacy],
  ['a bad date before a bad partition', one({ ...date('x'), Resource: 'arn:error:s3:::lab' }), legacy],
  ['an ARN that lacks a colon', one({ Resource: 'arn:aws:s3::lab' }), legacy],
  ['an ARN without a service', one({ Resource: 'arn:aws::::lab' }), legacy],
  ['a NotResource that lacks a colon', one({ Resource: undefined, NotResource: 'arn:aws:s3::lab' }), legacy],
  ['a full date', one(date('2019-07-01T13:20:15Z')), null],
  ['a date with a short hour', one(date('2016-12-13t2:00:00.593194+23')), null],
  ['a year before our time', one(date('-292275054')), null],
  ['a day alone', one(date('01T')), null],

  ['a Sid twice', two({ Sid: 'a' }, { Sid: 'a', Action: undefined }), sids],
  ['an empty Sid twice', two({ Sid: '' }, { Sid: '' }), null],
  [
    'a Sid with a blank',
    one({ Sid: 'my rule' }),
    'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
  ],
  ['no action', one({ Action: undefined }), noActions],
  ['an empty list of actions', one({ Action: [] }), noActions],
  ['neither action nor resource', { Version: '2012-10-17', Statement: { Effect: 'Allow' } }, noActions],

  ['a resource that is no ARN', one({ Resource: 'my bucket' }), 'Resource my bucket must be in ARN format or "*".'],
  ['an empty resource', one({ Resource: '' }), 'Resource  must be in ARN format or "*".'],
  [
    'a bad resource before a bad action',
    one({ Action: 's:3:x', Resource: 'x' }),
    'Resource x must be in ARN format or "*".',
  ],
  ['one colon', one({ Resource: 'a:b' }), 'Partition "b" is not valid for resource "arn:b:*:*:*:*".'],
  ['two colons', one({ Resource: 'a:b:c' }), 'Partition "b" is not valid for resource "arn:b:c:*:*:*".'],
  [
    'seven colons',
    one({ Resource: 'a:b:c:d:e:f:g:h' }),
    'Partition "b" is not valid for resource "arn:b:c:d:e:f:g:h".',
  ],
  ['no arn in front', one({ Resource: 'aws:s3:::lab' }), 'Partition "s3" is not valid for resource "arn:s3:::lab:*".'],
  [
    'an unknown partition',
    one({ Resource: 'arn:no:s3:::lab' }),
    'Partition "no" is not valid for resource "arn:no:s3:::lab".',
  ],
  ['a partition alone', one({ Resource: 'arn:aws' }), qualified],
  ['a wildcard service', one({ Resource: 'arn:aws:s*:::lab' }), qualified],
  [
    'a bucket with a Region',
    one({ Resource: 'arn:aws:s3:us-east-1::lab' }),
    'Resource arn:aws:s3:us-east-1::lab can not contain region information.',
  ],
  ['an access point with a Region', one({ Resource: 'arn:aws:s3:us-east-1:123456789012:accesspoint/a' }), null],
  [
    'an IAM resource with a Region',
    one({ Resource: 'arn:aws:iam:us-east-1::user/a' }),
    'IAM resource arn:aws:iam:us-east-1::user/a cannot contain region information.',
  ],
  [
    'an IAM resource without a type',
    one({ Resource: 'arn:aws:iam::123456789012:ann' }),
    'IAM resource path must either be "*" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.',
  ],
  ['an ARN of three fields', one({ Resource: 'arn:aws:sqs' }), null],
  ['an unknown service in an ARN', one({ Resource: 'arn:aws:nothing:::x' }), null],

  ['an action without a colon', one({ Action: 'ListBucket' }), vendor],
  ['an empty NotAction', one({ Action: undefined, NotAction: '' }), vendor],
  ['a bad action before a missing resource', one({ Action: 'x', Resource: undefined }), vendor],
  ['an action with two colons', one({ Action: 's3:List:Bucket' }), oneColon],
  ['the first bad action of several', two({ Action: 's3s:x' }, { Action: 's:3:x' }), oneColon],
  ['a service with a blank', one({ Action: 'a a:x' }), 'Vendor a a is not valid'],
  ['a service with a wildcard', one({ Action: 's*:x' }), 'Vendor s* is not valid'],
  ['an unknown action', one({ Action: 'iam: no such thing' }), null],
  ['an action in any case', one({ Action: 'S3:LISTBUCKET' }), null],

  ['no resource', one({ Resource: undefined }), noResources],
  ['an empty list of resources', one({ Resource: [] }), noResources],
  ['a principal', one({ Principal: '*' }), 'Policy document should not specify a principal.'],
  ['a plain statement', one({}), null],
  ['a list of statements', two({}, { Resource: [bucket, '*'] }), null],
  [
    'NotAction and NotResource',
    one({ Action: undefined, NotAction: 's3:x', Resource: undefined, NotResource: '*' }),
    null,
  ],
]

const others: [kind: PolicyKind, name: string, document: unknown, message: string | null][] = [
  ['boundary', 'the version of 2008', one({}, { Version: '2008-10-17' }), version],
  ['session', 'no action', one({ Action: undefined }), noActions],
  ['trust', 'not JSON', '{', 'This policy contains invalid Json'],
  ['trust', 'a service', one({}, {}, trust), null],
  ['trust', 'the version of 2008', one({}, { Version: '2008-10-17' }, trust), null],
  ['trust', 'a resource', one({ Resource: '*' }, {}, trust), 'Has prohibited field Resource'],
  ['trust', 'no principal', one({ Principal: undefined }, {}, trust), 'Missing required field Principal'],
  [
    'trust',
    'NotPrincipal',
    one({ Principal: undefined, NotPrincipal: '*' }, {}, trust),
    'Has prohibited field NotPrincipal',
  ],
  [
    'trust',
    'a wildcard in a principal',
    one({ Principal: { AWS: 'arn:aws:iam::123456789012:user/*' } }, {}, trust),
    'Invalid principal in policy: "AWS":"arn:aws:iam::123456789012:user/*"',
  ],
  [
    'trust',
    'a word for a service',
    one({ Principal: { Service: 'ec2' } }, {}, trust),
    'Invalid principal in policy: "SERVICE":"ec2"',
  ],
  [
    'trust',
    'a service with a slip of the pen',
    one({ Principal: { Service: 'ec2.amazon.com' } }, {}, trust),
    'Invalid principal in policy: "SERVICE":"ec2.amazon.com"',
  ],
  [
    'trust',
    'services of all kinds',
    one(
      { Principal: { Service: ['delivery.logs.amazonaws.com', 'ec2.amazonaws.com.cn', 'alexa-appkit.amazon.com'] } },
      {},
      trust,
    ),
    null,
  ],
  [
    'trust',
    'an unknown kind of principal',
    one({ Principal: { User: 'x' } }, {}, trust),
    'Invalid principal in policy: "USER":"x"',
  ],
  [
    'trust',
    'an account',
    one({ Principal: { AWS: ['123456789012', 'arn:aws:iam::123456789012:root'] } }, {}, trust),
    null,
  ],
  [
    'trust',
    'an action of S3',
    one({ Action: 's3:GetObject' }, {}, trust),
    'AssumeRole policy may only specify STS AssumeRole actions.',
  ],
  ['trust', 'sts:TagSession', one({ Action: ['sts:AssumeRole', 'sts:TagSession'] }, {}, trust), null],
  ['resource', 'not JSON', 'x', "Policies must be valid JSON and the first byte must be '{'"],
  ['resource', 'a statement', one({ Principal: '*' }), null],
  ['resource', 'no principal', one({}), 'Missing required field Principal'],
  ['resource', 'an unknown field', one({ Principal: '*', Foo: 1 }), 'Unknown field Foo'],
  [
    'resource',
    'another version',
    one({ Principal: '*' }, { Version: '2020-01-01' }),
    'The policy must contain a valid version string',
  ],
  ['resource', 'a bad principal', one({ Principal: { AWS: 'bob' } }), 'Invalid principal in policy'],
  ['resource', 'a bad action', one({ Principal: '*', Action: 'GetObject' }), 'Policy has invalid action'],
  ['resource', 'a bad resource', one({ Principal: '*', Resource: 'lab' }), 'Policy has invalid resource'],
  [
    'resource',
    'an unknown operator',
    one({ Principal: '*', Condition: { x: { y: 'z' } } }),
    'Policy has invalid syntax',
  ],
  ['scp', 'a deny', one({ Effect: 'Deny' }), null],
  [
    'scp',
    'a principal',
    one({ Principal: '*' }),
    'The provided policy document does not meet the requirements of the specified policy type.',
  ],
  ['rcp', 'a deny for everyone', one({ Effect: 'Deny', Principal: '*' }), null],
  [
    'rcp',
    'an allow',
    one({ Principal: '*' }),
    'The provided policy document does not meet the requirements of the specified policy type.',
  ],
  [
    'rcp',
    'every action',
    one({ Effect: 'Deny', Principal: '*', Action: '*' }),
    'The provided policy document does not meet the requirements of the specified policy type.',
  ],
]

describe('saveError', () => {
  it.each(identity)('identity policy with %s', (_, document, message) => {
    expect(messageOf(document, 'identity')).toBe(message)
  })

  it.each(others)('%s policy with %s', (kind, _, document, message) => {
    expect(messageOf(document, kind)).toBe(message)
  })

  it('names the code of the service', () => {
    expect(saveError('{', 'identity')?.code).toBe('MalformedPolicyDocument')
    expect(saveError('{', 'trust')?.code).toBe('MalformedPolicyDocument')
    expect(saveError('{', 'resource')?.code).toBe('MalformedPolicy')
    expect(saveError('{', 'scp')?.code).toBe('MalformedPolicyDocumentException')
  })

  it('refuses characters beyond Latin-1, and an empty text', () => {
    expect(saveError('{"Sid": "日本"}', 'identity')?.code).toBe('ValidationError')
    expect(saveError('', 'identity')?.code).toBe('ValidationError')
    expect(saveError(JSON.stringify(one({}, { Id: 'é' })), 'identity')).toBeNull()
  })
})

describe('documentSize', () => {
  it('counts no white space outside strings', () => {
    expect(documentSize('{ "a" :\n\t"b c" }\r\n')).toBe('{"a":"b c"}'.length)
    expect(documentSize('{"a\\" b": 1}')).toBe('{"a\\" b":1}'.length)
  })
})
