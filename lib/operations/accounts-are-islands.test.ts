import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { createAccessKey } from './iam/create-access-key'
import { createGroup } from './iam/create-group'
import { createOpenIdConnectProvider } from './iam/create-open-id-connect-provider'
import { createPolicy } from './iam/create-policy'
import { createPolicyVersion } from './iam/create-policy-version'
import { createRole } from './iam/create-role'
import { createSamlProvider } from './iam/create-saml-provider'
import { generateServiceLastAccessedDetails } from './iam/generate-service-last-accessed-details'
import { operations } from './index'
import { createBucket } from './s3/create-bucket'
import { putObject } from './s3/put-object'
import { getAccessKeyInfo } from './sts/get-access-key-info'
import { giveCredentials } from './testing/credentials'
import { allow, documentOf, type Lab, labWith, trusting } from './testing/lab'
import { assignedDevice } from './testing/mfa'
import { samlMetadata } from './testing/saml'

const PolicyDocument = documentOf(allow('s3:GetObject'))

/** What names a thing of its own account by an ARN or an ID, or a bucket by its name. */
const foreign: Record<string, string> = {}

/** What stands beside it, in the caller's own account. */
const own: Record<string, unknown> = {
  AssumeRolePolicyDocument: trusting('*'),
  ActionNames: ['s3:GetObject'],
  AuthenticationCode1: '123456',
  AuthenticationCode2: '234567',
  Body: new Uint8Array(1),
  ClientID: 'dojo',
  Encoding: 'SSH',
  GroupName: 'devs',
  RoleArn: 'arn:aws:iam::123456789012:role/deployer',
  RoleName: 'deployer',
  RoleSessionName: 'lesson',
  Key: 'a.txt',
  PolicyDocument,
  PrincipalArn: 'arn:aws:iam::123456789012:saml-provider/entra',
  SAMLAssertion: 'bm90aGluZw==',
  ServiceNamespace: 'iam',
  ServiceNamespaces: ['iam'],
  Status: 'Inactive',
  TagKeys: ['team'],
  Tags: [{ Key: 'team', Value: 'dev' }],
  ThumbprintList: ['a'.repeat(40)],
  UserName: 'ann',
  WebIdentityToken: 'a.token.of-nobody',
  VersionId: 'v2',
}

// The list is erased; every operation's input is an object.
const shapeOf = (operation: (typeof operations)[number]) => (operation.input as unknown as z.ZodObject).shape

// Names of buckets are free in every account, and access key IDs tell theirs to everybody.
const leftOut = new Set<unknown>([createBucket, getAccessKeyInfo])
const named = operations.flatMap((operation) =>
  [
    'AccessKeyId',
    'PolicyArn',
    'PermissionsBoundary',
    'PolicySourceArn',
    'Arn',
    'JobId',
    'Bucket',
    'SerialNumber',
    'OpenIDConnectProviderArn',
    'SAMLProviderArn',
    'RoleArn',
    'SSHPublicKeyId',
    'CertificateId',
    'ServiceSpecificCredentialId',
    'TemplateArn',
  ].flatMap((member) =>
    member in shapeOf(operation) && !leftOut.has(operation) ? [[operation.name, member, operation] as const] : [],
  ),
)

let here: Lab
let there: Lab

beforeAll(async () => {
  here = await labWith({ ann: allow('*') })
  await here.root.perform(createGroup, { GroupName: 'devs' })
  await here.root.perform(createRole, { RoleName: 'deployer', AssumeRolePolicyDocument: trusting('*') })
  there = await labWith({ ann: [] })
  const { Policy } = await there.root.perform(createPolicy, { PolicyName: 'Readers', PolicyDocument })
  await there.root.perform(createPolicyVersion, { PolicyArn: Policy.Arn, PolicyDocument })
  await there.root.perform(createBucket, { Bucket: 'notes' })
  const trust = { RoleName: 'Trusting', AssumeRolePolicyDocument: trusting({ AWS: there.account }) }
  await there.root.perform(createRole, trust)
  await there.root.perform(putObject, { Bucket: 'notes', Key: 'a.txt', Body: new Uint8Array(1) })
  const { AccessKey } = await there.root.perform(createAccessKey, { UserName: 'ann' })
  foreign.AccessKeyId = AccessKey.AccessKeyId
  foreign.PolicyArn = Policy.Arn
  foreign.PermissionsBoundary = Policy.Arn
  foreign.Bucket = 'notes'
  foreign.RoleArn = there.roleArn('Trusting')
  foreign.PolicySourceArn = there.userArn('ann')
  foreign.Arn = there.userArn('ann')
  foreign.TemplateArn = `arn:aws:iam::${there.account}:role-template/iam.amazonaws.com/PowerUserRoleTemplate:1`
  const { JobId } = await there.root.perform(generateServiceLastAccessedDetails, { Arn: foreign.Arn })
  foreign.JobId = JobId ?? ''
  foreign.SerialNumber = (await assignedDevice(there, 'ann', 'phone')).serial
  const oidc = await there.root.perform(createOpenIdConnectProvider, { Url: 'https://example.com' })
  const saml = { Name: 'entra', SAMLMetadataDocument: samlMetadata() }
  foreign.SAMLProviderArn = (await there.root.perform(createSamlProvider, saml)).SAMLProviderArn
  Object.assign(foreign, await giveCredentials(there, 'ann'))
  foreign.OpenIDConnectProviderArn = oidc.OpenIDConnectProviderArn
})

/** Everything that both accounts hold, without the events. */
async function holdings() {
  const dumps = await Promise.all([here, there].map((lab) => lab.store().account.exportAll()))
  return dumps.map(({ account, tables }) => JSON.stringify({ account: account.id, ...tables, event: [] }))
}

describe.each(named)('%s with the %s of another account', (name, member, operation) => {
  it('is refused or finds nothing, and touches neither account', async () => {
    const wanted = Object.keys(shapeOf(operation)).filter((one) => one in own)
    const input = { ...Object.fromEntries(wanted.map((one) => [one, own[one]])), [member]: foreign[member] }
    if (name === 'CreateUser') input.UserName = 'eve'
    if (name === 'CreateRole') input.RoleName = 'eve'
    const before = await holdings()
    for (const caller of [here.root, here.as('ann')]) {
      const outcome = await caller.perform(operation, input).catch((error) => error.code)
      expect(outcome).toBeOneOf(['AccessDenied', 'InvalidInput', 'NoSuchEntity', 'NoSuchBucket'])
    }
    expect(await holdings()).toEqual(before)
  })
})
