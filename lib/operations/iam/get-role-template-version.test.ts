import { describe, expect, it } from 'vitest'
import { noPolicyAllows, noSuchEntity, notAnArn } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { getRoleTemplateVersion } from './get-role-template-version'

const powerUser = 'arn:aws:iam::aws:role-template/iam.amazonaws.com/PowerUserRoleTemplate:1'
const auditor = 'arn:aws:iam::aws:role-template/iam-dojo.example/PracticeAuditorRoleTemplate:1'
const retired = 'arn:aws:iam::aws:role-template/iam-dojo.example/PracticeRetiredRoleTemplate:1'

describe('GetRoleTemplateVersion', () => {
  it('tells what AcquireRole would make, and of which parameters', async () => {
    const lab = await labWith({ ann: allow('iam:GetRoleTemplateVersion', powerUser) })
    const { RoleTemplateVersion } = await lab.as('ann').perform(getRoleTemplateVersion, { TemplateArn: powerUser })
    expect(RoleTemplateVersion).toMatchObject({
      TemplateArn: powerUser,
      TemplateName: 'PowerUserRoleTemplate',
      MajorVersion: 1,
      MinorVersion: 0,
      DefaultMinorVersion: 0,
      ManagedByType: 'Service',
      ManagedByValue: 'iam.amazonaws.com',
      Enabled: true,
      VersionEnabled: true,
      RoleNamePattern: '@{RoleName}',
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess'],
      ParametersDefinition: [
        { Name: 'AWSServiceName', Type: 'String', IsRequired: true },
        { Name: 'RoleName', DefaultValue: 'PowerUserRole', IsRequired: false },
      ],
    })
    expect(JSON.parse(RoleTemplateVersion.AssumeRolePolicyDocumentTemplate).Statement[0].Principal).toEqual({
      Service: '@{AWSServiceName}',
    })
    expect(await lab.events()).toMatchObject([{ name: 'GetRoleTemplateVersion', readOnly: true, errorCode: null }])
  })

  it('tells any minor version, disabled ones as well, and the default one where none is named', async () => {
    const lab = await labWith()
    const get = async (TemplateArn: string, MinorVersion?: number) =>
      (await lab.root.perform(getRoleTemplateVersion, { TemplateArn, MinorVersion })).RoleTemplateVersion
    expect(await get(auditor)).toMatchObject({ MinorVersion: 1, DefaultMinorVersion: 1, VersionEnabled: true })
    expect(await get(auditor, 0)).toMatchObject({ MinorVersion: 0, DefaultMinorVersion: 1 })
    expect(await get(auditor, 2)).toMatchObject({ MinorVersion: 2, VersionEnabled: false })
    expect(await get(retired)).toMatchObject({ Enabled: false })
  })

  it('is refused to who may read another template, and for those of another account', async () => {
    const lab = await labWith({ ann: allow('iam:GetRoleTemplateVersion', auditor), bob: allow('iam:*') })
    await expect(lab.as('ann').perform(getRoleTemplateVersion, { TemplateArn: powerUser })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:GetRoleTemplateVersion', `role-template ${powerUser}`),
    )
    const TemplateArn = powerUser.replace(':aws:role', ':111122223333:role')
    await expect(lab.as('bob').perform(getRoleTemplateVersion, { TemplateArn })).rejects.toMatchObject({
      code: 'AccessDenied',
    })
  })

  it('does not know other templates and versions', async () => {
    const lab = await labWith()
    for (const input of [
      { TemplateArn: powerUser.replace('PowerUser', 'Power') },
      { TemplateArn: powerUser.replace(/1$/, '2') },
      { TemplateArn: powerUser, MinorVersion: 1 },
      { TemplateArn: powerUser, MinorVersion: -1 },
    ]) {
      await expect(lab.root.perform(getRoleTemplateVersion, input)).rejects.toMatchObject(
        noSuchEntity(`Role Template ${input.TemplateArn} cannot be found.`),
      )
    }
  })

  it('says what is no ARN', async () => {
    const lab = await labWith()
    const TemplateArn = 'PowerUserRoleTemplate:1'
    await expect(lab.root.perform(getRoleTemplateVersion, { TemplateArn })).rejects.toMatchObject(notAnArn)
  })
})
