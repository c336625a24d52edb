import { describe, expect, it } from 'vitest'
import { attachRolePolicy } from '../iam/attach-role-policy'
import { createPolicy } from '../iam/create-policy'
import { createPolicyVersion } from '../iam/create-policy-version'
import { createRole } from '../iam/create-role'
import { createUser } from '../iam/create-user'
import { deletePolicy } from '../iam/delete-policy'
import { deletePolicyVersion } from '../iam/delete-policy-version'
import { deleteRole } from '../iam/delete-role'
import { deleteRolePolicy } from '../iam/delete-role-policy'
import { deleteUser } from '../iam/delete-user'
import { deleteUserPolicy } from '../iam/delete-user-policy'
import { getUser } from '../iam/get-user'
import { listGroups } from '../iam/list-groups'
import { listUsers } from '../iam/list-users'
import { putRolePermissionsBoundary } from '../iam/put-role-permissions-boundary'
import { putRolePolicy } from '../iam/put-role-policy'
import { tagRole } from '../iam/tag-role'
import { createBucket } from '../s3/create-bucket'
import { listBuckets } from '../s3/list-buckets'
import { malformed } from '../testing/expected'
import { allow, deny, documentOf, type Lab, labWith } from '../testing/lab'
import { assignedDevice } from '../testing/mfa'
import { assumeRole } from './assume-role'
import { getCallerIdentity } from './get-caller-identity'
import { getSessionToken } from './get-session-token'

type Role = {
  name?: string
  trust: object | object[]
  may?: Parameters<typeof documentOf>
  MaxSessionDuration?: number
}

const trustOf = (...statements: object[]) => {
  const Statement = statements.map((statement) => ({ Effect: 'Allow', Action: 'sts:AssumeRole', ...statement }))
  return JSON.stringify({ Version: '2012-10-17', Statement })
}

const root = (account: string) => ({ Principal: { AWS: `arn:aws:iam::${account}:root` } })

/** Makes a role and gives the input that assumes it. */
async function withRole(lab: Lab, { name = 'Reader', trust, may = [], ...rest }: Role) {
  const AssumeRolePolicyDocument = trustOf(...[trust].flat())
  await lab.root.perform(createRole, { RoleName: name, AssumeRolePolicyDocument, ...rest })
  if (may.length > 0) {
    await lab.root.perform(putRolePolicy, { RoleName: name, PolicyName: 'own', PolicyDocument: documentOf(...may) })
  }
  return { RoleArn: lab.roleArn(name), RoleSessionName: 'lesson' }
}

const notAuthorized = (arn: string, RoleArn: string, action = 'sts:AssumeRole') => ({
  code: 'AccessDenied',
  status: 403,
  message: `User: ${arn} is not authorized to perform: ${action} on resource: ${RoleArn}`,
})

