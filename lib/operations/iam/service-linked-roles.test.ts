import { describe, expect, it } from 'vitest'
import type { Operation } from '../define'
import { badName, noPolicyAllows, noSuchEntity } from '../testing/expected'
import { allow, documentOf, type Lab, labWith, trusting } from '../testing/lab'
import { addRoleToInstanceProfile } from './add-role-to-instance-profile'
import { attachRolePolicy } from './attach-role-policy'
import { createInstanceProfile } from './create-instance-profile'
import { createRole } from './create-role'
import { createServiceLinkedRole } from './create-service-linked-role'
import { deleteRole } from './delete-role'
import { deleteRolePermissionsBoundary } from './delete-role-permissions-boundary'
import { deleteRolePolicy } from './delete-role-policy'
import { deleteServiceLinkedRole } from './delete-service-linked-role'
import { detachRolePolicy } from './detach-role-policy'
import { getRole } from './get-role'
import { getServiceLinkedRoleDeletionStatus } from './get-service-linked-role-deletion-status'
import { listAttachedRolePolicies } from './list-attached-role-policies'
import { putRolePermissionsBoundary } from './put-role-permissions-boundary'
import { putRolePolicy } from './put-role-policy'
import { updateAssumeRolePolicy } from './update-assume-role-policy'
import { updateRole } from './update-role'
import { updateRoleDescription } from './update-role-description'

const AWSServiceName = 'autoscaling.amazonaws.com'
const RoleName = 'AWSServiceRoleForAutoScaling'
const create = (lab: Lab, input = {}) => lab.root.perform(createServiceLinkedRole, { AWSServiceName, ...input })
const arnOf = (lab: Lab, name = RoleName) =>
  `arn:aws:iam::${lab.account}:role/aws-service-role/${AWSServiceName}/${name}`
const invalid = (message: string) => ({ code: 'InvalidInput', status: 400, message })

describe('CreateServiceLinkedRole', () => {
  it('makes the role of the service with its policy', async () => {
    const lab = await labWith()
    const { Role } = await create(lab, { Description: 'Scales.' })
    expect(Role).toEqual({
      Path: `/aws-service-role/${AWSServiceName}/`,
      RoleName,
      RoleId: expect.stringMatching(/^AROA/),
      Arn: arnOf(lab),
      CreateDate: lab.now,
      AssumeRolePolicyDocument: trusting({ Service: AWSServiceName }),
      Description: 'Scales.',
    })
    expect((await lab.root.perform(getRole, { RoleName })).Role.MaxSessionDuration).toBe(3600)
    const { AttachedPolicies } = await lab.root.perform(listAttachedRolePolicies, { RoleName })
    expect(AttachedPolicies.map((policy) => policy.PolicyName)).toEqual(['AutoScalingServiceRolePolicy'])
  })

  it('is asked about the ARN to be, with the name of the service', async () => {
    const service = { StringEquals: { 'iam:AWSServiceName': AWSServiceName } }
    const arn = 'arn:aws:iam::*:role/aws-service-role/*'
    const lab = await labWith({ ann: allow('iam:CreateServiceLinkedRole', arn, service) })
    await lab.as('ann').perform(createServiceLinkedRole, { AWSServiceName })
    const other = lab.as('ann').perform(createServiceLinkedRole, { AWSServiceName: 'ecs.amazonaws.com' })
    const ecs = `arn:aws:iam::${lab.account}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`
    await expect(other).rejects.toMatchObject(noPolicyAllows(lab.userArn('ann'), 'iam:CreateServiceLinkedRole', ecs))
  })

  it('takes a suffix from services that have several roles', async () => {
    const lab = await labWith()
    await create(lab)
    await expect(create(lab)).rejects.toMatchObject(
      invalid(`Service role name ${RoleName} has been taken in this account, please try a different suffix.`),
    )
    expect((await create(lab, { CustomSuffix: 'test' })).Role?.Arn).toBe(arnOf(lab, `${RoleName}_test`))
    await expect(create(lab, { CustomSuffix: 'x'.repeat(60) })).rejects.toMatchObject({ code: 'ValidationError' })
    await expect(create(lab, { CustomSuffix: 'a b' })).rejects.toMatchObject(badName('customSuffix'))
    const ecs = { AWSServiceName: 'ecs.amazonaws.com', CustomSuffix: 'x' }
    await expect(create(lab, ecs)).rejects.toMatchObject(invalid('Custom suffix is not allowed for ecs.amazonaws.com'))
  })

  it('refuses services without such a role', async () => {
    const lab = await labWith()
    const none = { AWSServiceName: 'Autoscaling.amazonaws.com' }
    await expect(create(lab, none)).rejects.toMatchObject(
      invalid('Cannot find Service Linked Role template for Autoscaling.amazonaws.com'),
    )
  })
})

