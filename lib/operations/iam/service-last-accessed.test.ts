import { describe, expect, it } from 'vitest'
import { flushEvents, newEventId, read, write } from '@/lib/store'
import { listBuckets } from '../s3/list-buckets'
import { noPolicyAllows, noUser } from '../testing/expected'
import { allow, documentOf, type Lab, labWith } from '../testing/lab'
import { addUserToGroup } from './add-user-to-group'
import { attachGroupPolicy } from './attach-group-policy'
import { attachUserPolicy } from './attach-user-policy'
import { createGroup } from './create-group'
import { createPolicy } from './create-policy'
import { createUser } from './create-user'
import { deleteUser } from './delete-user'
import { deleteUserPolicy } from './delete-user-policy'
import { generateServiceLastAccessedDetails } from './generate-service-last-accessed-details'
import { getServiceLastAccessedDetails } from './get-service-last-accessed-details'
import { getServiceLastAccessedDetailsWithEntities } from './get-service-last-accessed-details-with-entities'
import { listPoliciesGrantingServiceAccess } from './list-policies-granting-service-access'
import { listUsers } from './list-users'

type Granularity = 'SERVICE_LEVEL' | 'ACTION_LEVEL'

async function reportOn(lab: Lab, Arn: string, Granularity?: Granularity) {
  await flushEvents()
  const { JobId = '' } = await lab.root.perform(generateServiceLastAccessedDetails, { Arn, Granularity })
  return { JobId, ...(await lab.root.perform(getServiceLastAccessedDetails, { JobId })) }
}

const later = (lab: Lab, minutes: number) => {
  lab.now = new Date(lab.now.getTime() + minutes * 60_000)
  return lab.now
}

