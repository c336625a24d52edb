import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  DeleteAccessKeyCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  EnableMFADeviceCommand,
  GetRoleCommand,
  GetUserCommand,
  type IAMClient,
  ListGroupsCommand,
  ListUsersCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam'
import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  GetAccessKeyInfoCommand,
  GetCallerIdentityCommand,
  GetFederationTokenCommand,
  GetSessionTokenCommand,
  type STSClient,
} from '@aws-sdk/client-sts'
import { generateSync } from 'otplib'
import { expect, iamFor, type Key, keyOf, stsFor, test } from './fixtures'

type Statement = { Effect?: string; Action?: string | string[]; Resource?: string; Condition?: object }

const documentOf = (...statements: Statement[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((statement) => ({ Effect: 'Allow', Resource: '*', ...statement })),
  })

const allowing = (...Action: string[]) => documentOf({ Action })

const may = allowing('sts:AssumeRole')

const trust = (principal: string, Condition?: object, Action: string | string[] = 'sts:AssumeRole') =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action, Condition }],
  })

async function userWithKey(iam: IAMClient, UserName: string, policy?: string): Promise<Key> {
  await iam.send(new CreateUserCommand({ UserName }))
  if (policy) await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'own', PolicyDocument: policy }))
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }))
  return { id: AccessKey?.AccessKeyId ?? '', secret: AccessKey?.SecretAccessKey ?? '' }
}

/** Makes a role that may do what the policy says, and gives its ARN. */
async function role(iam: IAMClient, RoleName: string, AssumeRolePolicyDocument: string, policy?: string) {
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }))
  if (policy) await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'own', PolicyDocument: policy }))
  return Role?.Arn ?? ''
}

const assume = async (sts: STSClient, RoleArn: string, more: Partial<AssumeRoleCommandInput> = {}) =>
  keyOf((await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'lesson', ...more }))).Credentials)

const list = (key: Key) => iamFor(key).send(new ListUsersCommand({}))

