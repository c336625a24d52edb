import { describe, expect, it } from 'vitest'
import { write } from '@/lib/store'
import { badInput, noPolicyAllows } from '../testing/expected'
import { allow, documentOf, type Lab, labWith } from '../testing/lab'
import { addUserToGroup } from './add-user-to-group'
import { attachGroupPolicy } from './attach-group-policy'
import { attachUserPolicy } from './attach-user-policy'
import { createGroup } from './create-group'
import { createPolicy } from './create-policy'
import { createPolicyVersion } from './create-policy-version'
import { createUser } from './create-user'
import { getAccountAuthorizationDetails } from './get-account-authorization-details'
import { putUserPermissionsBoundary } from './put-user-permissions-boundary'

const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
const PolicyDocument = documentOf(allow('s3:GetObject'))
const trustPolicy = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
})

async function account() {
  const lab = await labWith({ ann: allow('iam:GetAccountAuthorizationDetails'), bob: [] })
  const { root } = lab
  const { Policy } = await root.perform(createPolicy, { PolicyName: 'Readers', PolicyDocument, Description: 'Reads.' })
  await root.perform(createPolicyVersion, { PolicyArn: Policy.Arn, PolicyDocument })
  await root.perform(createGroup, { GroupName: 'devs' })
  await root.perform(addUserToGroup, { GroupName: 'devs', UserName: 'bob' })
  await root.perform(attachGroupPolicy, { GroupName: 'devs', PolicyArn: readOnly })
  await root.perform(attachUserPolicy, { UserName: 'bob', PolicyArn: Policy.Arn })
  await root.perform(putUserPermissionsBoundary, { UserName: 'bob', PermissionsBoundary: readOnly })
  await write(lab.account, async (store) => {
    const role = await store.roles.create({
      name: 'reader',
      path: '/r/',
      createdAt: lab.now,
      trustPolicy,
      description: 'x',
    })
    await store.inlinePolicies.put('role', role.id, { name: 'own', document: PolicyDocument, at: lab.now })
    const profile = await store.instanceProfiles.create({ name: 'machine', path: '/', createdAt: lab.now })
    await store.instanceProfiles.setRole(profile.id, role.id)
  })
  return { lab, arn: Policy.Arn }
}

const readers = (arn: string) => ({ PolicyName: 'Readers', PolicyArn: arn })
const aws = { PolicyName: 'ReadOnlyAccess', PolicyArn: readOnly }

const namesOf = ({ UserDetailList, GroupDetailList, RoleDetailList, Policies }: Details) => [
  ...UserDetailList.map(({ UserName }) => UserName),
  ...GroupDetailList.map(({ GroupName }) => GroupName),
  ...RoleDetailList.map(({ RoleName }) => RoleName),
  ...Policies.map(({ PolicyName }) => PolicyName),
]

type Details = Awaited<ReturnType<typeof getAccountAuthorizationDetails.run>>

const get = (lab: Lab, input: Parameters<typeof getAccountAuthorizationDetails.run>[0]['input'] = {}) =>
  lab.root.perform(getAccountAuthorizationDetails, input)

describe('GetAccountAuthorizationDetails', () => {
  it('describes everything that permits or limits', async () => {
    const { lab, arn } = await account()
    const details = await lab.as('ann').perform(getAccountAuthorizationDetails, {})
    const [ann, bob] = details.UserDetailList
    expect(ann).toMatchObject({ UserName: 'ann', UserPolicyList: [{ PolicyName: 'lab' }], GroupList: [], Tags: [] })
    expect(bob).toMatchObject({
      Arn: lab.userArn('bob'),
      GroupList: ['devs'],
      AttachedManagedPolicies: [readers(arn)],
      PermissionsBoundary: { PermissionsBoundaryArn: readOnly },
    })
    expect(bob).not.toHaveProperty('UserPolicyList')
    expect(details.GroupDetailList).toMatchObject([
      { GroupName: 'devs', GroupPolicyList: [], AttachedManagedPolicies: [aws] },
    ])
    const [reader] = details.RoleDetailList
    expect(reader).toMatchObject({
      Arn: `arn:aws:iam::${lab.account}:role/r/reader`,
      AssumeRolePolicyDocument: trustPolicy,
      InstanceProfileList: [{ InstanceProfileName: 'machine', Roles: [{ RoleName: 'reader' }] }],
      RolePolicyList: [{ PolicyName: 'own', PolicyDocument }],
      AttachedManagedPolicies: [],
      RoleLastUsed: {},
      Tags: [],
    })
    for (const member of ['Description', 'MaxSessionDuration']) expect(reader).not.toHaveProperty(member)
    expect(details.Policies).toMatchObject([
      {
        ...{ PolicyName: 'Readers', Arn: arn, AttachmentCount: 1, Description: 'Reads.', DefaultVersionId: 'v1' },
        PolicyVersionList: [
          { VersionId: 'v2', IsDefaultVersion: false, Document: PolicyDocument },
          { VersionId: 'v1', IsDefaultVersion: true },
        ],
      },
      {
        Arn: readOnly,
        AttachmentCount: 1,
        PermissionsBoundaryUsageCount: 1,
        PolicyVersionList: [{ IsDefaultVersion: true }],
      },
    ])
    expect(details.IsTruncated).toBe(false)
  })

  it('keeps to the kinds that are asked for', async () => {
    const { lab } = await account()
    expect(namesOf(await get(lab, { Filter: ['Role', 'AWSManagedPolicy'] }))).toEqual(['reader', 'ReadOnlyAccess'])
    expect(namesOf(await get(lab, { Filter: ['LocalManagedPolicy'] }))).toEqual(['Readers'])
    await expect(get(lab, { Filter: ['Users' as 'User'] })).rejects.toMatchObject(
      badInput(
        'filter.1.member',
        'Member must satisfy enum value set: [User, Group, Role, LocalManagedPolicy, AWSManagedPolicy]',
      ),
    )
  })

  it('goes on after the last thing of a page, whatever comes in between', async () => {
    const { lab } = await account()
    const walked: (string | undefined)[] = []
    let Marker: string | undefined
    do {
      const page = await get(lab, { MaxItems: 1, Marker })
      walked.push(...namesOf(page))
      Marker = page.Marker
      if (walked.length !== 2) continue
      await lab.root.perform(createUser, { UserName: 'abe' })
      await lab.root.perform(createGroup, { GroupName: 'testers' })
    } while (Marker !== undefined)
    expect(walked).toEqual(['ann', 'bob', 'devs', 'testers', 'reader', 'Readers', 'ReadOnlyAccess'])
    await expect(get(lab, { Marker: Buffer.from('Bucket x').toString('base64url') })).rejects.toMatchObject({
      code: 'ValidationError',
      message: 'Invalid Marker.',
    })
  })

  it('is refused to those who may not', async () => {
    const lab = await labWith({ cem: [] })
    const call = lab.as('cem').perform(getAccountAuthorizationDetails, {})
    await expect(call).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('cem'), 'iam:GetAccountAuthorizationDetails', '*'),
    )
  })
})
