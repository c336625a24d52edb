import { describe, expect, it, vi } from 'vitest'
import { badInput, badName, conflict, noPolicyAllows, noRole, overQuota } from '../testing/expected'
import { allow, documentOf, labWith, trusting } from '../testing/lab'
import { attachRolePolicy } from './attach-role-policy'
import { createRole } from './create-role'
import { deleteRole } from './delete-role'
import { deleteRolePolicy } from './delete-role-policy'
import { detachRolePolicy } from './detach-role-policy'
import { getRole } from './get-role'
import { listRoles } from './list-roles'
import { putRolePolicy } from './put-role-policy'
import { updateRole } from './update-role'
import { updateRoleDescription } from './update-role-description'

// A small account: the quota of 1,000 roles is reached sooner.
vi.mock('@/lib/aws/limits', async (load) => {
  const real = await load<typeof import('@/lib/aws/limits')>()
  return { ...real, limits: { ...real.limits, RolesQuota: 3 } }
})

const boundary = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
const AssumeRolePolicyDocument = trusting({ Service: 'ec2.amazonaws.com' })
const deployer = { RoleName: 'Deployer', AssumeRolePolicyDocument }

describe('CreateRole', () => {
  it('makes a role that GetRole and ListRoles tell in their own ways', async () => {
    const lab = await labWith()
    const { Role } = await lab.root.perform(createRole, {
      ...deployer,
      Path: '/ci/',
      Description: 'Ships things.',
      MaxSessionDuration: 7200,
      PermissionsBoundary: boundary,
      Tags: [{ Key: 'team', Value: 'dev' }],
    })
    const core = {
      Path: '/ci/',
      RoleName: 'Deployer',
      RoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}$/),
      Arn: `arn:aws:iam::${lab.account}:role/ci/Deployer`,
      CreateDate: lab.now,
      AssumeRolePolicyDocument,
      Description: 'Ships things.',
    }
    const extras = {
      PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: boundary },
      Tags: [{ Key: 'team', Value: 'dev' }],
    }
    expect(Role).toEqual({ ...core, ...extras })
    const found = await lab.root.perform(getRole, { RoleName: 'DEPLOYER' })
    expect(found.Role).toEqual({ ...core, ...extras, MaxSessionDuration: 7200, RoleLastUsed: {} })
    const { Roles } = await lab.root.perform(listRoles, { PathPrefix: '/ci' })
    expect(Roles).toEqual([{ ...core, MaxSessionDuration: 7200 }])
    expect((await lab.root.perform(listRoles, { PathPrefix: '/other/' })).Roles).toEqual([])
  })

  it('asks about the ARN, the boundary and the tags', async () => {
    const bounded = { StringEquals: { 'iam:PermissionsBoundary': boundary, 'aws:RequestTag/team': 'dev' } }
    const lab = await labWith({ ann: allow(['iam:CreateRole', 'iam:TagRole'], 'arn:aws:iam::*:role/ci/*', bounded) })
    const good = { ...deployer, Path: '/ci/', PermissionsBoundary: boundary, Tags: [{ Key: 'team', Value: 'dev' }] }
    for (const bad of [
      { ...good, Path: '/' },
      { ...good, PermissionsBoundary: undefined },
      { ...good, Tags: [] },
    ]) {
      const arn = `arn:aws:iam::${lab.account}:role${bad.Path}Deployer`
      await expect(lab.as('ann').perform(createRole, bad)).rejects.toMatchObject(
        noPolicyAllows(lab.userArn('ann'), 'iam:CreateRole', arn),
      )
    }
    await lab.as('ann').perform(createRole, good)
  })

  it('asks for iam:TagRole only where there are tags', async () => {
    const lab = await labWith({ ann: allow('iam:CreateRole') })
    await expect(
      lab.as('ann').perform(createRole, { ...deployer, Tags: [{ Key: 'a', Value: 'b' }] }),
    ).rejects.toMatchObject({ message: expect.stringContaining('iam:TagRole') })
    await lab.as('ann').perform(createRole, deployer)
  })

  it('refuses names that are taken in any case, reserved paths and bad input', async () => {
    const lab = await labWith()
    await lab.root.perform(createRole, deployer)
    await expect(lab.root.perform(createRole, { ...deployer, RoleName: 'deployer' })).rejects.toMatchObject({
      code: 'EntityAlreadyExists',
      message: 'Role with name deployer already exists.',
    })
    const other = { ...deployer, RoleName: 'Other' }
    await expect(
      lab.root.perform(createRole, { ...other, Path: '/aws-service-role/ec2.amazonaws.com/' }),
    ).rejects.toMatchObject({ code: 'InvalidInput' })
    await expect(lab.root.perform(createRole, { ...other, RoleName: 'a b' })).rejects.toMatchObject(badName('roleName'))
    await expect(lab.root.perform(createRole, { ...other, MaxSessionDuration: 3599 })).rejects.toMatchObject(
      badInput('maxSessionDuration', 'Member must have value greater than or equal to 3600'),
    )
  })

  it('stops at the quota', async () => {
    const lab = await labWith()
    for (const RoleName of ['a', 'b', 'c']) await lab.root.perform(createRole, { ...deployer, RoleName })
    await expect(lab.root.perform(createRole, deployer)).rejects.toMatchObject(overQuota('RolesPerAccount', 3))
  })
})