test('a partner of another account works with an external ID', async ({ iam, account, partner }) => {
  const condition = { StringEquals: { 'sts:ExternalId': 'unit7' } }
  const RoleArn = await role(iam, 'ForPartners', trust(partner.id, condition), allowing('iam:ListUsers'))
  const ann = stsFor(await userWithKey(iamFor(partner.key), 'ann', may))
  const bob = stsFor(await userWithKey(iamFor(partner.key), 'bob'))
  const refused = (who: string) => ({
    name: 'AccessDenied',
    message: `User: arn:aws:iam::${partner.id}:user/${who} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
  })
  await expect(assume(ann, RoleArn)).rejects.toMatchObject(refused('ann'))
  await expect(assume(ann, RoleArn, { ExternalId: 'unit8' })).rejects.toMatchObject(refused('ann'))
  await expect(assume(bob, RoleArn, { ExternalId: 'unit7' })).rejects.toMatchObject(refused('bob'))
  const session = await assume(ann, RoleArn, { ExternalId: 'unit7' })
  const who = await stsFor(session).send(new GetCallerIdentityCommand({}))
  expect(who.Arn).toBe(`arn:aws:sts::${account.id}:assumed-role/ForPartners/lesson`)
  expect((await list(session)).Users).toEqual([])
  const info = await stsFor(partner.key).send(new GetAccessKeyInfoCommand({ AccessKeyId: session.id }))
  expect(info.Account).toBe(account.id)
  await expect(iamFor(session).send(new ListGroupsCommand({}))).rejects.toMatchObject({
    message: `User: ${who.Arn} is not authorized to perform: iam:ListGroups on resource: arn:aws:iam::${account.id}:group/ because no identity-based policy allows the iam:ListGroups action`,
  })
  const used = (await iam.send(new GetRoleCommand({ RoleName: 'ForPartners' }))).Role?.RoleLastUsed
  expect(used).toMatchObject({ Region: 'eu-west-1', LastUsedDate: expect.any(Date) })
})

test('a session is limited by its policies, and a chain of roles by an hour', async ({ iam, account }) => {
  const everything = documentOf({ Action: '*' })
  const first = await role(iam, 'First', trust(account.id), everything)
  const second = await role(iam, 'Second', trust(first, undefined, ['sts:AssumeRole', 'sts:TagSession']), everything)
  const ann = stsFor(await userWithKey(iam, 'ann', may))
  const limited = await ann.send(
    new AssumeRoleCommand({ RoleArn: first, RoleSessionName: 'limited', Policy: allowing('iam:ListUsers') }),
  )
  expect(limited.PackedPolicySize).toBeGreaterThan(0)
  expect((await list(keyOf(limited.Credentials))).Users).toHaveLength(1)
  await expect(iamFor(keyOf(limited.Credentials)).send(new ListGroupsCommand({}))).rejects.toMatchObject({
    message: expect.stringContaining('because no session policy allows the iam:ListGroups action'),
  })
  const sts = stsFor(await assume(ann, first))
  await expect(assume(sts, second, { DurationSeconds: 7200 })).rejects.toMatchObject({ name: 'ValidationError' })
  const Tags = [{ Key: 'team', Value: 'dev' }]
  const chained = await assume(sts, second, { Tags })
  expect((await list(chained)).Users).toHaveLength(1)
  await expect(assume(stsFor(account.key), first)).rejects.toMatchObject({
    name: 'AccessDenied',
    message: 'Roles may not be assumed by root accounts.',
  })
})

test('older sessions are revoked, and a role takes its sessions along', async ({ iam, account }) => {
  const RoleArn = await role(iam, 'Reader', trust(account.id), allowing('iam:ListUsers'))
  const ann = stsFor(await userWithKey(iam, 'ann', may))
  const older = await assume(ann, RoleArn)
  expect((await list(older)).Users).toHaveLength(1)
  const condition = { DateLessThan: { 'aws:TokenIssueTime': new Date().toISOString() } }
  const inline = { RoleName: 'Reader', PolicyName: 'AWSRevokeOlderSessions' }
  const PolicyDocument = documentOf({ Effect: 'Deny', Action: '*', Condition: condition })
  await iam.send(new PutRolePolicyCommand({ ...inline, PolicyDocument }))
  await expect(list(older)).rejects.toMatchObject({
    name: 'AccessDenied',
    message: expect.stringContaining('with an explicit deny in an identity-based policy'),
  })
  const newer = await assume(ann, RoleArn)
  expect((await list(newer)).Users).toHaveLength(1)
  for (const PolicyName of ['AWSRevokeOlderSessions', 'own']) {
    await iam.send(new DeleteRolePolicyCommand({ RoleName: 'Reader', PolicyName }))
  }
  await iam.send(new DeleteRoleCommand({ RoleName: 'Reader' }))
  await role(iam, 'Reader', trust(account.id), allowing('iam:ListUsers'))
  await expect(list(newer)).rejects.toMatchObject({
    name: 'InvalidClientTokenId',
    message: 'The security token included in the request is invalid.',
  })
})

test('a code makes a session that policies believe, longer than its key', async ({ iam }) => {
  const condition = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }
  const key = await userWithKey(
    iam,
    'ann',
    documentOf({ Action: ['iam:GetUser', 'iam:ListUsers'], Condition: condition }),
  )
  const device = await iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'phone' }))
  const SerialNumber = device.VirtualMFADevice?.SerialNumber ?? ''
  const secret = new TextDecoder().decode(device.VirtualMFADevice?.Base32StringSeed)
  const code = (steps: number) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 })
  const [AuthenticationCode1, AuthenticationCode2] = [code(-1), code(0)]
  await iam.send(
    new EnableMFADeviceCommand({ UserName: 'ann', SerialNumber, AuthenticationCode1, AuthenticationCode2 }),
  )
  const sts = stsFor(key)
  await expect(list(key)).rejects.toMatchObject({ name: 'AccessDenied' })
  const plain = keyOf((await sts.send(new GetSessionTokenCommand({}))).Credentials)
  await expect(list(plain)).rejects.toMatchObject({ name: 'InvalidClientTokenId' })
  const wrong = sts.send(new GetSessionTokenCommand({ SerialNumber, TokenCode: AuthenticationCode2 }))
  await expect(wrong).rejects.toMatchObject({
    name: 'AccessDenied',
    message: expect.stringContaining('invalid MFA one time pass code.'),
  })
  const TokenCode = code(1)
  const proven = keyOf((await sts.send(new GetSessionTokenCommand({ SerialNumber, TokenCode }))).Credentials)
  expect((await list(proven)).Users).toHaveLength(1)
  await iam.send(new DeleteAccessKeyCommand({ UserName: 'ann', AccessKeyId: key.id }))
  expect((await iamFor(proven).send(new GetUserCommand({}))).User?.UserName).toBe('ann')
  await expect(list(key)).rejects.toMatchObject({ name: 'InvalidClientTokenId' })
})

test('a guest gets what the passed policy leaves, and says who it is', async ({ iam, account }) => {
  const sts = stsFor(await userWithKey(iam, 'ann', allowing('sts:GetFederationToken', 's3:*')))
  const guest = await sts.send(
    new GetFederationTokenCommand({ Name: 'guest', Policy: allowing('s3:ListAllMyBuckets') }),
  )
  expect(guest.FederatedUser?.FederatedUserId).toBe(`${account.id}:guest`)
  const key = keyOf(guest.Credentials)
  const who = await stsFor(key).send(new GetCallerIdentityCommand({}))
  expect(who.Arn).toBe(`arn:aws:sts::${account.id}:federated-user/guest`)
  await expect(list(key)).rejects.toMatchObject({ name: 'InvalidClientTokenId' })
  const { token, ...withoutToken } = key
  expect(token).toBeTruthy()
  await expect(stsFor(withoutToken).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
    name: 'InvalidClientTokenId',
  })
})