describe('AssumeRole', () => {
  it('gives a session that may what the role may, and no more', async () => {
    const lab = await labWith({ ann: allow('sts:AssumeRole') })
    const input = await withRole(lab, { trust: root(lab.account), may: [allow('iam:ListUsers')] })
    const output = await lab.as('ann').perform(assumeRole, { ...input, DurationSeconds: 900 })
    const arn = `arn:aws:sts::${lab.account}:assumed-role/Reader/lesson`
    expect(output).toEqual({
      Credentials: {
        AccessKeyId: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/),
        SecretAccessKey: expect.stringMatching(/^.{40}$/),
        SessionToken: expect.any(String),
        Expiration: new Date('2026-11-22T09:15:00Z'),
      },
      AssumedRoleUser: { AssumedRoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}:lesson$/), Arn: arn },
      PackedPolicySize: undefined,
      SourceIdentity: undefined,
    })
    const session = lab.holding(output.Credentials)
    const who = { UserId: output.AssumedRoleUser.AssumedRoleId, Account: lab.account, Arn: arn }
    expect(await session.perform(getCallerIdentity, {})).toEqual(who)
    expect((await session.perform(listUsers, {})).Users).toHaveLength(1)
    await expect(session.perform(listGroups, {})).rejects.toMatchObject({
      code: 'AccessDenied',
      message: `User: ${arn} is not authorized to perform: iam:ListGroups on resource: arn:aws:iam::${lab.account}:group/ because no identity-based policy allows the iam:ListGroups action`,
    })
  })

  it('needs no identity policy where the trust policy names the user', async () => {
    const lab = await labWith({ ann: [], bob: allow('*') })
    const input = await withRole(lab, { trust: { Principal: { AWS: lab.userArn('ann') } } })
    await lab.as('ann').perform(assumeRole, input)
    await expect(lab.as('bob').perform(assumeRole, input)).rejects.toMatchObject(
      notAuthorized(lab.userArn('bob'), input.RoleArn),
    )
  })

  it('answers every refusal with one text; what was missing is in the decision alone', async () => {
    const lab = await labWith({ ann: allow('sts:AssumeRole'), bob: [] })
    const Condition = { StringEquals: { 'sts:ExternalId': 'unit 7' } }
    const input = await withRole(lab, { trust: { ...root(lab.account), Condition } })
    const nowhere = { ...input, RoleArn: lab.roleArn('Nowhere') }
    const tries = [
      ['ann', input],
      ['ann', { ...input, ExternalId: 'unit8' }],
      ['ann', nowhere],
      ['bob', input],
      ['bob', nowhere],
      ['ann', { ...input, RoleArn: input.RoleArn.replace('Reader', 'reader') }],
      ['ann', { ...input, RoleArn: 'arn:aws:iam::123456789012:user/somebody' }],
    ] as const
    for (const [who, tried] of tries) {
      const refused = lab.as(who).perform(assumeRole, tried)
      await expect(refused).rejects.toMatchObject(notAuthorized(lab.userArn(who), tried.RoleArn))
    }
    await expect(lab.as('ann').perform(assumeRole, nowhere)).rejects.toMatchObject({
      denial: { action: 'sts:AssumeRole', decision: { effect: 'implicitDeny', layer: 'resource' } },
    })
  })

  it('crosses accounts where both sides agree, and both have the event', async () => {
    const [home, away] = [await labWith({ ann: allow('sts:AssumeRole'), bob: [] }), await labWith()]
    const Condition = { StringEquals: { 'sts:ExternalId': 'unit7' } }
    const trust = { ...root(home.account), Condition }
    const input = { ...(await withRole(away, { trust, may: [allow('iam:ListUsers')] })), ExternalId: 'unit7' }
    const { Credentials } = await home.as('ann').perform(assumeRole, input)
    const session = away.holding(Credentials)
    expect((await session.perform(listUsers, {})).Users).toEqual([])
    await expect(home.as('bob').perform(assumeRole, input)).rejects.toMatchObject({ code: 'AccessDenied' })
    await expect(home.as('ann').perform(assumeRole, { ...input, ExternalId: 'x1' })).rejects.toMatchObject(
      notAuthorized(home.userArn('ann'), input.RoleArn),
    )
    const [here, there] = [await home.events(), await away.events()].map((events) =>
      events.filter(({ name }) => name === 'AssumeRole').map(({ record }) => JSON.parse(record)),
    )
    const shared = here?.find((record) => !record.errorCode).sharedEventID
    expect(here).toHaveLength(3)
    expect(there).toMatchObject([
      {
        sharedEventID: shared,
        userIdentity: { type: 'AWSAccount', accountId: home.account },
        recipientAccountId: away.account,
        readOnly: true,
        resources: [{ type: 'AWS::IAM::Role', name: input.RoleArn }],
        responseElements: { credentials: { sessionToken: 'HIDDEN_DUE_TO_SECURITY_REASONS' } },
      },
    ])
    expect(there?.[0].userIdentity.arn).toBeUndefined()
    const acted = (await away.events()).find(({ name }) => name === 'ListUsers')
    expect(acted).toMatchObject({ userName: 'lesson', accessKeyId: Credentials.AccessKeyId })
    expect(JSON.parse(acted?.record ?? '')).toMatchObject({
      userIdentity: {
        type: 'AssumedRole',
        sessionContext: {
          sessionIssuer: { type: 'Role', arn: input.RoleArn, userName: 'Reader' },
          attributes: { creationDate: '2026-11-22T09:00:00Z', mfaAuthenticated: 'false' },
        },
      },
    })
  })

  it('is refused to root', async () => {
    const lab = await labWith()
    const input = await withRole(lab, { trust: root(lab.account) })
    const message = 'Roles may not be assumed by root accounts.'
    await expect(lab.root.perform(assumeRole, input)).rejects.toMatchObject({ code: 'AccessDenied', message })
  })

  it('limits a session by the policies that are passed, and says how much room they take', async () => {
    const lab = await labWith({ ann: allow('sts:AssumeRole') })
    const may = [allow(['iam:ListUsers', 'iam:ListGroups', 's3:*'])]
    const input = await withRole(lab, { trust: root(lab.account), may })
    const Policy = documentOf(allow(['iam:ListUsers', 'iam:GetAccountSummary']))
    const PolicyArns = [{ arn: 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess' }]
    const { Credentials, PackedPolicySize } = await lab.as('ann').perform(assumeRole, { ...input, Policy, PolicyArns })
    expect(PackedPolicySize).toBeGreaterThan(0)
    expect(PackedPolicySize).toBeLessThan(20)
    const session = lab.holding(Credentials)
    await session.perform(listUsers, {})
    await session.perform(listBuckets, {})
    await expect(session.perform(listGroups, {})).rejects.toMatchObject({
      message: expect.stringContaining('because no session policy allows the iam:ListGroups action'),
    })
    await expect(session.perform(createBucket, { Bucket: 'lab-of-ann' })).rejects.toMatchObject({
      code: 'AccessDenied',
    })
  })

  it('limits a session by a managed policy as it is now, not as it was', async () => {
    const lab = await labWith({ ann: allow('sts:AssumeRole') })
    const input = await withRole(lab, { trust: root(lab.account), may: [allow('iam:*')] })
    const own = { PolicyName: 'Limit', PolicyDocument: documentOf(allow('iam:ListUsers')) }
    const PolicyArn = (await lab.root.perform(createPolicy, own)).Policy.Arn
    const PolicyArns = [{ arn: PolicyArn }]
    const session = lab.holding((await lab.as('ann').perform(assumeRole, { ...input, PolicyArns })).Credentials)
    await session.perform(listUsers, {})
    const PolicyDocument = documentOf(allow('iam:ListGroups'))
    await lab.root.perform(createPolicyVersion, { PolicyArn, PolicyDocument, SetAsDefault: true })
    await expect(session.perform(listUsers, {})).rejects.toMatchObject({ code: 'AccessDenied' })
    await session.perform(listGroups, {})
    await lab.root.perform(deletePolicyVersion, { PolicyArn, VersionId: 'v1' })
    await lab.root.perform(deletePolicy, { PolicyArn })
    await expect(session.perform(listGroups, {})).rejects.toMatchObject({ code: 'AccessDenied' })
  })

  it('takes no policies that are broken, unknown, too long or too many', async () => {
    const lab = await labWith({ ann: allow('sts:AssumeRole') })
    const input = await withRole(lab, { trust: root(lab.account) })
    const assume = (more: object) => lab.as('ann').perform(assumeRole, { ...input, ...more })
    await expect(assume({ Policy: 'no' })).rejects.toMatchObject(malformed('Syntax errors in policy.'))
    await expect(assume({ Policy: ' '.repeat(2049) })).rejects.toMatchObject({ code: 'ValidationError' })
    const arn = `arn:aws:iam::${lab.account}:policy/Nowhere`
    await expect(assume({ PolicyArns: [{ arn }] })).rejects.toMatchObject({ code: 'ValidationError' })
    const eleven = Array.from({ length: 11 }, () => ({ arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }))
    await expect(assume({ PolicyArns: eleven })).rejects.toMatchObject({
      message:
        "1 validation error detected: Value at 'policyArns' failed to satisfy constraint: Member must have length less than or equal to 10",
    })
    await expect(assume({ RoleSessionName: 'Session1:2' })).rejects.toMatchObject({
      code: 'ValidationError',
      message:
        "1 validation error detected: Value 'Session1:2' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*",
    })
    await expect(assume({ RoleArn: 'nothing-valid-in-here' })).rejects.toMatchObject({
      code: 'ValidationError',
      message: 'nothing-valid-in-here is invalid',
    })
  })

  it('lasts as long as the role allows', async () => {
    const lab = await labWith({ ann: allow('sts:AssumeRole') })
    const input = await withRole(lab, { trust: root(lab.account), MaxSessionDuration: 7200 })
    const last = async (DurationSeconds?: number) => {
      const { Credentials } = await lab.as('ann').perform(assumeRole, { ...input, DurationSeconds })
      return (Credentials.Expiration.getTime() - lab.now.getTime()) / 1000
    }
    expect(await last()).toBe(3600)
    expect(await last(7200)).toBe(7200)
    await expect(last(7201)).rejects.toMatchObject({
      code: 'ValidationError',
      message: 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    })
    await expect(last(899)).rejects.toMatchObject({ message: expect.stringContaining("'899' at 'durationSeconds'") })
  })

  it('goes from role to role for an hour at most', async () => {
    const lab = await labWith({ ann: allow('sts:AssumeRole') })
    const first = await withRole(lab, { trust: root(lab.account), may: [allow('sts:AssumeRole')] })
    const second = await withRole(lab, {
      name: 'Second',
      trust: { Principal: { AWS: first.RoleArn } },
      may: [allow('iam:ListUsers')],
      MaxSessionDuration: 7200,
    })
    const session = lab.holding((await lab.as('ann').perform(assumeRole, first)).Credentials)
    const chained = await session.perform(assumeRole, second)
    await lab.holding(chained.Credentials).perform(listUsers, {})
    await expect(session.perform(assumeRole, { ...second, DurationSeconds: 3601 })).rejects.toMatchObject({
      code: 'ValidationError',
      message: expect.stringContaining('exceeds the 1 hour session limit for roles assumed by role chaining'),
    })
    await expect(lab.as('ann').perform(assumeRole, second)).rejects.toMatchObject({ code: 'AccessDenied' })
  })

  it('tags sessions, where the trust policy allows sts:TagSession too, and hands transitive tags on', async () => {
    const lab = await labWith({ ann: allow('sts:*') })
    const Action = ['sts:AssumeRole', 'sts:TagSession']
    const dev = { StringEquals: { 'aws:PrincipalTag/team': 'dev', 'aws:PrincipalTag/Site': 'north' } }
    const may = [allow('iam:ListUsers', '*', dev), allow('sts:*')]
    const plain = await withRole(lab, { trust: root(lab.account) })
    const first = await withRole(lab, { name: 'First', trust: { ...root(lab.account), Action }, may })
    const second = await withRole(lab, { name: 'Second', trust: { ...root(lab.account), Action }, may })
    await lab.root.perform(tagRole, {
      RoleName: 'First',
      Tags: [
        { Key: 'TEAM', Value: 'ops' },
        { Key: 'Site', Value: 'north' },
      ],
    })
    await lab.root.perform(tagRole, { RoleName: 'Second', Tags: [{ Key: 'Site', Value: 'north' }] })
    const Tags = [{ Key: 'team', Value: 'dev' }]
    const ann = lab.as('ann')
    await expect(ann.perform(assumeRole, { ...plain, Tags })).rejects.toMatchObject(
      notAuthorized(lab.userArn('ann'), plain.RoleArn, 'sts:TagSession'),
    )
    const kept = lab.holding((await ann.perform(assumeRole, { ...first, Tags })).Credentials)
    await kept.perform(listUsers, {})
    const transitive = await ann.perform(assumeRole, { ...first, Tags, TransitiveTagKeys: ['team'] })
    const handing = lab.holding(transitive.Credentials)
    const handed = lab.holding((await handing.perform(assumeRole, second)).Credentials)
    await handed.perform(listUsers, {})
    const alone = lab.holding((await kept.perform(assumeRole, second)).Credentials)
    await expect(alone.perform(listUsers, {})).rejects.toMatchObject({ code: 'AccessDenied' })
    const invalid = (message: string) => ({ code: 'InvalidParameterValue', status: 400, message })
    await expect(handing.perform(assumeRole, { ...second, Tags: [{ Key: 'Team', Value: 'x' }] })).rejects.toMatchObject(
      invalid(
        "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
      ),
    )
    await expect(ann.perform(assumeRole, { ...first, TransitiveTagKeys: ['team'] })).rejects.toMatchObject(
      invalid('The specified transitive tag key must be included in the requested tags.'),
    )
    await expect(
      ann.perform(assumeRole, { ...first, Tags: [...Tags, { Key: 'Team', Value: 'x' }] }),
    ).rejects.toMatchObject(invalid('Duplicate tag keys found. Please note that Tag keys are case insensitive.'))
  })

  it('keeps a source identity through a chain', async () => {
    const lab = await labWith({ ann: allow('sts:*') })
    const Condition = { StringEquals: { 'sts:SourceIdentity': 'ann' } }
    const Action = ['sts:AssumeRole', 'sts:SetSourceIdentity']
    const set = { 'aws:SourceIdentity': 'ann', 'aws:PrincipalType': 'AssumedRole' }
    const may = [allow('iam:ListUsers', '*', { StringEquals: set }), allow('sts:*')]
    const plain = await withRole(lab, { trust: root(lab.account) })
    const first = await withRole(lab, { name: 'First', trust: { ...root(lab.account), Action, Condition }, may })
    const second = await withRole(lab, { name: 'Second', trust: { ...root(lab.account), Action }, may })
    const SourceIdentity = 'ann'
    await expect(lab.as('ann').perform(assumeRole, { ...plain, SourceIdentity })).rejects.toMatchObject(
      notAuthorized(lab.userArn('ann'), plain.RoleArn, 'sts:SetSourceIdentity'),
    )
    await expect(lab.as('ann').perform(assumeRole, first)).rejects.toMatchObject({ code: 'AccessDenied' })
    const output = await lab.as('ann').perform(assumeRole, { ...first, SourceIdentity })
    expect(output.SourceIdentity).toBe('ann')
    const session = lab.holding(output.Credentials)
    await session.perform(listUsers, {})
    await lab.holding((await session.perform(assumeRole, second)).Credentials).perform(listUsers, {})
    await expect(session.perform(assumeRole, { ...second, SourceIdentity: 'bob' })).rejects.toMatchObject({
      code: 'AccessDenied',
    })
  })

  it('opens a role that wants MFA with a code that is good once', async () => {
    const lab = await labWith({ ann: allow('sts:AssumeRole'), bob: allow('sts:AssumeRole') })
    const Condition = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }
    const mfaOnly = allow('iam:ListUsers', '*', Condition)
    const input = await withRole(lab, { trust: { ...root(lab.account), Condition }, may: [mfaOnly] })
    const { serial: SerialNumber, codeIn } = await assignedDevice(lab, 'ann', 'phone')
    const ann = lab.as('ann')
    await expect(ann.perform(assumeRole, input)).rejects.toMatchObject(notAuthorized(lab.userArn('ann'), input.RoleArn))
    const good = { ...input, SerialNumber, TokenCode: codeIn(1) }
    await expect(ann.perform(assumeRole, { ...good, TokenCode: '000000' })).rejects.toMatchObject({
      code: 'AccessDenied',
      message: expect.stringContaining('MultiFactorAuthentication failed with invalid MFA one time pass code.'),
    })
    await expect(lab.as('bob').perform(assumeRole, good)).rejects.toMatchObject({
      message: expect.stringContaining('unable to validate MFA code'),
    })
    await expect(ann.perform(assumeRole, { ...input, SerialNumber })).rejects.toMatchObject({ code: 'AccessDenied' })
    const { Credentials } = await ann.perform(assumeRole, good)
    lab.now = new Date('2026-11-22T09:01:00Z')
    const proven = await ann.perform(getSessionToken, { SerialNumber, TokenCode: codeIn(0) })
    await lab.holding(proven.Credentials).perform(assumeRole, input)
    await expect(ann.perform(assumeRole, good)).rejects.toMatchObject({ code: 'AccessDenied' })
    await expect(lab.holding(Credentials).perform(listUsers, {})).rejects.toMatchObject({ code: 'AccessDenied' })
  })
})

