import { describe, expect, it } from 'vitest'
import { actionCatalogue } from '@/lib/aws/catalogue/actions'
import type { PolicyKind } from '../types'
import { type Code, codes, validate } from '.'

type Json = Record<string, unknown>
type Case = [kind: PolicyKind, bad: unknown, good: unknown]

const catalogue = actionCatalogue()
const account = '123456789012'
const version = '2012-10-17'
const allow: Json = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::lab/*' }
const deny: Json = { Effect: 'Deny', Action: 's3:GetObject', Resource: '*' }
const bucket: Json = { ...allow, Principal: { AWS: account } }
const trust: Json = { Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:AssumeRole' }
const rcp: Json = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }
const any: Json = { Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }

/** A document of one statement: the base with changes; `undefined` takes an element away. */
const doc = (base: Json, changes: Json = {}, top: Json = {}) => ({
  Version: version,
  Statement: [{ ...base, ...changes }],
  ...top,
})
const both = (base: Json, ...changes: Json[]) => ({
  Version: version,
  Statement: changes.map((each) => ({ ...base, ...each })),
})
const when = (condition: Json, base: Json = any) => doc(base, { Condition: condition })
const on = (kind: PolicyKind, base: Json, bad: Json, good: Json): Case => [kind, doc(base, bad), doc(base, good)]
const action = (bad: unknown, good: unknown): Case => on('identity', any, { Action: bad }, { Action: good })
const resource = (bad: unknown, good: unknown, name = 's3:*'): Case =>
  on('identity', any, { Action: name, Resource: bad }, { Action: name, Resource: good })
const condition = (bad: Json, good: Json): Case => ['identity', when(bad), when(good)]
const aws = (bad: unknown, good: unknown): Case =>
  on('resource', bucket, { Principal: { AWS: bad } }, { Principal: { AWS: good } })
const pass = (bad: Json, good: Json): Case => on('identity', any, bad, good)
const variable = (bad: string, good: string): Case => resource(`arn:aws:s3:::lab/${bad}`, `arn:aws:s3:::lab/${good}`)
const value = (operator: string, key: string, bad: unknown, good: unknown): Case =>
  condition({ [operator]: { [key]: bad } }, { [operator]: { [key]: good } })

const github = `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`
const web = { Action: 'sts:AssumeRoleWithWebIdentity' }
const role = `arn:aws:iam::${account}:role/app`
const session = `arn:aws:sts::${account}:assumed-role/app/s1`
const long = (characters: number) => doc(any, { Sid: 'x'.repeat(characters) })
const roleRule = 'iam:CreateServiceLinkedRole'