describe('GetServiceLastAccessedDetails', () => {
  it("lists what a user's policies grant, and the last call of each service, refused ones too", async () => {
    const lab = await labWith({ ann: allow(['s3:*', 'iam:GetUser', 'ec2:Describe*']), bob: allow('*') })
    await lab.as('ann').perform(listBuckets, {})
    const at = later(lab, 5)
    await expect(lab.as('ann').perform(listUsers, {})).rejects.toMatchObject({ code: 'AccessDenied' })
    later(lab, 5)
    await lab.as('bob').perform(listUsers, {})
    const report = await reportOn(lab, lab.userArn('ann'))
    expect(report).toMatchObject({
      JobStatus: 'COMPLETED',
      JobType: 'SERVICE_LEVEL',
      JobCreationDate: lab.now,
      IsTruncated: false,
    })
    const used = {
      TotalAuthenticatedEntities: 1,
      LastAuthenticatedEntity: lab.userArn('ann'),
      LastAuthenticatedRegion: 'us-east-1',
    }
    expect(report.ServicesLastAccessed).toEqual([
      { ServiceName: 'Amazon EC2', ServiceNamespace: 'ec2', TotalAuthenticatedEntities: 0 },
      {
        ServiceName: 'AWS Identity and Access Management (IAM)',
        ServiceNamespace: 'iam',
        ...used,
        LastAuthenticated: at,
      },
      {
        ServiceName: 'Amazon S3',
        ServiceNamespace: 's3',
        ...used,
        LastAuthenticated: new Date('2026-11-22T09:00:00Z'),
      },
    ])
  })

  it('tells of actions where that is asked for', async () => {
    const lab = await labWith({ ann: allow(['s3:ListAllMyBuckets', 's3:GetObject', 'iam:List*', 'ec2:DescribeVpcs']) })
    await lab.as('ann').perform(listBuckets, {})
    await lab.as('ann').perform(listUsers, {})
    const { ServicesLastAccessed } = await reportOn(lab, lab.userArn('ann'), 'ACTION_LEVEL')
    const [ec2, iam, s3] = ServicesLastAccessed
    expect(ec2).not.toHaveProperty('TrackedActionsLastAccessed')
    expect(s3?.TrackedActionsLastAccessed).toEqual([
      {
        ActionName: 'ListAllMyBuckets',
        LastAccessedEntity: lab.userArn('ann'),
        LastAccessedTime: lab.now,
        LastAccessedRegion: 'us-east-1',
      },
    ])
    expect(iam?.TrackedActionsLastAccessed).toContainEqual({ ActionName: 'ListRoles' })
    expect(iam?.TrackedActionsLastAccessed).toContainEqual(
      expect.objectContaining({ ActionName: 'ListUsers', LastAccessedTime: lab.now }),
    )
  })

  it('counts the members of a group and all that a policy is attached to, and names the last', async () => {
    const lab = await labWith({ ann: [], bob: [], cem: [], dia: [] })
    const { root } = lab
    const PolicyDocument = documentOf(allow('iam:List*'))
    const { Policy } = await root.perform(createPolicy, { PolicyName: 'Listers', PolicyDocument })
    await root.perform(createGroup, { GroupName: 'devs' })
    for (const UserName of ['ann', 'bob']) await root.perform(addUserToGroup, { GroupName: 'devs', UserName })
    await root.perform(attachGroupPolicy, { GroupName: 'devs', PolicyArn: Policy.Arn })
    await root.perform(attachUserPolicy, { UserName: 'cem', PolicyArn: Policy.Arn })
    const first = later(lab, 1)
    await lab.as('ann').perform(listUsers, {})
    const second = later(lab, 1)
    await lab.as('bob').perform(listUsers, {})
    const third = later(lab, 1)
    await lab.as('cem').perform(listUsers, {})
    await write(lab.account, async (store) => {
      const role = await store.roles.create({
        name: 'reader',
        path: '/r/',
        createdAt: first,
        trustPolicy: documentOf(),
      })
      await store.attachments.attach('role', role.id, Policy.Arn, first)
    })
    const session = `arn:aws:sts::${lab.account}:assumed-role/reader/s1`
    const fourth = later(lab, 1)
    const [event] = (await lab.events()).filter(({ name }) => name === 'ListUsers')
    await read(lab.account).events.append([
      { ...event, id: newEventId(fourth), time: fourth, userArn: session } as NonNullable<typeof event>,
    ])

    const ofGroup = await reportOn(lab, `arn:aws:iam::${lab.account}:group/devs`)
    const iam = {
      ServiceNamespace: 'iam',
      TotalAuthenticatedEntities: 2,
      LastAuthenticated: second,
      LastAuthenticatedEntity: lab.userArn('bob'),
    }
    expect(ofGroup.ServicesLastAccessed).toMatchObject([iam])
    const ofPolicy = await reportOn(lab, Policy.Arn)
    const roleArn = `arn:aws:iam::${lab.account}:role/r/reader`
    expect(ofPolicy.ServicesLastAccessed).toMatchObject([
      { TotalAuthenticatedEntities: 4, LastAuthenticated: fourth, LastAuthenticatedEntity: roleArn },
    ])
    const ofRole = await reportOn(lab, roleArn)
    expect(ofRole.ServicesLastAccessed).toMatchObject([{ TotalAuthenticatedEntities: 1, LastAuthenticated: fourth }])

    const entities = async (JobId: string, ServiceNamespace: string, more = {}) =>
      root.perform(getServiceLastAccessedDetailsWithEntities, { JobId, ServiceNamespace, ...more })
    const page = await entities(ofPolicy.JobId, 'iam', { MaxItems: 3 })
    expect(page).toMatchObject({
      JobStatus: 'COMPLETED',
      EntityDetailsList: [
        { EntityInfo: { Arn: roleArn, Name: 'reader', Type: 'ROLE', Path: '/r/' }, LastAuthenticated: fourth },
        { EntityInfo: { Name: 'cem', Type: 'USER' }, LastAuthenticated: third },
        { EntityInfo: { Name: 'bob' }, LastAuthenticated: second },
      ],
      IsTruncated: true,
    })
    const rest = await entities(ofPolicy.JobId, 'iam', { MaxItems: 3, Marker: page.Marker })
    expect(rest).toMatchObject({
      EntityDetailsList: [{ EntityInfo: { Name: 'ann' }, LastAuthenticated: first }],
      IsTruncated: false,
    })
    const unused = await entities(ofGroup.JobId, 's3')
    expect(unused.EntityDetailsList.map((one) => [one.EntityInfo.Name, 'LastAuthenticated' in one])).toEqual([
      ['ann', false],
      ['bob', false],
    ])
  })

  it('does not give a new user the past of an old one', async () => {
    const lab = await labWith({ ann: allow('iam:ListUsers') })
    await lab.as('ann').perform(listUsers, {})
    await lab.root.perform(deleteUserPolicy, { UserName: 'ann', PolicyName: 'lab' })
    await lab.root.perform(deleteUser, { UserName: 'ann' })
    later(lab, 1)
    await lab.root.perform(createUser, { UserName: 'ann' })
    await lab.root.perform(attachUserPolicy, {
      UserName: 'ann',
      PolicyArn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
    })
    const { ServicesLastAccessed } = await reportOn(lab, lab.userArn('ann'))
    expect(ServicesLastAccessed.find((one) => one.ServiceNamespace === 'iam')).toMatchObject({
      TotalAuthenticatedEntities: 0,
    })
  })

  it('pages over the services', async () => {
    const lab = await labWith({ ann: allow('*') })
    const { JobId, IsTruncated, Marker, ServicesLastAccessed } = await reportOn(lab, lab.userArn('ann'))
    expect([ServicesLastAccessed.length, IsTruncated]).toEqual([100, true])
    const next = await lab.root.perform(getServiceLastAccessedDetails, { JobId, Marker, MaxItems: 1000 })
    expect(next.IsTruncated).toBe(false)
    const all = [...ServicesLastAccessed, ...next.ServicesLastAccessed].map((one) => one.ServiceNamespace)
    expect(all.length).toBeGreaterThan(400)
    expect(new Set(all).size).toBe(all.length)
  })

  it('is for those who asked for it, and forgotten after a day', async () => {
    const actions = ['iam:GenerateServiceLastAccessedDetails', 'iam:GetServiceLastAccessedDetails']
    const lab = await labWith({ ann: allow(actions), bob: allow(actions) })
    const { JobId = '' } = await lab.as('ann').perform(generateServiceLastAccessedDetails, { Arn: lab.userArn('ann') })
    const get = (name: string) => lab.as(name).perform(getServiceLastAccessedDetails, { JobId })
    await expect(get('ann')).resolves.toMatchObject({ JobStatus: 'COMPLETED' })
    const missing = { code: 'NoSuchEntity', message: `The job with id ${JobId} cannot be found.` }
    await expect(get('bob')).rejects.toMatchObject(missing)
    later(lab, 24 * 60 + 1)
    await lab.as('bob').perform(generateServiceLastAccessedDetails, { Arn: lab.userArn('ann') })
    await expect(get('ann')).rejects.toMatchObject(missing)
  })
})

