import { describe, expect, it, vi } from 'vitest'
import { badName, conflict, noPolicyAllows, noRole, noSuchEntity, overQuota } from '../testing/expected'
import { allow, type Lab, labWith, trusting } from '../testing/lab'
import { addRoleToInstanceProfile } from './add-role-to-instance-profile'
import { createInstanceProfile } from './create-instance-profile'
import { createRole } from './create-role'
import { deleteInstanceProfile } from './delete-instance-profile'
import { deleteRole } from './delete-role'
import { getAccountSummary } from './get-account-summary'
import { getInstanceProfile } from './get-instance-profile'
import { listInstanceProfileTags } from './list-instance-profile-tags'
import { listInstanceProfiles } from './list-instance-profiles'
import { listInstanceProfilesForRole } from './list-instance-profiles-for-role'
import { removeRoleFromInstanceProfile } from './remove-role-from-instance-profile'
import { tagInstanceProfile } from './tag-instance-profile'
import { untagInstanceProfile } from './untag-instance-profile'

// A small account: the quota of 1,000 profiles is reached sooner.
vi.mock('@/lib/aws/limits', async (load) => {
  const real = await load<typeof import('@/lib/aws/limits')>()
  return { ...real, limits: { ...real.limits, InstanceProfilesQuota: 3 } }
})

const InstanceProfileName = 'servers'
const RoleName = 'Web'
const servers = { InstanceProfileName }
const both = { InstanceProfileName, RoleName }
const AssumeRolePolicyDocument = trusting({ Service: 'ec2.amazonaws.com' })
const noProfile = (name: string) => noSuchEntity(`Instance Profile ${name} cannot be found.`)
const tag = (Key: string, Value = 'x') => ({ Key, Value })

async function labOf(statements: Parameters<typeof labWith>[0] = {}) {
  const lab = await labWith(statements)
  await lab.root.perform(createRole, { RoleName, Path: '/app/', AssumeRolePolicyDocument })
  await lab.root.perform(createInstanceProfile, servers)
  return lab
}

const denied = (lab: Lab, action: string, resource = 'instance profile servers') =>
  noPolicyAllows(lab.userArn('ann'), `iam:${action}`, resource)

describe('CreateInstanceProfile', () => {
  it('makes a profile that GetInstanceProfile and the lists tell', async () => {
    const lab = await labWith({ ann: allow('iam:*InstanceProfile*', 'arn:aws:iam::*:instance-profile/ci/*') })
    const input = { ...servers, Path: '/ci/', Tags: [tag('team')] }
    const { InstanceProfile } = await lab.as('ann').perform(createInstanceProfile, input)
    const [event] = await lab.events()
    expect(event).toMatchObject({ resourceType: 'AWS::IAM::InstanceProfile', resourceName: 'servers' })
    const core = {
      Path: '/ci/',
      InstanceProfileName,
      InstanceProfileId: expect.stringMatching(/^AIPA[A-Z2-7]{17}$/),
      Arn: `arn:aws:iam::${lab.account}:instance-profile/ci/servers`,
      CreateDate: lab.now,
      Roles: [],
    }
    expect(InstanceProfile).toEqual({ ...core, Tags: [tag('team')] })
    await lab.as('ann').perform(untagInstanceProfile, { ...servers, TagKeys: ['team'] })
    const found = await lab.root.perform(getInstanceProfile, { InstanceProfileName: 'SERVERS' })
    expect(found.InstanceProfile).toEqual({ ...core, Tags: [] })
    expect((await lab.as('ann').perform(listInstanceProfiles, { PathPrefix: '/ci/' })).InstanceProfiles).toEqual([core])
    const { SummaryMap } = await lab.root.perform(getAccountSummary, {})
    expect(SummaryMap?.InstanceProfiles).toBe(1)
  })

  it('asks for iam:TagInstanceProfile where there are tags', async () => {
    const lab = await labWith({ ann: allow('iam:CreateInstanceProfile') })
    const arn = `arn:aws:iam::${lab.account}:instance-profile/servers`
    const tagged = { ...servers, Tags: [tag('a')] }
    await expect(lab.as('ann').perform(createInstanceProfile, tagged)).rejects.toMatchObject(
      denied(lab, 'TagInstanceProfile', arn),
    )
    await lab.as('ann').perform(createInstanceProfile, servers)
  })

  it('refuses names that are taken in any case or bad, and stops at the quota', async () => {
    const lab = await labOf()
    await expect(lab.root.perform(createInstanceProfile, { InstanceProfileName: 'Servers' })).rejects.toMatchObject({
      code: 'EntityAlreadyExists',
      message: 'Instance Profile Servers already exists.',
    })
    await expect(lab.root.perform(createInstanceProfile, { InstanceProfileName: 'a b' })).rejects.toMatchObject(
      badName('instanceProfileName'),
    )
    for (const name of ['b', 'c']) await lab.root.perform(createInstanceProfile, { InstanceProfileName: name })
    await expect(lab.root.perform(createInstanceProfile, { InstanceProfileName: 'd' })).rejects.toMatchObject(
      overQuota('InstanceProfilesPerAccount', 3),
    )
  })
})

