import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateRoleCommand,
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  DeactivateMFADeviceCommand,
  DeleteAccessKeyCommand,
  DeleteGroupCommand,
  DeleteRoleCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  DeleteVirtualMFADeviceCommand,
  DetachGroupPolicyCommand,
  DetachRolePolicyCommand,
  EnableMFADeviceCommand,
  GetAccountSummaryCommand,
  type IAMClient,
  ListUsersCommand,
  PutUserPolicyCommand,
  RemoveUserFromGroupCommand,
} from '@aws-sdk/client-iam'
import { CreateBucketCommand, ListBucketsCommand } from '@aws-sdk/client-s3'
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { generateSync } from 'otplib'
import { expect, iamFor, keyOf, s3For, stsFor, test } from './fixtures'

const document = (Statement: object) => JSON.stringify({ Version: '2012-10-17', Statement })
const readers = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'
const RoleName = 'BucketAdmin'

test('groups, users, keys, MFA, a role: build, act, be refused, clean up', async ({ iam, account }) => {
  // A user who may read buckets through a group.
  await iam.send(new CreateGroupCommand({ GroupName: 'readers' }))
  await iam.send(new AttachGroupPolicyCommand({ GroupName: 'readers', PolicyArn: readers }))
  const { User } = await iam.send(new CreateUserCommand({ UserName: 'ann' }))
  await iam.send(new AddUserToGroupCommand({ GroupName: 'readers', UserName: 'ann' }))
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'ann' }))
  const key = { id: AccessKey?.AccessKeyId ?? '', secret: AccessKey?.SecretAccessKey ?? '' }
  expect((await s3For(key).send(new ListBucketsCommand({}))).Buckets).toEqual([])
  const Bucket = `tutorial-${account.id}`
  await expect(s3For(key).send(new CreateBucketCommand({ Bucket }))).rejects.toMatchObject({ name: 'AccessDenied' })

  // A role that she may take on with a code only.
  const SerialNumber = `arn:aws:iam::${account.id}:mfa/ann-phone`
  const codes = await enableMfa(iam, SerialNumber)
  const withMfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }
  const AssumeRolePolicyDocument = document({
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { AWS: User?.Arn },
    Condition: withMfa,
  })
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }))
  const PolicyArn = 'arn:aws:iam::aws:policy/AmazonS3FullAccess'
  await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }))
  const wish = { RoleArn: Role?.Arn, RoleSessionName: 'lesson' }
  await expect(stsFor(key).send(new AssumeRoleCommand(wish))).rejects.toMatchObject({
    name: 'AccessDenied',
    message: `User: ${User?.Arn} is not authorized to perform: sts:AssumeRole on resource: ${Role?.Arn}`,
  })
  const coded = { ...wish, SerialNumber, TokenCode: codes.next }
  const { Credentials } = await stsFor(key).send(new AssumeRoleCommand(coded))
  await expect(stsFor(key).send(new AssumeRoleCommand(coded)), 'no code twice').rejects.toMatchObject({
    name: 'AccessDenied',
  })

  // The session may do what its role may, and nothing else.
  const session = keyOf(Credentials)
  const session_arn = `arn:aws:sts::${account.id}:assumed-role/${RoleName}/lesson`
  expect((await stsFor(session).send(new GetCallerIdentityCommand({}))).Arn).toBe(session_arn)
  await s3For(session).send(new CreateBucketCommand({ Bucket }))
  expect((await s3For(key).send(new ListBucketsCommand({}))).Buckets).toMatchObject([{ Name: Bucket }])
  await expect(iamFor(session).send(new ListUsersCommand({}))).rejects.toMatchObject({
    name: 'AccessDenied',
    message: `User: ${session_arn} is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::${account.id}:user/ because no identity-based policy allows the iam:ListUsers action`,
  })

  // A Deny wins, at once.
  const PolicyDocument = document({ Effect: 'Deny', Action: 's3:*', Resource: '*' })
  await iam.send(new PutUserPolicyCommand({ UserName: 'ann', PolicyName: 'stop', PolicyDocument }))
  await expect(s3For(key).send(new ListBucketsCommand({}))).rejects.toMatchObject({ name: 'AccessDenied' })

  // Nothing that is in use can be deleted; in the right order everything can.
  await expect(iam.send(new DeleteUserCommand({ UserName: 'ann' }))).rejects.toMatchObject({
    name: 'DeleteConflictException',
  })
  await expect(iam.send(new DeleteRoleCommand({ RoleName }))).rejects.toMatchObject({ name: 'DeleteConflictException' })
  await iam.send(new DeleteUserPolicyCommand({ UserName: 'ann', PolicyName: 'stop' }))
  await iam.send(new DeactivateMFADeviceCommand({ UserName: 'ann', SerialNumber }))
  await iam.send(new DeleteVirtualMFADeviceCommand({ SerialNumber }))
  await iam.send(new DeleteAccessKeyCommand({ UserName: 'ann', AccessKeyId: key.id }))
  await iam.send(new RemoveUserFromGroupCommand({ GroupName: 'readers', UserName: 'ann' }))
  await iam.send(new DeleteUserCommand({ UserName: 'ann' }))
  await iam.send(new DetachGroupPolicyCommand({ GroupName: 'readers', PolicyArn: readers }))
  await iam.send(new DeleteGroupCommand({ GroupName: 'readers' }))
  await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }))
  await iam.send(new DeleteRoleCommand({ RoleName }))
  const { SummaryMap } = await iam.send(new GetAccountSummaryCommand({}))
  expect(SummaryMap).toMatchObject({ Users: 0, Groups: 0, Roles: 0, MFADevices: 0 })
})

/** Makes and enables ann's device with the codes of the last two steps; `next` is one that was not used yet. */
async function enableMfa(iam: IAMClient, SerialNumber: string) {
  const made = await iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'ann-phone' }))
  expect(made.VirtualMFADevice?.SerialNumber).toBe(SerialNumber)
  const secret = Buffer.from(made.VirtualMFADevice?.Base32StringSeed ?? []).toString('utf8')
  const now = Math.floor(Date.now() / 1000)
  const [AuthenticationCode1, AuthenticationCode2, next] = [now - 30, now, now + 30].map((epoch) =>
    generateSync({ secret, epoch }),
  )
  await iam.send(
    new EnableMFADeviceCommand({ UserName: 'ann', SerialNumber, AuthenticationCode1, AuthenticationCode2 }),
  )
  return { next }
}
