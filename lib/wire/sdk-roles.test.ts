import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  CreateServiceLinkedRoleCommand,
  DeleteRoleCommand,
  DeleteServiceLinkedRoleCommand,
  GetInstanceProfileCommand,
  GetRoleCommand,
  GetServiceLinkedRoleDeletionStatusCommand,
  ListRolesCommand,
  PolicyNotAttachableException,
  UnmodifiableEntityException,
  UpdateRoleCommand,
} from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { iamClient } from './testing'

describe('the official SDK with roles', () => {
  it('reads trust policies back as they were sent, wherever they stand', async () => {
    const { iam, account } = await iamClient()
    const AssumeRolePolicyDocument = `{ "Version": "2012-10-17",\n "Statement": [{"Effect":"Allow","Principal":{"AWS":"${account}"},"Action":"sts:AssumeRole"}] }`
    const RoleName = 'Web'
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument, Description: 'ä & <b>' }))
    await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'servers' }))
    await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'servers', RoleName }))
    const { Role } = await iam.send(new GetRoleCommand({ RoleName }))
    expect(Role).toMatchObject({ Description: 'ä & <b>', MaxSessionDuration: 3600, RoleLastUsed: {} })
    const { Roles } = await iam.send(new ListRolesCommand({}))
    const { InstanceProfile } = await iam.send(new GetInstanceProfileCommand({ InstanceProfileName: 'servers' }))
    expect(InstanceProfile?.Tags).toEqual([])
    for (const role of [Role, Roles?.[0], InstanceProfile?.Roles?.[0]]) {
      expect(role?.AssumeRolePolicyDocument).not.toMatch(/[ "]/)
      expect(decodeURIComponent(role?.AssumeRolePolicyDocument ?? '')).toBe(AssumeRolePolicyDocument)
    }
    await iam.send(new UpdateRoleCommand({ RoleName, MaxSessionDuration: 7200 }))
    const updated = await iam.send(new GetRoleCommand({ RoleName }))
    expect([updated.Role?.Description, updated.Role?.MaxSessionDuration]).toEqual([undefined, 7200])
  })

  it('knows the errors about roles that belong to services', async () => {
    const { iam } = await iamClient()
    const { Role } = await iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName: 'ecs.amazonaws.com' }))
    const RoleName = Role?.RoleName
    await expect(iam.send(new DeleteRoleCommand({ RoleName }))).rejects.toBeInstanceOf(UnmodifiableEntityException)
    const trust = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    })
    await iam.send(new CreateRoleCommand({ RoleName: 'Web', AssumeRolePolicyDocument: trust }))
    const PolicyArn = 'arn:aws:iam::aws:policy/aws-service-role/AmazonECSServiceRolePolicy'
    await expect(iam.send(new AttachRolePolicyCommand({ RoleName: 'Web', PolicyArn }))).rejects.toBeInstanceOf(
      PolicyNotAttachableException,
    )
    const { DeletionTaskId } = await iam.send(new DeleteServiceLinkedRoleCommand({ RoleName }))
    const status = await iam.send(new GetServiceLinkedRoleDeletionStatusCommand({ DeletionTaskId }))
    expect(status.Status).toBe('SUCCEEDED')
  })
})
