import { describe, expect, it } from 'vitest'
import { attachRolePolicy } from '../iam/attach-role-policy'
import { createRole } from '../iam/create-role'
import { createUser } from '../iam/create-user'
import { deleteRole } from '../iam/delete-role'
import { deleteRolePolicy } from '../iam/delete-role-policy'
import { deleteUser } from '../iam/delete-user'
import { deleteUserPolicy } from '../iam/delete-user-policy'
import { getUser } from '../iam/get-user'
import { listUsers } from '../iam/list-users'
import { putRolePermissionsBoundary } from '../iam/put-role-permissions-boundary'
import { putRolePolicy } from '../iam/put-role-policy'
import { allow, deny, documentOf, type Lab, labWith, trusting } from '../testing/lab'
import { withRole } from '../testing/roles'
import { assumeRole } from './assume-role'

describe('a role session', () => {
  const session = async (lab: Lab, may = [allow('iam:*')]) => {
    const input = await withRole(lab, { trust: { Principal: { AWS: lab.userArn('ann') } }, may })
    return { input, Credentials: (await lab.as('ann').perform(assumeRole, input)).Credentials }
  }

  it('is known to policies by its role and its time, and by no user name', async () => {
    const lab = await labWith({ ann: [] })
    const RoleArn = `arn:aws:iam::${lab.account}:role/ci/Deployer`
    const Condition = {
      ArnEquals: { 'aws:PrincipalArn': RoleArn },
      StringLike: { 'aws:userid': 'AROA*:lesson' },
      StringEquals: { 'aws:PrincipalType': 'AssumedRole', 'aws:PrincipalAccount': lab.account },
      DateEquals: { 'aws:TokenIssueTime': lab.now.toISOString() },
      Bool: { 'aws:MultiFactorAuthPresent': 'false' },
      Null: { 'aws:username': 'true', 'aws:SourceIdentity': 'true', 'aws:MultiFactorAuthAge': 'true' },
    }
    const trust = trusting({ AWS: lab.userArn('ann') })
    await lab.root.perform(createRole, { RoleName: 'Deployer', Path: '/ci/', AssumeRolePolicyDocument: trust })
    const PolicyDocument = documentOf(allow('iam:ListUsers', '*', Condition))
    await lab.root.perform(putRolePolicy, { RoleName: 'Deployer', PolicyName: 'own', PolicyDocument })
    const { Credentials } = await lab.as('ann').perform(assumeRole, { RoleArn, RoleSessionName: 'lesson' })
    expect((await lab.holding(Credentials).perform(listUsers, {})).Users).toHaveLength(1)
  })

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

  it('is limited by the boundary of its role, also where a policy of its own would allow more', async () => {
    const lab = await labWith({ ann: [] })
    const { input } = await session(lab)
    const Policy = documentOf(allow('*'))
    const held = lab.holding((await lab.as('ann').perform(assumeRole, { ...input, Policy })).Credentials)
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