describe('GetRole', () => {
  it('is asked with the boundary that the role has', async () => {
    const lab = await labWith({ ann: allow('iam:GetRole', '*', { Null: { 'iam:PermissionsBoundary': 'true' } }) })
    await lab.root.perform(createRole, deployer)
    await lab.root.perform(createRole, { ...deployer, RoleName: 'Bound', PermissionsBoundary: boundary })
    await lab.as('ann').perform(getRole, { RoleName: 'Deployer' })
    await expect(lab.as('ann').perform(getRole, { RoleName: 'Bound' })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:GetRole', 'role Bound'),
    )
    await expect(lab.as('ann').perform(getRole, { RoleName: 'Nobody' })).rejects.toMatchObject(noRole('Nobody'))
  })

  it('knows the last use', async () => {
    const lab = await labWith()
    const { Role } = await lab.root.perform(createRole, deployer)
    await lab.store().roles.recordUse(Role.RoleId, { at: lab.now, region: 'eu-west-1' })
    expect((await lab.root.perform(getRole, { RoleName: 'Deployer' })).Role.RoleLastUsed).toEqual({
      LastUsedDate: lab.now,
      Region: 'eu-west-1',
    })
  })
})

describe('ListRoles', () => {
  it('comes in pages, and is asked about the path', async () => {
    const lab = await labWith({ ann: allow('iam:ListRoles', 'arn:aws:iam::*:role/ci/') })
    for (const RoleName of ['c', 'A', 'b']) await lab.root.perform(createRole, { ...deployer, RoleName })
    const first = await lab.root.perform(listRoles, { MaxItems: 2 })
    expect(first.Roles.map((role) => role.RoleName)).toEqual(['A', 'b'])
    const rest = await lab.root.perform(listRoles, { MaxItems: 2, Marker: first.Marker })
    expect(rest.Roles.map((role) => role.RoleName)).toEqual(['c'])
    expect(rest.IsTruncated).toBe(false)
    await lab.as('ann').perform(listRoles, { PathPrefix: '/ci/' })
    await expect(lab.as('ann').perform(listRoles, {})).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:ListRoles', `arn:aws:iam::${lab.account}:role/`),
    )
  })
})

describe('UpdateRole', () => {
  it('sets what is given and resets the rest', async () => {
    const lab = await labWith({ ann: allow('iam:UpdateRole') })
    await lab.root.perform(createRole, { ...deployer, Description: 'old' })
    const told = async () => {
      const { Role } = await lab.root.perform(getRole, { RoleName: 'Deployer' })
      return [Role.Description, Role.MaxSessionDuration]
    }
    await lab.as('ann').perform(updateRole, { RoleName: 'Deployer', MaxSessionDuration: 43200 })
    expect(await told()).toEqual([undefined, 43200])
    await lab.as('ann').perform(updateRole, { RoleName: 'Deployer', Description: 'new' })
    expect(await told()).toEqual(['new', 3600])
    const refused = lab.as('ann').perform(updateRoleDescription, { RoleName: 'Deployer', Description: 'x' })
    await expect(refused).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:UpdateRoleDescription', 'role Deployer'),
    )
    await expect(lab.root.perform(updateRole, { RoleName: 'Nobody' })).rejects.toMatchObject(noRole('Nobody'))
    await expect(
      lab.root.perform(updateRole, { RoleName: 'Deployer', MaxSessionDuration: 43201 }),
    ).rejects.toMatchObject({ code: 'ValidationError' })
  })
})

describe('UpdateRoleDescription', () => {
  it('changes the description alone, and an empty one takes it away', async () => {
    const lab = await labWith()
    await lab.root.perform(createRole, { ...deployer, MaxSessionDuration: 7200 })
    const { Role } = await lab.root.perform(updateRoleDescription, { RoleName: 'Deployer', Description: 'new' })
    expect(Role).toMatchObject({ Description: 'new', MaxSessionDuration: 7200 })
    await lab.root.perform(updateRoleDescription, { RoleName: 'Deployer', Description: '' })
    expect((await lab.root.perform(getRole, { RoleName: 'Deployer' })).Role.Description).toBeUndefined()
  })
})

describe('DeleteRole', () => {
  it('deletes a role that nothing hangs on', async () => {
    const lab = await labWith({ ann: allow('iam:DeleteRole'), bob: [] })
    await lab.root.perform(createRole, deployer)
    const name = { RoleName: 'Deployer' }
    await lab.root.perform(attachRolePolicy, { ...name, PolicyArn: boundary })
    await lab.root.perform(putRolePolicy, { ...name, PolicyName: 'in', PolicyDocument: documentOf(allow('s3:*')) })
    await expect(lab.as('bob').perform(deleteRole, name)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('bob'), 'iam:DeleteRole', 'role Deployer'),
    )
    await expect(lab.as('ann').perform(deleteRole, name)).rejects.toMatchObject(conflict('detach all policies'))
    await lab.root.perform(detachRolePolicy, { ...name, PolicyArn: boundary })
    await expect(lab.as('ann').perform(deleteRole, name)).rejects.toMatchObject(conflict('delete policies'))
    await lab.root.perform(deleteRolePolicy, { ...name, PolicyName: 'in' })
    await lab.as('ann').perform(deleteRole, name)
    await expect(lab.as('ann').perform(deleteRole, name)).rejects.toMatchObject(noRole('Deployer'))
  })
})
