import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createRole } from '../iam/create-role'
import { listUsers } from '../iam/list-users'
import { tagUser } from '../iam/tag-user'
import { createBucket } from '../s3/create-bucket'
import { listBuckets } from '../s3/list-buckets'
import { allow, documentOf, labWith, trusting } from '../testing/lab'
import { assumeRole } from './assume-role'
import { getCallerIdentity } from './get-caller-identity'
import { getFederationToken } from './get-federation-token'
import { getSessionToken } from './get-session-token'

const guest = { Name: 'guest' }
const buckets = { ...guest, Policy: documentOf(allow('s3:ListAllMyBuckets')) }

describe('GetFederationToken', () => {
  it("gives what the passed policy leaves of the user's permissions", async () => {
    const lab = await labWith({ ann: allow(['s3:*', 'sts:GetFederationToken']) })
    const output = await lab.as('ann').perform(getFederationToken, buckets)
    const Arn = `arn:aws:sts::${lab.account}:federated-user/guest`
    const FederatedUserId = `${lab.account}:guest`
    expect(output).toMatchObject({ FederatedUser: { FederatedUserId, Arn }, PackedPolicySize: expect.any(Number) })
    expect(output.Credentials.Expiration).toEqual(new Date('2026-11-22T21:00:00Z'))
    const session = lab.holding(output.Credentials)
    expect(await session.perform(getCallerIdentity, {})).toEqual({ UserId: FederatedUserId, Account: lab.account, Arn })
    await session.perform(listBuckets, {})
    await expect(session.perform(createBucket, { Bucket: 'of-a-guest' })).rejects.toMatchObject({
      code: 'AccessDenied',
      message: expect.stringContaining(`User: ${Arn} is not authorized to perform: s3:CreateBucket`),
    })
    const event = (await lab.events()).find(({ name }) => name === 'ListBuckets')
    expect(event).toMatchObject({ userName: 'guest', userArn: Arn })
    expect(JSON.parse(event?.record ?? '').userIdentity).toMatchObject({
      type: 'FederatedUser',
      sessionContext: { sessionIssuer: { type: 'IAMUser', userName: 'ann' } },
    })
  })

  it('gives nothing without a policy, and never more than the user has', async () => {
    const lab = await labWith({ ann: allow(['iam:*', 'sts:*']) })
    const { Credentials, PackedPolicySize } = await lab.as('ann').perform(getFederationToken, guest)
    expect(PackedPolicySize).toBe(0)
    await expect(lab.holding(Credentials).perform(listBuckets, {})).rejects.toMatchObject({ code: 'AccessDenied' })
    const more = await lab.as('ann').perform(getFederationToken, buckets)
    await expect(lab.holding(more.Credentials).perform(listBuckets, {})).rejects.toMatchObject({ code: 'AccessDenied' })
  })

  it('calls neither IAM nor STS, but for GetCallerIdentity', async () => {
    const lab = await labWith({ ann: allow('*') })
    const Policy = documentOf(allow('*'))
    const AssumeRolePolicyDocument = trusting({ AWS: lab.account })
    const { Role } = await lab.root.perform(createRole, { RoleName: 'Open', AssumeRolePolicyDocument })
    const session = lab.holding((await lab.as('ann').perform(getFederationToken, { ...guest, Policy })).Credentials)
    await expect(session.perform(listUsers, {})).rejects.toMatchObject({ code: 'InvalidClientTokenId' })
    await expect(session.perform(getSessionToken, {})).rejects.toMatchObject({ code: 'AccessDenied' })
    const assuming = session.perform(assumeRole, { RoleArn: Role.Arn, RoleSessionName: 'guest' })
    await expect(assuming).rejects.toMatchObject({ code: 'InvalidClientTokenId' })
    expect((await session.perform(getCallerIdentity, {})).Arn).toContain('federated-user/guest')
  })

  it("asks about the federated user and about tags, which win over the user's own", async () => {
    const lab = await labWith({
      ann: [
        allow('sts:GetFederationToken', 'arn:aws:sts::*:federated-user/gue*'),
        allow('sts:TagSession', '*', { StringEquals: { 'aws:RequestTag/team': 'dev' } }),
        allow('s3:ListAllMyBuckets', '*', {
          StringEquals: { 'aws:PrincipalTag/team': 'dev', 'aws:PrincipalTag/site': 'n' },
        }),
      ],
    })
    await lab.root.perform(tagUser, {
      UserName: 'ann',
      Tags: [
        { Key: 'Team', Value: 'ops' },
        { Key: 'site', Value: 'n' },
      ],
    })
    const tagged = { ...buckets, Tags: [{ Key: 'team', Value: 'dev' }] }
    const session = lab.holding((await lab.as('ann').perform(getFederationToken, tagged)).Credentials)
    await session.perform(listBuckets, {})
    const arn = `arn:aws:sts::${lab.account}:federated-user/host`
    await expect(lab.as('ann').perform(getFederationToken, { ...tagged, Name: 'host' })).rejects.toMatchObject({
      code: 'AccessDenied',
      message: `User: ${lab.userArn('ann')} is not authorized to perform: sts:GetFederationToken on resource: ${arn} because no identity-based policy allows the sts:GetFederationToken action`,
    })
    const other = { ...tagged, Tags: [{ Key: 'team', Value: 'ops' }] }
    await expect(lab.as('ann').perform(getFederationToken, other)).rejects.toMatchObject({ code: 'AccessDenied' })
  })

  it("takes from root's everything what the policy leaves, for an hour", async () => {
    const lab = await labWith()
    const { Credentials } = await lab.root.perform(getFederationToken, buckets)
    expect(Credentials.Expiration).toEqual(new Date('2026-11-22T10:00:00Z'))
    await lab.holding(Credentials).perform(listBuckets, {})
    await expect(lab.holding(Credentials).perform(createBucket, { Bucket: 'of-a-guest' })).rejects.toMatchObject({
      code: 'AccessDenied',
    })
  })

  it.each([
    ['a short name', { Name: 'x' }],
    ['a long policy', { ...guest, Policy: `${buckets.Policy}${' '.repeat(2048)}` }],
    ['a short time', { ...guest, DurationSeconds: 60 }],
  ])('answers ValidationError for %s', async (_, input) => {
    const lab = await labWith()
    await expect(lab.root.perform(getFederationToken, input)).rejects.toMatchObject({ code: 'ValidationError' })
  })

  it('answers PackedPolicyTooLarge where tags do not fit', async () => {
    const lab = await labWith()
    const hash = (text: string) => createHash('sha512').update(text).digest('hex')
    const noise = (at: number) => hash(`${at}`) + hash(`and ${at}`)
    const Tags = Array.from({ length: 50 }, (_, at) => ({ Key: `k${at}`, Value: noise(at) }))
    await expect(lab.root.perform(getFederationToken, { ...guest, Tags })).rejects.toMatchObject({
      code: 'PackedPolicyTooLarge',
      status: 400,
    })
  })
})