/** For every code: a document that yields it, and one nearly like it that does not. */
const cases: Record<Code, Case> = {
  JSON_SYNTAX_ERROR: [
    'identity',
    '{ "Version": "2012-10-17" "Statement": [] }',
    '{ "Version": "2012-10-17", "Statement": [] }',
  ],
  DATA_TYPE_MISMATCH: on('identity', allow, { Action: 5 }, { Action: '*' }),
  INVALID_POLICY_ELEMENT: on('identity', allow, { Actions: 's3:*' }, { Sid: 'Actions' }),
  MISSING_STATEMENT: ['identity', { Version: version }, doc(allow)],
  MISSING_EFFECT: on('identity', allow, { Effect: undefined }, {}),
  INVALID_EFFECT: on('identity', allow, { Effect: 'allow' }, {}),
  MISSING_ACTION: on('identity', allow, { Action: undefined }, { Action: undefined, NotAction: 's3:GetObject' }),
  MISSING_RESOURCE: on('identity', allow, { Resource: undefined }, { Resource: undefined, NotResource: '*' }),
  MISSING_PRINCIPAL: on('resource', bucket, { Principal: undefined }, {}),
  UNSUPPORTED_PRINCIPAL: on('identity', allow, { Principal: '*' }, {}),
  UNSUPPORTED_ELEMENT_COMBINATION: on('identity', allow, { NotAction: 's3:PutObject' }, {}),
  INVALID_VERSION: ['identity', doc(allow, {}, { Version: '2024-02-01' }), doc(allow, {}, { Version: '2008-10-17' })],
  UNIQUE_SIDS_REQUIRED: ['identity', both(allow, { Sid: 'a' }, { Sid: 'a' }), both(allow, { Sid: 'a' }, { Sid: 'b' })],
  UNSUPPORTED_SID: on('identity', allow, { Sid: 'my rule' }, { Sid: 'MyRule1' }),

  INVALID_ACTION: action('s3:ListObjects', 'S3:listbucket'),
  INVALID_SERVICE_IN_ACTION: action('s33:ListBucket', 's3:List*'),
  INVALID_SERVICE: resource('arn:aws:s33:::lab', 'arn:aws:s3:::lab'),
  INVALID_ARN_PREFIX: resource('lab/*', 'arn:aws:s3:::lab/*'),
  MISSING_ARN_FIELD: resource('arn:aws:s3:lab', 'arn:aws:s3:::lab'),
  MISSING_ARN_REGION: resource(`arn:aws:sqs::${account}:q`, `arn:aws:sqs:*:${account}:q`, 'sqs:*'),
  INVALID_PARTITION: resource('arn:amazon:s3:::lab', 'arn:*:s3:::lab'),
  INVALID_ARN_REGION: resource(`arn:aws:sqs:us-east-9:${account}:q`, `arn:aws:sqs:us-east-1:${account}:q`, 'sqs:*'),
  INVALID_ARN_ACCOUNT: resource('arn:aws:iam::1234:user/a', `arn:aws:iam::${account}:user/a`, 'iam:*'),
  INVALID_ARN_RESOURCE: resource(`arn:aws:iam::${account}:usr/a`, `arn:aws:iam::${account}:user/a`, 'iam:*'),
  INVALID_ARN_SERVICE_CASE: resource('arn:aws:S3:::lab', 'arn:aws:s3:::Lab'),
  ARN_REGION_NOT_ALLOWED: resource('arn:aws:iam:us-east-1::user/a', 'arn:aws:iam:::user/a', 'iam:*'),
  ARN_ACCOUNT_NOT_ALLOWED: resource(`arn:aws:s3::${account}:lab`, 'arn:aws:s3:::lab'),

  INVALID_CONDITION_OPERATOR: condition({ StringIs: { 'aws:username': 'a' } }, { StringLike: { 'aws:username': 'a' } }),
  INVALID_CONDITION_KEY_FORMAT: value('StringLike', 'username', 'a', 'a').map((each, index) =>
    index === 2 ? when({ StringLike: { 'aws:username': 'a' } }) : each,
  ) as Case,
  INVALID_GLOBAL_CONDITION_KEY: condition(
    { StringLike: { 'aws:usrname': 'a' } },
    { StringLike: { 'AWS:UserName': 'a' } },
  ),
  UNSUPPORTED_GLOBAL_CONDITION_KEY: condition(
    { ArnLike: { 'aws:ARN': role } },
    { ArnLike: { 'aws:PrincipalArn': role } },
  ),
  INVALID_SERVICE_CONDITION_KEY: condition({ StringLike: { 's3:prefx': 'a' } }, { StringLike: { 's3:prefix': 'a' } }),
  INVALID_CONDITION_DATA_TYPE: value('StringLike', 'aws:username', ['1', 1], ['1', '2']),
  INVALID_CONDITION_MULTIPLE_BOOLEAN: value('Bool', 'aws:SecureTransport', [true, false], [true]),
  DUPLICATE_KEYS_WITH_DIFFERENT_CASE: condition(
    { StringLike: { 'aws:username': 'a', 'aws:UserName': 'b' } },
    { StringLike: { 'aws:username': 'a' }, StringEquals: { 'aws:UserName': 'b' } },
  ),
  MISSING_QUALIFIER: condition(
    { StringEquals: { 'aws:TagKeys': 'a' } },
    { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' } },
  ),
  MISSING_TAG_KEY_IN_CONDITION: condition(
    { StringEquals: { 'aws:RequestTag': 'a' } },
    { StringEquals: { 'aws:RequestTag/team': 'a' } },
  ),
  NULL_WITH_IF_EXISTS: condition(
    { NullIfExists: { 'aws:TokenIssueTime': true } },
    { Null: { 'aws:TokenIssueTime': true } },
  ),
  PRIVATE_IP_ADDRESS: value('IpAddress', 'aws:SourceIp', ['10.0.0.0/8', '192.168.1.1'], ['203.0.113.0/24']),
  PRIVATE_NOT_IP_ADDRESS: value('NotIpAddress', 'aws:SourceIp', '172.16.5.0/24', '172.32.0.0/16'),
  INVALID_REGION: value('StringEquals', 'aws:RequestedRegion', 'us-east-9', 'eu-central-1'),
  INVALID_VPC_FORMAT: value('StringEquals', 'aws:SourceVpc', 'vpc-12', 'vpc-0123456789abcdef0'),
  INVALID_VPCE_FORMAT: value('StringEquals', 'aws:SourceVpce', 'vpc-01234567', 'vpce-01234567'),

  MISSING_BRACE_IN_VARIABLE: variable('${aws:username', '${aws:username}'),
  MISSING_QUOTE_IN_VARIABLE: variable('${aws:username, none}', "${aws:username, 'none'}"),
  UNSUPPORTED_SPACE_IN_VARIABLE: variable('${aws: username}', '${aws:username}'),
  UNSUPPORTED_SYMBOL_IN_VARIABLE: variable('${aws:username!}', '${*}'),
  EMPTY_VARIABLE: variable('${}', '${$}'),
  VARIABLE_UNSUPPORTED_IN_ELEMENT: action('s3:Get${aws:username}', 's3:Get*'),
  VARIABLE_UNSUPPORTED_IN_VERSION: [
    'identity',
    doc(allow, { Resource: 'arn:aws:s3:::lab/${aws:username}' }, { Version: '2008-10-17' }),
    doc(allow, { Resource: 'arn:aws:s3:::lab/${aws:username}' }),
  ],
  INVALID_VARIABLE_FOR_OPERATOR: condition(
    { NumericEquals: { 'aws:MultiFactorAuthAge': '${aws:username}' } },
    { StringEquals: { 'aws:PrincipalTag/a': '${aws:username}' } },
  ),

  INVALID_PRINCIPAL_FORMAT: aws('bob', role),
  INVALID_PRINCIPAL_KEY: on('resource', bucket, { Principal: { User: 'x' } }, { Principal: { CanonicalUser: 'x' } }),
  UNSUPPORTED_WILDCARD_IN_PRINCIPAL: aws(`arn:aws:iam::${account}:role/*`, '*'),
  INVALID_SERVICE_PRINCIPAL_FORMAT: on(
    'trust',
    trust,
    { Principal: { Service: 'ec2' } },
    { Principal: { Service: 'ec2.amazonaws.com' } },
  ),
  FEDERATED_PRINCIPAL_NOT_SUPPORTED: on('resource', bucket, { Principal: { Federated: github } }, {}),
  ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL: on(
    'trust',
    trust,
    { Principal: undefined, NotPrincipal: { AWS: account } },
    {},
  ),
  ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL: on(
    'trust',
    trust,
    { Principal: '*' },
    { Principal: { AWS: '*' } },
  ),
  ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE: on('trust', trust, { Resource: '*' }, {}),
  MISMATCHED_ACTION_FOR_PRINCIPAL: on(
    'trust',
    trust,
    { Principal: { Federated: github } },
    { ...web, Principal: { Federated: github } },
  ),
  UNSUPPORTED_ACTION_IN_POLICY: on(
    'trust',
    trust,
    { Action: 'sts:GetCallerIdentity' },
    { Action: ['sts:AssumeRole', 'sts:TagSession'] },
  ),
  MISSING_ACTION_FOR_CONDITION_KEY: on(
    'trust',
    { ...trust, Condition: { StringEquals: { 'aws:RequestTag/team': 'a' } } },
    {},
    { Action: ['sts:AssumeRole', 'sts:TagSession'] },
  ),

  SCP_SYNTAX_ERROR_ACTION_WILDCARD: on('scp', deny, { Action: 's3:*Object' }, { Action: 's3:Get*' }),
  SCP_SYNTAX_ERROR_ALLOW_CONDITION: on('scp', any, { Condition: { Bool: { 'aws:SecureTransport': true } } }, {}),
  SCP_SYNTAX_ERROR_ALLOW_NOTACTION: on('scp', any, { Action: undefined, NotAction: 's3:*' }, { Action: 's3:*' }),
  SCP_SYNTAX_ERROR_ALLOW_RESOURCE: on('scp', any, { Resource: 'arn:aws:s3:::lab' }, {}),
  SCP_SYNTAX_ERROR_NOTRESOURCE: [
    'scp',
    doc(any, { Resource: undefined, NotResource: 'arn:aws:s3:::lab' }),
    doc(deny, { Resource: undefined, NotResource: 'arn:aws:s3:::lab' }),
  ],
  SCP_SYNTAX_ERROR_PRINCIPAL: on('scp', deny, { Principal: '*' }, {}),
  POLICY_SIZE_EXCEEDS_SCP_QUOTA: ['scp', `${JSON.stringify(doc(any))}${' '.repeat(5120)}`, long(4000)],
  RCP_SYNTAX_ERROR_ALLOW: on('rcp', rcp, { Effect: 'Allow' }, {}),
  RCP_SYNTAX_ERROR_ACTION: on('rcp', rcp, { Action: '*' }, {}),
  RCP_SYNTAX_ERROR_NOTACTION: on('rcp', rcp, { Action: undefined, NotAction: 's3:*' }, {}),
  RCP_SYNTAX_ERROR_PRINCIPAL: on('rcp', rcp, { Principal: { AWS: account } }, {}),

  ALLOW_WITH_NOT_PRINCIPAL: on(
    'resource',
    { ...bucket, Principal: undefined, NotPrincipal: { AWS: account } },
    {},
    { Effect: 'Deny' },
  ),
  FORALLVALUES_WITH_SINGLE_VALUED_KEY: condition(
    { 'ForAllValues:StringEquals': { 'aws:username': 'a' } },
    { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } },
  ),
  PASS_ROLE_WITH_STAR_IN_RESOURCE: pass(
    { Action: 'iam:PassRole' },
    { Action: 'iam:PassRole', Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } } },
  ),
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE: pass({ Action: 'iam:*' }, { Action: 'iam:*', Resource: role }),
  PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION: pass(
    { Action: undefined, NotAction: 's3:*' },
    { Action: undefined, NotAction: 'iam:*' },
  ),
  PASS_ROLE_WITH_NOT_RESOURCE: pass(
    { Action: 'iam:PassRole', Resource: undefined, NotResource: role },
    { Action: 'iam:PassRole', Resource: role },
  ),
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE: pass(
    { Action: '*', Resource: undefined, NotResource: role },
    { Action: 's3:*', Resource: undefined, NotResource: role },
  ),
  PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE: pass(
    { Action: undefined, NotAction: 's3:*', Resource: undefined, NotResource: role },
    { Action: undefined, NotAction: 'iam:Pass*', Resource: undefined, NotResource: role },
  ),
  MISSING_PAIRED_CONDITION_KEYS: condition(
    { IpAddress: { 'aws:VpcSourceIp': '10.0.0.1' } },
    { IpAddress: { 'aws:VpcSourceIp': '10.0.0.1' }, StringEquals: { 'aws:SourceVpc': 'vpc-01234567' } },
  ),
  RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL: on(
    'resource',
    { ...bucket, Principal: { Service: 'logs.amazonaws.com' } },
    {},
    { Condition: { StringEquals: { 'aws:SourceAccount': account } } },
  ),
  MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL: on(
    'trust',
    { ...trust, ...web, Principal: { Federated: 'cognito-identity.amazonaws.com' } },
    {},
    { Condition: { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'pool' } } },
  ),
  MISSING_GITHUB_REPO_CONDITION_KEY: on(
    'trust',
    { ...trust, ...web, Principal: { Federated: github } },
    { Condition: { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } } },
    { Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:dojo/lab:*' } } },
  ),
  DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: on(
    'identity',
    { ...deny, Condition: { StringEquals: { 'aws:ResourceTag/team': 'a' } } },
    { Action: 'cloudshell:*' },
    { Action: 'ec2:StartInstances' },
  ),
  DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: on(
    'identity',
    { ...deny, Condition: { StringEquals: { 'aws:ResourceTag/team': 'a' } } },
    { Action: undefined, NotAction: 's3:*' },
    { Action: 'ec2:*' },
  ),

  MISSING_VERSION: ['identity', doc(any, {}, { Version: undefined }), doc(any)],
  UNIQUE_SIDS_RECOMMENDED: [
    'resource',
    both(bucket, { Sid: 'a' }, { Sid: 'a' }),
    both(bucket, { Sid: 'a' }, { Sid: 'b' }),
  ],
  WILDCARD_WITHOUT_LIKE_OPERATOR: condition(
    { StringEquals: { 'aws:username': 'a*' } },
    { StringEquals: { 'aws:username': 'a${*}' } },
  ),
  TYPE_MISMATCH: condition(
    { StringEquals: { 'aws:SourceIp': '203.0.113.1' } },
    { IpAddress: { 'aws:SourceIp': '203.0.113.1' } },
  ),
  TYPE_MISMATCH_BOOLEAN: value('Bool', 'aws:SecureTransport', 'yes', 'TRUE'),
  TYPE_MISMATCH_DATE: value('DateLessThan', 'aws:CurrentTime', 'tomorrow', '2026-01-31T10:00:00Z'),
  TYPE_MISMATCH_IP_RANGE: value('IpAddress', 'aws:SourceIp', '203.0.113.0/33', '2001:db8::/32'),
  TYPE_MISMATCH_NUMBER: value('NumericLessThan', 'aws:MultiFactorAuthAge', '10s', '10.5'),
  TYPE_MISMATCH_STRING: value('BinaryEquals', 'aws:username', 'no base64!', 'QUJD'),
  INVALID_DATE_VALUE: value('DateLessThan', 'aws:CurrentTime', '2026-02-30', '2026-02-28'),
  CREATE_SLR_WITH_STAR_IN_RESOURCE: pass(
    { Action: roleRule },
    { Action: roleRule, Condition: { StringEquals: { 'iam:AWSServiceName': 'rds.amazonaws.com' } } },
  ),
  CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE: pass({ Action: 'iam:Create*' }, { Action: 'iam:CreateR*' }),
  CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION: pass(
    { Action: undefined, NotAction: 's3:*' },
    { Action: undefined, NotAction: ['iam:*'] },
  ),
  CREATE_SLR_WITH_NOT_RESOURCE: pass(
    { Action: roleRule, Resource: undefined, NotResource: role },
    { Action: roleRule, Resource: role },
  ),
  CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE: pass(
    { Action: 'iam:*', Resource: undefined, NotResource: role },
    { Action: 'iam:Get*', Resource: undefined, NotResource: role },
  ),
  CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE: pass(
    { Action: undefined, NotAction: 's3:*', Resource: undefined, NotResource: role },
    { Action: undefined, NotAction: roleRule, Resource: undefined, NotResource: role },
  ),
  DEPRECATED_GLOBAL_CONDITION_KEY: condition(
    { StringEquals: { 'aws:SourceOwner': account } },
    { StringEquals: { 'aws:SourceAccount': account } },
  ),
  INVALID_ROLE_REFERENCE: aws('AROAIIIIIIIIIIIIIIIII', role),
  INVALID_USER_REFERENCE: aws('AIDAIIIIIIIIIIIIIIIII', account),
  POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA: ['identity', long(6144), `${JSON.stringify(doc(any))}${' '.repeat(6144)}`],
  POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA: ['resource', long(20_480), long(6144)],
  POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA: ['trust', long(2048), long(1000)],

  EMPTY_ARRAY_ACTION: action([], ['s3:ListAllMyBuckets']),
  EMPTY_ARRAY_RESOURCE: resource([], ['*']),
  EMPTY_ARRAY_PRINCIPAL: aws([], [account]),
  EMPTY_ARRAY_CONDITION: value('StringEquals', 'aws:username', [], ['a']),
  EMPTY_ARRAY_CONDITION_FORALLVALUES: value('ForAllValues:StringEquals', 'aws:TagKeys', [], ['a']),
  EMPTY_ARRAY_CONDITION_FORANYVALUE: value('ForAnyValue:StringEquals', 'aws:TagKeys', [], ['a']),
  EMPTY_ARRAY_CONDITION_IFEXISTS: value('StringEqualsIfExists', 'aws:username', [], ['a']),
  EMPTY_OBJECT_CONDITION: condition({}, { StringEquals: { 'aws:username': 'a' } }),
  EMPTY_OBJECT_PRINCIPAL: on('resource', bucket, { Principal: {} }, {}),
  EMPTY_SID_VALUE: on('identity', any, { Sid: '' }, { Sid: 'a' }),
  IMPROVE_IP_RANGE: value('IpAddress', 'aws:SourceIp', '203.0.113.7/24', '203.0.113.0/24'),
  NULL_WITH_QUALIFIER: condition({ 'ForAllValues:Null': { 'aws:TagKeys': true } }, { Null: { 'aws:TagKeys': true } }),
  PRIVATE_IP_ADDRESS_SUBSET: value('IpAddress', 'aws:SourceIp', ['10.0.0.0/8', '203.0.113.0/24'], ['203.0.113.0/24']),
  REDUNDANT_ACTION: action(['s3:ListAllMyBuckets', 'S3:List*'], ['s3:GetObject', 's3:List*']),
  REDUNDANT_RESOURCE: resource(
    ['arn:aws:s3:::lab/a*', 'arn:aws:s3:::lab/*'],
    ['arn:aws:s3:::lab', 'arn:aws:s3:::lab/*'],
  ),
  REDUNDANT_STATEMENT: ['identity', both(any, { Sid: 'a' }, { Sid: 'b' }), both(any, { Sid: 'a' }, { Effect: 'Deny' })],
  REDUNDANT_CONDITION_VALUE_NUM: value('NumericLessThan', 'aws:MultiFactorAuthAge', ['5', '10'], ['10']),
  REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY: on(
    'trust',
    trust,
    { Principal: { AWS: [role, session] } },
    { Principal: { AWS: [session] } },
  ),
  WILDCARD_IN_SERVICE_NAME: action('s3*:GetObject', 's3:Get*'),
  CONFIRM_AUDIENCE_CLAIM_TYPE: on(
    'trust',
    { ...trust, ...web, Principal: { Federated: github } },
    { Condition: { 'ForAnyValue:StringEquals': { 'cognito-identity.amazonaws.com:aud': 'a' } } },
    { Condition: { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'a' } } },
  ),

  PRIVILEGE_ESCALATION: action(['iam:PassRole', 'lambda:CreateFunction'], ['lambda:CreateFunction']),
  CREDENTIALS_EXPOSURE: action('iam:CreateAccessKey', 'iam:ListAccessKeys'),
  RESOURCE_MISMATCH: on('identity', allow, { Action: 's3:GetObject', Resource: 'arn:aws:s3:::lab' }, {}),
  CONDITION_KEY_NOT_FOR_ACTION: on(
    'identity',
    any,
    { Action: 's3:GetObject', Condition: { StringEquals: { 's3:prefix': 'a/' } } },
    { Action: 's3:ListBucket', Condition: { StringEquals: { 's3:prefix': 'a/' } } },
  ),
  MFA_CONDITION_MISSES_LONG_TERM_KEYS: on(
    'identity',
    deny,
    { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } },
    { Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } },
  ),
}

const textOf = (document: unknown) => (typeof document === 'string' ? document : JSON.stringify(document))
const codesOf = (document: unknown, kind: PolicyKind) =>
  validate(textOf(document), kind, catalogue).map(({ code }) => code)

describe('every code', () => {
  it.each(Object.entries(cases))('%s is found, and not in what is nearly like it', (code, [kind, bad, good]) => {
    expect(codesOf(bad, kind)).toContain(code)
    expect(codesOf(good, kind)).not.toContain(code)
  })

  it('has a message and an advice without gaps', () => {
    for (const [code, [kind, bad]] of Object.entries(cases)) {
      const finding = validate(textOf(bad), kind, catalogue).find((each) => each.code === code)
      expect(finding?.type).toBe(codes[code as Code].type)
      expect(finding?.message).toMatch(/^\S.*[.!]$/)
      expect(`${finding?.message} ${finding?.advice}`).not.toMatch(/\{\d\}|""|undefined/)
    }
  })
})
