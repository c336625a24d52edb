import { describe, expect, it } from 'vitest'
import { write } from '@/lib/store'
import { allow, documentOf, labWith, trusting } from '../testing/lab'
import { auditor, power, powerUserAccess } from '../testing/role-templates'
import { acquireRole } from './acquire-role'
import { attachRolePolicy } from './attach-role-policy'
import { createRole } from './create-role'
import { detachRolePolicy } from './detach-role-policy'
import { listRoles } from './list-roles'
import { putRolePermissionsBoundary } from './put-role-permissions-boundary'
import { putRolePolicy } from './put-role-policy'
import { tagRole } from './tag-role'
import { untagRole } from './untag-role'
import { updateAssumeRolePolicy } from './update-assume-role-policy'
import { updateRole } from './update-role'

const policy = documentOf(allow('s3:GetObject'))

describe('AcquireRole again', () => {
  it('gives the role that is there, though its description and sessions were changed', async () => {
    const lab = await labWith()
    const first = await lab.root.perform(acquireRole, power('Web'))
    await lab.root.perform(updateRole, { RoleName: 'Web', Description: 'Ours.', MaxSessionDuration: 7200 })
    const PolicyDocument = JSON.stringify({
      Statement: { Action: ['sts:AssumeRole'], Principal: { Service: ['lambda.amazonaws.com'] }, Effect: 'Allow' },
      Version: '2012-10-17',
    })
    await lab.root.perform(updateAssumeRolePolicy, { RoleName: 'Web', PolicyDocument })
    lab.now = new Date('2026-11-23T09:00:00.000Z')
    const again = await lab.root.perform(acquireRole, power('Web'))
    expect(again.Role).toEqual({ ...first.Role, AssumeRolePolicyDocument: PolicyDocument })
    expect((await lab.root.perform(listRoles, {})).Roles).toHaveLength(1)
  })

  it('is refused while the role is not as it was made, and no longer once it is', async () => {
    const lab = await labWith()
    const RoleName = 'Web'
    await lab.root.perform(acquireRole, power(RoleName))
    const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
    const modified = {
      code: 'RoleModified',
      status: 409,
      message: 'Role Web has been modified since it was created and is no longer managed.',
    }
    const isModified = () => expect(lab.root.perform(acquireRole, power(RoleName))).rejects.toMatchObject(modified)
    await lab.root.perform(attachRolePolicy, { RoleName, PolicyArn })
    await isModified()
    await lab.root.perform(detachRolePolicy, { RoleName, PolicyArn })
    await lab.root.perform(tagRole, { RoleName, Tags: [{ Key: 'a', Value: 'b' }] })
    await isModified()
    await lab.root.perform(untagRole, { RoleName, TagKeys: ['a'] })
    const PolicyDocument = trusting({ Service: 'ec2.amazonaws.com' })
    await lab.root.perform(updateAssumeRolePolicy, { RoleName, PolicyDocument })
    await isModified()
    const trust = trusting({ Service: 'lambda.amazonaws.com' })
    await lab.root.perform(updateAssumeRolePolicy, { RoleName, PolicyDocument: trust })
    await lab.root.perform(acquireRole, power(RoleName))
    await lab.root.perform(putRolePolicy, { RoleName, PolicyName: 'x', PolicyDocument: policy })
    await isModified()
    await lab.root.perform(acquireRole, power('Boxed'))
    await lab.root.perform(putRolePermissionsBoundary, { RoleName: 'Boxed', PermissionsBoundary: PolicyArn })
    await expect(lab.root.perform(acquireRole, power('Boxed'))).rejects.toMatchObject({ code: 'RoleModified' })
  })

  it('with other values or another version is a conflict of names', async () => {
    const lab = await labWith()
    const conflict = {
      code: 'NameConflict',
      status: 409,
      message: expect.stringContaining('was created with different parameters'),
    }
    await lab.root.perform(acquireRole, power('Web'))
    for (const other of [power('Web', 'ec2.amazonaws.com'), power('WEB')]) {
      await expect(lab.root.perform(acquireRole, other)).rejects.toMatchObject(conflict)
    }
    await lab.root.perform(acquireRole, { TemplateArn: auditor })
    const older = { TemplateArn: auditor, TemplateMinorVersion: 0 }
    await expect(lab.root.perform(acquireRole, older)).rejects.toMatchObject(conflict)
  })

  it('never takes over a role that somebody made', async () => {
    const lab = await labWith()
    const RoleName = 'PowerUserRole'
    const AssumeRolePolicyDocument = trusting({ Service: 'lambda.amazonaws.com' })
    await lab.root.perform(createRole, { RoleName, AssumeRolePolicyDocument })
    await lab.root.perform(attachRolePolicy, { RoleName, PolicyArn: powerUserAccess })
    await expect(lab.root.perform(acquireRole, power())).rejects.toMatchObject({
      code: 'NameConflict',
      message: expect.stringContaining('was not created from this template'),
    })
  })

  it('knows the template after export and import', async () => {
    const lab = await labWith()
    const { Role } = await lab.root.perform(acquireRole, power())
    const dump = JSON.parse(JSON.stringify(await lab.store().account.exportAll()))
    await write(lab.account, (store) => store.account.importAll(dump))
    expect((await lab.root.perform(acquireRole, power())).Role).toEqual(Role)
  })
})