describe('a role session', () => {
  const session = async (lab: Lab, may = [allow('iam:*')]) => {
    const input = await withRole(lab, { trust: { Principal: { AWS: lab.userArn('ann') } }, may })
    return { input, Credentials: (await lab.as('ann').perform(assumeRole, input)).Credentials }
  }

  it('follows its role: new policies count at once, a boundary limits it', async () => {
    const lab = await labWith({ ann: [] })
    const held = lab.holding((await session(lab, [])).Credentials)
    await expect(held.perform(listUsers, {})).rejects.toMatchObject({ code: 'AccessDenied' })
    await lab.root.perform(attachRolePolicy, {
      RoleName: 'Reader',
      PolicyArn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
    })
    await held.perform(listUsers, {})
    const PermissionsBoundary = 'arn:aws:iam::aws:policy/AmazonS3FullAccess'
    await lab.root.perform(putRolePermissionsBoundary, { RoleName: 'Reader', PermissionsBoundary })
    await expect(held.perform(listUsers, {})).rejects.toMatchObject({
      message: expect.stringContaining('because no permissions boundary allows'),
    })
  })

  it('is stopped by AWSRevokeOlderSessions if it is older', async () => {
    const lab = await labWith({ ann: [] })
    const { input, Credentials } = await session(lab)
    const older = lab.holding(Credentials)
    await older.perform(listUsers, {})
    lab.now = new Date('2026-11-22T09:10:00.000Z')
    const revoked = deny('*', '*', { DateLessThan: { 'aws:TokenIssueTime': lab.now.toISOString() } })
    const inline = { RoleName: 'Reader', PolicyName: 'AWSRevokeOlderSessions' }
    await lab.root.perform(putRolePolicy, { ...inline, PolicyDocument: documentOf(revoked) })
    await expect(older.perform(listUsers, {})).rejects.toMatchObject({
      message: expect.stringContaining('with an explicit deny in an identity-based policy'),
    })
    const newer = lab.holding((await lab.as('ann').perform(assumeRole, input)).Credentials)
    await newer.perform(listUsers, {})
  })

  it('ends with its role, also when another one takes the name', async () => {
    const lab = await labWith({ ann: [] })
    const { Credentials } = await session(lab)
    await lab.root.perform(deleteRolePolicy, { RoleName: 'Reader', PolicyName: 'own' })
    await lab.root.perform(deleteRole, { RoleName: 'Reader' })
    await withRole(lab, { trust: { Principal: { AWS: lab.userArn('ann') } }, may: [allow('*')] })
    await expect(lab.holding(Credentials).perform(listUsers, {})).rejects.toThrow('Nobody holds these credentials')
  })

  it("is not given to a new user who took a trusted one's name", async () => {
    const lab = await labWith({ ann: allow('iam:GetUser') })
    const { input } = await session(lab)
    await lab.root.perform(deleteUserPolicy, { UserName: 'ann', PolicyName: 'lab' })
    await lab.root.perform(deleteUser, { UserName: 'ann' })
    await lab.root.perform(createUser, { UserName: 'ann' })
    await expect(lab.as('ann').perform(assumeRole, input)).rejects.toMatchObject({ code: 'AccessDenied' })
  })

  it('is no user', async () => {
    const lab = await labWith({ ann: [] })
    const held = lab.holding((await session(lab)).Credentials)
    await expect(held.perform(getUser, {})).rejects.toMatchObject({
      code: 'ValidationError',
      message: 'Must specify userName when calling with non-User credentials',
    })
    expect((await held.perform(getUser, { UserName: 'ann' })).User.UserName).toBe('ann')
  })
})