describe('GenerateServiceLastAccessedDetails', () => {
  it('is asked about the entity, and refused before any word on existence', async () => {
    const lab = await labWith({ ann: [] })
    for (const name of ['ann', 'nobody']) {
      const call = lab.as('ann').perform(generateServiceLastAccessedDetails, { Arn: lab.userArn(name) })
      const action = 'iam:GenerateServiceLastAccessedDetails'
      await expect(call).rejects.toMatchObject(noPolicyAllows(lab.userArn('ann'), action, lab.userArn(name)))
    }
  })

  it('says what is missing', async () => {
    const lab = await labWith()
    const of = (Arn: string) => lab.root.perform(generateServiceLastAccessedDetails, { Arn })
    await expect(of(lab.userArn('nobody'))).rejects.toMatchObject(noUser('nobody'))
    const policy = `arn:aws:iam::${lab.account}:policy/None`
    await expect(of(policy)).rejects.toMatchObject({ code: 'NoSuchEntity', message: `Policy ${policy} was not found.` })
    await expect(of(`arn:aws:iam::${lab.account}:mfa/phone`)).rejects.toMatchObject({ code: 'InvalidInput' })
    expect(await of('arn:aws:iam::aws:policy/ReadOnlyAccess')).toEqual({
      JobId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })
})

describe('ListPoliciesGrantingServiceAccess', () => {
  it('names the policies of each service: own, inline and through groups', async () => {
    const lab = await labWith({ ann: allow('s3:GetObject') })
    await lab.root.perform(createGroup, { GroupName: 'devs' })
    await lab.root.perform(addUserToGroup, { GroupName: 'devs', UserName: 'ann' })
    const PolicyArn = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'
    await lab.root.perform(attachGroupPolicy, { GroupName: 'devs', PolicyArn })
    const input = { Arn: lab.userArn('ann'), ServiceNamespaces: ['s3', 'ec2'] }
    expect(await lab.root.perform(listPoliciesGrantingServiceAccess, input)).toEqual({
      PoliciesGrantingServiceAccess: [
        { ServiceNamespace: 'ec2', Policies: [] },
        {
          ServiceNamespace: 's3',
          Policies: [
            { PolicyName: 'lab', PolicyType: 'INLINE', EntityType: 'USER', EntityName: 'ann' },
            { PolicyName: 'AmazonS3ReadOnlyAccess', PolicyType: 'MANAGED', PolicyArn },
          ],
        },
      ],
      IsTruncated: false,
    })
  })

  it('is refused, or says what is missing or no entity', async () => {
    const lab = await labWith({ ann: [] })
    const of = (Arn: string) => ({ Arn, ServiceNamespaces: ['s3'] })
    const refused = lab.as('ann').perform(listPoliciesGrantingServiceAccess, of(lab.userArn('bob')))
    const action = 'iam:ListPoliciesGrantingServiceAccess'
    await expect(refused).rejects.toMatchObject(noPolicyAllows(lab.userArn('ann'), action, lab.userArn('bob')))
    const asRoot = (Arn: string) => lab.root.perform(listPoliciesGrantingServiceAccess, of(Arn))
    await expect(asRoot(lab.userArn('bob'))).rejects.toMatchObject(noUser('bob'))
    await expect(asRoot('arn:aws:iam::aws:policy/ReadOnlyAccess')).rejects.toMatchObject({ code: 'InvalidInput' })
  })
})