describe('AddRoleToInstanceProfile', () => {
  it('puts one role in, for those who may pass it to EC2', async () => {
    const toEc2 = { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } }
    const lab = await labOf({
      ann: [
        allow('iam:AddRoleToInstanceProfile', 'arn:aws:iam::*:instance-profile/servers'),
        allow('iam:PassRole', 'arn:aws:iam::*:role/app/*', toEc2),
      ],
      bob: allow('iam:AddRoleToInstanceProfile'),
    })
    const role = `arn:aws:iam::${lab.account}:role/app/Web`
    await expect(lab.as('bob').perform(addRoleToInstanceProfile, both)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('bob'), 'iam:PassRole', role),
    )
    await lab.as('ann').perform(addRoleToInstanceProfile, both)
    const { InstanceProfile } = await lab.root.perform(getInstanceProfile, servers)
    expect(InstanceProfile.Roles).toEqual([
      {
        Path: '/app/',
        RoleName,
        RoleId: expect.stringMatching(/^AROA/),
        Arn: role,
        CreateDate: lab.now,
        AssumeRolePolicyDocument,
      },
    ])
    await expect(lab.as('ann').perform(addRoleToInstanceProfile, both)).rejects.toMatchObject(
      overQuota('InstanceSessionsPerInstanceProfile', 1),
    )
    await expect(lab.root.perform(deleteRole, { RoleName })).rejects.toMatchObject(
      conflict('remove roles from instance profile'),
    )
    await expect(lab.root.perform(deleteInstanceProfile, servers)).rejects.toMatchObject(
      conflict('remove roles from instance profile'),
    )
  })

  it('says which of the two is missing', async () => {
    const lab = await labOf({ ann: [] })
    await expect(lab.as('ann').perform(addRoleToInstanceProfile, both)).rejects.toMatchObject(
      denied(lab, 'AddRoleToInstanceProfile'),
    )
    await expect(lab.root.perform(addRoleToInstanceProfile, { ...both, RoleName: 'None' })).rejects.toMatchObject(
      noRole('None'),
    )
    await expect(
      lab.root.perform(addRoleToInstanceProfile, { ...both, InstanceProfileName: 'none' }),
    ).rejects.toMatchObject(noProfile('none'))
  })
})

describe('RemoveRoleFromInstanceProfile', () => {
  it('takes out the role that is in, and no other', async () => {
    const lab = await labOf({ ann: allow('iam:RemoveRoleFromInstanceProfile', '*') })
    const remove = (input = both) => lab.as('ann').perform(removeRoleFromInstanceProfile, input)
    await expect(remove()).rejects.toMatchObject(noRole(RoleName))
    await lab.root.perform(addRoleToInstanceProfile, both)
    await expect(remove({ ...both, RoleName: 'Other' })).rejects.toMatchObject(noRole('Other'))
    await remove({ ...both, RoleName: 'WEB' })
    expect((await lab.root.perform(getInstanceProfile, servers)).InstanceProfile.Roles).toEqual([])
    await lab.root.perform(deleteRole, { RoleName })
    await expect(remove({ ...both, InstanceProfileName: 'none' })).rejects.toMatchObject(noProfile('none'))
  })
})

