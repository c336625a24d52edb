import { describe, expect, it } from 'vitest'
import { rehearse } from '@/lib/gate/perform'
import type { Operation } from '../define'
import { noPolicyAllows, noRole, notAnArn, notAttachable } from '../testing/expected'
import { allow, documentOf, labWith, trusting } from '../testing/lab'
import { attachRolePolicy } from './attach-role-policy'
import { createRole } from './create-role'
import { deleteRole } from './delete-role'
import { deleteRolePermissionsBoundary } from './delete-role-permissions-boundary'
import { deleteRolePolicy } from './delete-role-policy'
import { detachRolePolicy } from './detach-role-policy'
import { getRole } from './get-role'
import { putRolePermissionsBoundary } from './put-role-permissions-boundary'
import { putRolePolicy } from './put-role-policy'
import { updateAssumeRolePolicy } from './update-assume-role-policy'
import { updateRole } from './update-role'
import { updateRoleDescription } from './update-role-description'

const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
const admin = 'arn:aws:iam::aws:policy/AdministratorAccess'
const RoleName = 'Deployer'

async function labOf(statements: Parameters<typeof labWith>[0] = {}) {
  const lab = await labWith(statements)
  await lab.root.perform(createRole, { RoleName, AssumeRolePolicyDocument: trusting('*') })
  return lab
}

const only = { StringEquals: { 'iam:PermissionsBoundary': readOnly } }

describe('PutRolePermissionsBoundary', () => {
  it('is asked with the boundary that it sets, and sets it', async () => {
    const lab = await labOf({ ann: allow('iam:PutRolePermissionsBoundary', '*', only) })
    await lab.as('ann').perform(putRolePermissionsBoundary, { RoleName, PermissionsBoundary: readOnly })
    const { Role } = await lab.root.perform(getRole, { RoleName })
    expect(Role.PermissionsBoundary?.PermissionsBoundaryArn).toBe(readOnly)
    await expect(
      lab.as('ann').perform(putRolePermissionsBoundary, { RoleName, PermissionsBoundary: admin }),
    ).rejects.toMatchObject(noPolicyAllows(lab.userArn('ann'), 'iam:PutRolePermissionsBoundary', 'role Deployer'))
  })

  it('says what is not there, and does not take what is no ARN', async () => {
    const lab = await labOf()
    const put = (PermissionsBoundary: string, name = RoleName) =>
      lab.root.perform(putRolePermissionsBoundary, { RoleName: name, PermissionsBoundary })
    const none = `arn:aws:iam::${lab.account}:policy/none`
    await expect(put(none)).rejects.toMatchObject(notAttachable(none))
    await expect(put(readOnly, 'None')).rejects.toMatchObject(noRole('None'))
    await expect(put('ReadOnlyAccess, or so')).rejects.toMatchObject(notAnArn)
  })
})

describe('DeleteRolePermissionsBoundary', () => {
  it('is asked with the boundary that is there, and takes it away', async () => {
    const lab = await labOf({ ann: allow(['iam:DeleteRolePermissionsBoundary', 'iam:AttachRolePolicy'], '*', only) })
    const remove = () => lab.as('ann').perform(deleteRolePermissionsBoundary, { RoleName })
    const attach = () => lab.as('ann').perform(attachRolePolicy, { RoleName, PolicyArn: admin })
    const denied = noPolicyAllows(lab.userArn('ann'), 'iam:DeleteRolePermissionsBoundary', 'role Deployer')
    await expect(remove()).rejects.toMatchObject(denied)
    await expect(attach()).rejects.toMatchObject({ code: 'AccessDenied' })
    await lab.root.perform(putRolePermissionsBoundary, { RoleName, PermissionsBoundary: readOnly })
    await attach()
    await remove()
    expect((await lab.root.perform(getRole, { RoleName })).Role).not.toHaveProperty('PermissionsBoundary')
    await lab.root.perform(deleteRolePermissionsBoundary, { RoleName })
    await expect(lab.root.perform(deleteRolePermissionsBoundary, { RoleName: 'None' })).rejects.toMatchObject(
      noRole('None'),
    )
  })
})

const PolicyDocument = documentOf(allow('s3:*'))
type Change = Operation<{ RoleName: string }>
const changes = [
  ['AttachRolePolicy', attachRolePolicy, { PolicyArn: admin }],
  ['DetachRolePolicy', detachRolePolicy, { PolicyArn: admin }],
  ['PutRolePolicy', putRolePolicy, { PolicyName: 'in', PolicyDocument }],
  ['DeleteRolePolicy', deleteRolePolicy, { PolicyName: 'in' }],
  ['UpdateRole', updateRole, {}],
  ['UpdateRoleDescription', updateRoleDescription, { Description: 'new' }],
  ['UpdateAssumeRolePolicy', updateAssumeRolePolicy, { PolicyDocument: trusting('*') }],
  ['DeleteRole', deleteRole, {}],
] as [string, Change, object][]

describe('the boundary that a role has', () => {
  it.each(changes)('is told when %s asks, and nothing where there is none', async (name, operation, input) => {
    const lab = await labOf()
    const told = async () => {
      const { answers } = await rehearse(operation, { RoleName, ...input }, lab.root.world())
      expect(answers.map(({ question }) => question.action)).toEqual([`iam:${name}`])
      return answers[0]?.question.context['iam:PermissionsBoundary']
    }
    await lab.root.perform(getRole, { RoleName })
    expect(await told()).toBeUndefined()
    await lab.root.perform(putRolePermissionsBoundary, { RoleName, PermissionsBoundary: readOnly })
    expect(await told()).toBe(readOnly)
  })
})
