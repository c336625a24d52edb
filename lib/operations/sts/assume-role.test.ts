import { describe, expect, it } from 'vitest'
import { whyDenied } from '@/lib/gate/why'
import { createPolicy } from '../iam/create-policy'
import { createPolicyVersion } from '../iam/create-policy-version'
import { deletePolicy } from '../iam/delete-policy'
import { deletePolicyVersion } from '../iam/delete-policy-version'
import { listGroups } from '../iam/list-groups'
import { listUsers } from '../iam/list-users'
import { tagRole } from '../iam/tag-role'
import { createBucket } from '../s3/create-bucket'
import { listBuckets } from '../s3/list-buckets'
import { malformed } from '../testing/expected'
import { allow, documentOf, labWith } from '../testing/lab'
import { anyoneOf, notAuthorized, withRole } from '../testing/roles'
import { assumeRole } from './assume-role'
import { getCallerIdentity } from './get-caller-identity'

describe('AssumeRole', () => {
  it('gives a session that may what the role may, and no more', async () => {
    const lab = await labWith({ ann: allow('sts:AssumeRole') })
    const input = await withRole(lab, { trust: anyoneOf(lab.account), may: [allow('iam:ListUsers')] })
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
    const input = await withRole(lab, { trust: { ...anyoneOf(lab.account), Condition } })
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

  it('tells no more where one asks why, neither of foreign roles nor of missing ones', async () => {
    const [home, away] = [await labWith({ ann: allow('sts:AssumeRole') }), await labWith()]
    const input = await withRole(away, { trust: anyoneOf(away.account) })
    await away.root.perform(tagRole, { RoleName: 'Reader', Tags: [{ Key: 'secret', Value: 'plan' }] })
    const ann = home.as('ann')
    await ann.perform(getCallerIdentity, {})
    const why = (RoleArn: string) => whyDenied(assumeRole, { ...input, RoleArn }, ann.world(), async () => false)
    const told = await why(input.RoleArn)
    expect(told).toMatchObject({ decidedBy: 'resource', looked: { near: [], isPartial: true } })
    expect(JSON.stringify(told)).not.toContain('plan')
    const missing = await why(away.roleArn('Nobody'))
    expect(missing).toEqual(JSON.parse(JSON.stringify(told).replaceAll('role/Reader', 'role/Nobody')))
  })

  it('crosses accounts where both sides agree, and both have the event', async () => {
    const [home, away] = [await labWith({ ann: allow('sts:AssumeRole'), bob: [] }), await labWith()]
    const Condition = { StringEquals: { 'sts:ExternalId': 'unit7' } }
    const trust = { ...anyoneOf(home.account), Condition }
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
    const input = await withRole(lab, { trust: anyoneOf(lab.account) })
    const message = 'Roles may not be assumed by root accounts.'
    await expect(lab.root.perform(assumeRole, input)).rejects.toMatchObject({ code: 'AccessDenied', message })
  })

  it('limits a session by the policies that are passed, and says how much room they take', async () => {
    const lab = await labWith({ ann: allow('sts:AssumeRole') })
    const may = [allow(['iam:ListUsers', 'iam:ListGroups', 's3:*'])]
    const input = await withRole(lab, { trust: anyoneOf(lab.account), may })
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
    const input = await withRole(lab, { trust: anyoneOf(lab.account), may: [allow('iam:*')] })
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
    const input = await withRole(lab, { trust: anyoneOf(lab.account) })
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
    const input = await withRole(lab, { trust: anyoneOf(lab.account), MaxSessionDuration: 7200 })
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
})

describe('AssumeRole with a context', () => {
  const ProviderArn = 'arn:aws:iam::aws:contextProvider/IdentityCenter'
  const ContextAssertion = 'an-assertion-of-nobody'
  const isProvider = { 'ForAllValues:ArnEquals': { 'sts:RequestContextProviders': ProviderArn } }

  it('asks for sts:SetContext, then takes none, and keeps the assertion to itself', async () => {
    const lab = await labWith({ ann: [], bob: [] })
    const [ann, bob] = [{ AWS: lab.userArn('ann') }, { AWS: lab.userArn('bob') }]
    const trust = [
      { Principal: ann },
      { Principal: bob, Action: ['sts:AssumeRole', 'sts:SetContext'], Condition: isProvider },
    ]
    const input = await withRole(lab, { trust })
    const ProvidedContexts = [{ ProviderArn, ContextAssertion }]
    await expect(lab.as('ann').perform(assumeRole, { ...input, ProvidedContexts })).rejects.toMatchObject(
      notAuthorized(lab.userArn('ann'), input.RoleArn, 'sts:SetContext'),
    )
    await expect(lab.as('bob').perform(assumeRole, { ...input, ProvidedContexts })).rejects.toMatchObject({
      code: 'ValidationError',
      status: 400,
      message: 'The provided context assertion could not be validated.',
    })
    const other = [{ ProviderArn: ProviderArn.replace('Center', 'Corner'), ContextAssertion }]
    await expect(lab.as('bob').perform(assumeRole, { ...input, ProvidedContexts: other })).rejects.toMatchObject({
      code: 'AccessDenied',
    })
    await lab.as('ann').perform(assumeRole, { ...input, ProvidedContexts: [] })
    const records = (await lab.events()).map(({ record }) => record).join()
    expect(records).toContain(ProviderArn)
    expect(records).not.toContain(ContextAssertion)
  })

  it.each([
    [Array(6).fill({ ProviderArn }), 'Member must have length less than or equal to 5'],
    [[{ ContextAssertion: 'abc' }], 'Member must have length greater than or equal to 4'],
    [[{ ProviderArn: 'nothing-valid-in-here' }], 'nothing-valid-in-here is invalid'],
  ])('does not take %j', async (ProvidedContexts, message) => {
    const lab = await labWith({ ann: [] })
    const input = await withRole(lab, { trust: { Principal: { AWS: lab.userArn('ann') } } })
    await expect(lab.as('ann').perform(assumeRole, { ...input, ProvidedContexts })).rejects.toMatchObject({
      code: 'ValidationError',
      message: expect.stringContaining(message),
    })
  })
})