describe('ListInstanceProfiles', () => {
  it('comes in pages, and is asked about the path', async () => {
    const lab = await labOf({ ann: [] })
    for (const name of ['b', 'A']) await lab.root.perform(createInstanceProfile, { InstanceProfileName: name })
    const names = (page: { InstanceProfiles: { InstanceProfileName: string }[] }) =>
      page.InstanceProfiles.map((profile) => profile.InstanceProfileName)
    const first = await lab.root.perform(listInstanceProfiles, { MaxItems: 2 })
    expect(names(first)).toEqual(['A', 'b'])
    const rest = await lab.root.perform(listInstanceProfiles, { Marker: first.Marker })
    expect([names(rest), rest.IsTruncated]).toEqual([['servers'], false])
    await expect(lab.as('ann').perform(listInstanceProfiles, {})).rejects.toMatchObject(
      denied(lab, 'ListInstanceProfiles', `arn:aws:iam::${lab.account}:instance-profile/`),
    )
  })
})

describe('ListInstanceProfilesForRole', () => {
  it('lists those that hold the role', async () => {
    const lab = await labOf({ ann: allow('iam:ListInstanceProfilesForRole', 'arn:aws:iam::*:role/app/Web') })
    await lab.root.perform(createInstanceProfile, { InstanceProfileName: 'empty' })
    await lab.root.perform(addRoleToInstanceProfile, both)
    const { InstanceProfiles } = await lab.as('ann').perform(listInstanceProfilesForRole, { RoleName: 'web' })
    expect(InstanceProfiles).toMatchObject([{ InstanceProfileName, Roles: [{ RoleName }] }])
    await expect(lab.as('ann').perform(listInstanceProfilesForRole, { RoleName: 'None' })).rejects.toMatchObject(
      denied(lab, 'ListInstanceProfilesForRole', 'role None'),
    )
    await expect(lab.root.perform(listInstanceProfilesForRole, { RoleName: 'None' })).rejects.toMatchObject(
      noRole('None'),
    )
  })
})

describe('DeleteInstanceProfile', () => {
  it('deletes an empty profile with its tags', async () => {
    const lab = await labOf({ ann: allow('iam:DeleteInstanceProfile'), bob: [] })
    await lab.root.perform(tagInstanceProfile, { ...servers, Tags: [tag('a')] })
    await expect(lab.as('bob').perform(deleteInstanceProfile, servers)).rejects.toMatchObject({ code: 'AccessDenied' })
    await lab.as('ann').perform(deleteInstanceProfile, servers)
    for (const verb of [deleteInstanceProfile, getInstanceProfile]) {
      await expect(lab.root.perform(verb, servers)).rejects.toMatchObject(noProfile('servers'))
    }
    const { tables } = await lab.store().account.exportAll()
    expect([tables.instanceProfile, tables.tag]).toEqual([[], []])
  })
})

describe('the tags of an instance profile', () => {
  it('are told apart by case, listed by key and asked about', async () => {
    const mine = { StringEquals: { 'aws:ResourceTag/team': 'dev' } }
    const lab = await labOf({ ann: allow(['iam:TagInstanceProfile', 'iam:ListInstanceProfileTags'], '*', mine) })
    const Tags = [tag('team', 'dev'), tag('Cost', '1')]
    await expect(lab.as('ann').perform(tagInstanceProfile, { ...servers, Tags })).rejects.toMatchObject(
      denied(lab, 'TagInstanceProfile'),
    )
    await lab.root.perform(tagInstanceProfile, { ...servers, Tags })
    await lab.as('ann').perform(tagInstanceProfile, { ...servers, Tags: [tag('cost')] })
    const first = await lab.as('ann').perform(listInstanceProfileTags, { ...servers, MaxItems: 1 })
    expect(first).toMatchObject({ Tags: [tag('Cost', '1')], IsTruncated: true })
    const rest = await lab.as('ann').perform(listInstanceProfileTags, { ...servers, Marker: first.Marker })
    expect(rest).toEqual({ Tags: [tag('cost'), tag('team', 'dev')], IsTruncated: false })
    await lab.root.perform(untagInstanceProfile, { ...servers, TagKeys: ['team', 'none'] })
    await expect(lab.as('ann').perform(listInstanceProfileTags, servers)).rejects.toMatchObject(
      denied(lab, 'ListInstanceProfileTags'),
    )
    const none = { InstanceProfileName: 'none' }
    await expect(lab.root.perform(untagInstanceProfile, { ...none, TagKeys: ['a'] })).rejects.toMatchObject(
      noProfile('none'),
    )
    await expect(lab.root.perform(tagInstanceProfile, { ...none, Tags })).rejects.toMatchObject(noProfile('none'))
  })
})