type Edit = [name: string, operation: Operation<{ RoleName: string }>, input: object]
const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
const PolicyDocument = documentOf(allow('s3:*'))
const edits = [
  ['AttachRolePolicy', attachRolePolicy, { PolicyArn }],
  ['DetachRolePolicy', detachRolePolicy, { PolicyArn }],
  ['PutRolePolicy', putRolePolicy, { PolicyName: 'a', PolicyDocument }],
  ['DeleteRolePolicy', deleteRolePolicy, { PolicyName: 'a' }],
  ['PutRolePermissionsBoundary', putRolePermissionsBoundary, { PermissionsBoundary: PolicyArn }],
  ['DeleteRolePermissionsBoundary', deleteRolePermissionsBoundary, {}],
  ['UpdateAssumeRolePolicy', updateAssumeRolePolicy, { PolicyDocument: trusting('*') }],
  ['UpdateRole', updateRole, { MaxSessionDuration: 7200 }],
  ['AddRoleToInstanceProfile', addRoleToInstanceProfile, { InstanceProfileName: 'servers' }],
  ['DeleteRole', deleteRole, {}],
] as Edit[]

describe('a service-linked role', () => {
  it.each(edits)('is not for %s', async (_, operation, input) => {
    const lab = await labWith()
    await create(lab)
    await lab.root.perform(createInstanceProfile, { InstanceProfileName: 'servers' })
    const before = await lab.root.perform(getRole, { RoleName })
    const edit = lab.root.perform(operation, { RoleName: RoleName.toLowerCase(), ...input })
    await expect(edit).rejects.toMatchObject({
      code: 'UnmodifiableEntity',
      status: 400,
      message: `Cannot perform the operation on the protected role '${RoleName}' - this role is only modifiable by AWS`,
    })
    expect(await lab.root.perform(getRole, { RoleName })).toEqual(before)
  })

  it('may be described anew', async () => {
    const lab = await labWith()
    await create(lab)
    await lab.root.perform(updateRole, { RoleName, Description: 'one' })
    await lab.root.perform(updateRoleDescription, { RoleName, Description: 'two' })
    expect((await lab.root.perform(getRole, { RoleName })).Role.Description).toBe('two')
  })
})

describe('DeleteServiceLinkedRole', () => {
  it('deletes the role by a task that can be asked how it went', async () => {
    const verbs = ['iam:DeleteServiceLinkedRole', 'iam:GetServiceLinkedRoleDeletionStatus']
    const lab = await labWith({ ann: allow(verbs, `arn:aws:iam::*:role/aws-service-role/*`), bob: [] })
    await create(lab)
    await expect(lab.as('bob').perform(deleteServiceLinkedRole, { RoleName })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('bob'), 'iam:DeleteServiceLinkedRole', `role ${RoleName}`),
    )
    const task = await lab.as('ann').perform(deleteServiceLinkedRole, { RoleName: RoleName.toLowerCase() })
    expect(task.DeletionTaskId).toMatch(
      new RegExp(`^task/aws-service-role/${AWSServiceName}/${RoleName}/[0-9a-f-]{36}$`),
    )
    expect(await lab.as('ann').perform(getServiceLinkedRoleDeletionStatus, task)).toEqual({ Status: 'SUCCEEDED' })
    await expect(lab.as('bob').perform(getServiceLinkedRoleDeletionStatus, task)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('bob'), 'iam:GetServiceLinkedRoleDeletionStatus', `role ${RoleName}`),
    )
    const DeletionTaskId = `${task.DeletionTaskId}1`
    await expect(lab.as('ann').perform(getServiceLinkedRoleDeletionStatus, { DeletionTaskId })).rejects.toMatchObject(
      noSuchEntity(`The deletion task with ID ${DeletionTaskId} cannot be found.`),
    )
    await create(lab)
  })

  it("is not for the customer's own roles", async () => {
    const lab = await labWith()
    await lab.root.perform(createRole, { RoleName: 'Mine', AssumeRolePolicyDocument: trusting('*') })
    for (const name of ['Mine', 'None']) {
      await expect(lab.root.perform(deleteServiceLinkedRole, { RoleName: name })).rejects.toMatchObject(
        noSuchEntity(`The service-linked role with name ${name} cannot be found.`),
      )
    }
    await lab.root.perform(getRole, { RoleName: 'Mine' })
  })
})

describe('GetServiceLinkedRoleDeletionStatus', () => {
  it.each(['task/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS/1', 'anything'])(
    'knows nothing of %s',
    async (DeletionTaskId) => {
      const lab = await labWith()
      await expect(lab.root.perform(getServiceLinkedRoleDeletionStatus, { DeletionTaskId })).rejects.toMatchObject(
        noSuchEntity(`The deletion task with ID ${DeletionTaskId} cannot be found.`),
      )
    },
  )

  it('does not take an ID of more than 1,000 characters', async () => {
    const lab = await labWith()
    const DeletionTaskId = 'a'.repeat(1001)
    await expect(lab.root.perform(getServiceLinkedRoleDeletionStatus, { DeletionTaskId })).rejects.toMatchObject({
      code: 'ValidationError',
    })
  })
})
