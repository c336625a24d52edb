import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateUserCommand,
  DeleteConflictException,
  DeleteUserCommand,
  EntityAlreadyExistsException,
  GetAccessKeyLastUsedCommand,
  GetPolicyVersionCommand,
  GetUserCommand,
  LimitExceededException,
  ListUsersCommand,
  MalformedPolicyDocumentException,
  NoSuchEntityException,
  PutUserPolicyCommand,
  paginateListPolicies,
  paginateListUsers,
  UpdateAccessKeyCommand,
  waitUntilUserExists,
} from '@aws-sdk/client-iam'
import { expect, iamFor, type Key, test } from './fixtures'

const allow = (Action: string | string[], Resource = '*') =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] })

async function userWithKey(iam: ReturnType<typeof iamFor>, UserName: string, policy?: string): Promise<Key> {
  await iam.send(new CreateUserCommand({ UserName }))
  if (policy) await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'own', PolicyDocument: policy }))
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }))
  return { id: AccessKey?.AccessKeyId ?? '', secret: AccessKey?.SecretAccessKey ?? '' }
}

test('a team is built and its pages are walked', async ({ iam, account }) => {
  const names = ['Ann', 'bob', 'cem', 'dia', 'eli']
  for (const UserName of names) await iam.send(new CreateUserCommand({ UserName, Path: '/team/' }))
  await waitUntilUserExists({ client: iam, maxWaitTime: 10 }, { UserName: 'Ann' })
  const walked: (string | undefined)[] = []
  for await (const page of paginateListUsers({ client: iam, pageSize: 2 }, { PathPrefix: '/team/' })) {
    walked.push(...(page.Users ?? []).map((user) => user.UserName))
  }
  expect(walked.toSorted()).toEqual(names)

  const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName: 'read', PolicyDocument: allow('s3:Get*') }))
  const PolicyArn = Policy?.Arn ?? ''
  expect(PolicyArn).toBe(`arn:aws:iam::${account.id}:policy/read`)
  const second = allow('s3:List*')
  await iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: second, SetAsDefault: true }))
  const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: 'v2' }))
  expect(decodeURIComponent(PolicyVersion?.Document ?? '')).toBe(second)

  await iam.send(new CreateGroupCommand({ GroupName: 'readers' }))
  await iam.send(new AttachGroupPolicyCommand({ GroupName: 'readers', PolicyArn }))
  await iam.send(new AddUserToGroupCommand({ GroupName: 'readers', UserName: 'bob' }))
  const policies: (string | undefined)[] = []
  for await (const page of paginateListPolicies({ client: iam, pageSize: 500 }, { OnlyAttached: true })) {
    policies.push(...(page.Policies ?? []).map((policy) => policy.Arn))
  }
  expect(policies).toEqual([PolicyArn])
})

test('errors are those of the SDK', async ({ iam }) => {
  await iam.send(new CreateUserCommand({ UserName: 'ann' }))
  await iam.send(new CreateGroupCommand({ GroupName: 'g' }))
  await iam.send(new AddUserToGroupCommand({ GroupName: 'g', UserName: 'ann' }))
  const failures = [
    [new GetUserCommand({ UserName: 'nobody' }), NoSuchEntityException],
    [new CreateUserCommand({ UserName: 'ANN' }), EntityAlreadyExistsException],
    [new DeleteUserCommand({ UserName: 'ann' }), DeleteConflictException],
    [new CreatePolicyCommand({ PolicyName: 'p', PolicyDocument: '{' }), MalformedPolicyDocumentException],
  ] as const
  for (const [command, type] of failures) await expect(iam.send(command as never)).rejects.toBeInstanceOf(type)
  const more = () => iam.send(new CreateAccessKeyCommand({ UserName: 'ann' }))
  await more()
  await more()
  await expect(more()).rejects.toBeInstanceOf(LimitExceededException)
  await expect(iam.send(new ListUsersCommand({ MaxItems: 1001 }))).rejects.toMatchObject({
    name: 'ValidationError',
    message:
      "1 validation error detected: Value at 'maxItems' failed to satisfy constraint: Member must have value less than or equal to 1000",
  })
})

test('a user of few rights reads why', async ({ iam, account }) => {
  const ann = iamFor(await userWithKey(iam, 'ann', allow('iam:GetUser', `arn:aws:iam::${account.id}:user/ann`)))
  await expect(ann.send(new GetUserCommand({}))).resolves.toMatchObject({ User: { UserName: 'ann' } })
  const me = `User: arn:aws:iam::${account.id}:user/ann is not authorized to perform`
  await expect(ann.send(new ListUsersCommand({}))).rejects.toMatchObject({
    name: 'AccessDenied',
    $metadata: { httpStatusCode: 403 },
    message: `${me}: iam:ListUsers on resource: arn:aws:iam::${account.id}:user/ because no identity-based policy allows the iam:ListUsers action`,
  })
  // Refusal comes before existence: the name of nobody is refused with the same words.
  await expect(ann.send(new DeleteUserCommand({ UserName: 'nobody' }))).rejects.toMatchObject({
    message: `${me}: iam:DeleteUser on resource: user nobody because no identity-based policy allows the iam:DeleteUser action`,
  })
})

test('a leaked key is deactivated and stops at once', async ({ iam }) => {
  const key = await userWithKey(iam, 'ann', allow('iam:GetUser'))
  const leaked = iamFor(key)
  await expect(leaked.send(new GetUserCommand({}))).resolves.toBeTruthy()
  const used = await iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: key.id }))
  expect(used.AccessKeyLastUsed).toMatchObject({ ServiceName: 'iam', Region: 'eu-west-1' })
  await iam.send(new UpdateAccessKeyCommand({ UserName: 'ann', AccessKeyId: key.id, Status: 'Inactive' }))
  await expect(leaked.send(new GetUserCommand({}))).rejects.toMatchObject({
    name: 'InvalidClientTokenId',
    message: 'The security token included in the request is invalid.',
  })
  const guess = iamFor({ id: key.id.replace(/.$/, 'A'), secret: key.secret })
  await expect(guess.send(new GetUserCommand({}))).rejects.toMatchObject({ name: 'InvalidClientTokenId' })
})

test('the root of the address answers signed calls as well', async ({ account }) => {
  const client = iamFor(account.key, process.env.E2E_URL)
  await expect(client.send(new GetUserCommand({}))).resolves.toMatchObject({ User: { UserId: account.id } })
})
