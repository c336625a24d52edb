import {
  AcquireRoleCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetRoleTemplateVersionCommand,
  ListRolesCommand,
  NameConflictException,
  RoleModifiedException,
  RoleTemplateDisabledException,
  TagRoleCommand,
} from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { iamClient } from './testing'

const practice = 'arn:aws:iam::aws:role-template/iam-dojo.example'
const TemplateArn = `${practice}/PracticeBucketRoleTemplate:1`
const parsed = (document = '') => JSON.parse(decodeURIComponent(document))

describe('the official SDK with role templates', () => {
  it('reads a template, makes its role with values of every kind, and finds the role again', async () => {
    const { iam, account } = await iamClient()
    const { RoleTemplateVersion } = await iam.send(new GetRoleTemplateVersionCommand({ TemplateArn }))
    expect(RoleTemplateVersion?.ParametersDefinition?.map(({ Name }) => Name)).toContain('TrustedArns')
    expect(RoleTemplateVersion?.CreateTimestamp).toEqual(new Date('2026-09-01T09:00:00Z'))
    expect(parsed(RoleTemplateVersion?.AssumeRolePolicyDocumentTemplate).Statement[0].Principal.AWS).toBe(
      '@{TrustedArns}',
    )
    const Prefixes = ['a&b=c/*', 'ä <x>', '']
    const acquired = new AcquireRoleCommand({
      TemplateArn,
      TemplateMinorVersion: 0,
      ReplacementValues: {
        BucketArn: { Values: ['arn:aws:s3:::notes'] },
        TrustedArns: { Values: [account] },
        Prefixes: { Values: Prefixes },
        Team: { Values: ['blue'] },
      },
    })
    // An account's number is no ARN.
    await expect(iam.send(acquired)).rejects.toMatchObject({ name: 'InvalidInputException' })
    Object.assign(acquired.input.ReplacementValues ?? {}, { TrustedArns: { Values: [`arn:aws:iam::${account}:root`] } })
    const { Role } = await iam.send(acquired)
    expect(Role?.Arn).toBe(`arn:aws:iam::${account}:role/practice/blue/PracticeBucketRole`)
    expect((await iam.send(acquired)).Role).toEqual(Role)
    const RoleName = Role?.RoleName
    const found = await iam.send(new GetRoleCommand({ RoleName }))
    expect(found.Role?.SourceRoleTemplate).toEqual({ TemplateArn, TemplateMinorVersion: 0 })
    expect((await iam.send(new ListRolesCommand({}))).Roles?.[0]).not.toHaveProperty('SourceRoleTemplate')
    const inline = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName: 'Read-blue' }))
    expect(parsed(inline.PolicyDocument).Statement[0].Condition.StringLike['s3:prefix']).toEqual(Prefixes)
    await iam.send(new TagRoleCommand({ RoleName, Tags: [{ Key: 'a', Value: 'b' }] }))
    await expect(iam.send(acquired)).rejects.toBeInstanceOf(RoleModifiedException)
  })

  it('knows the other refusals', async () => {
    const { iam } = await iamClient()
    const retired = new AcquireRoleCommand({ TemplateArn: `${practice}/PracticeRetiredRoleTemplate:1` })
    await expect(iam.send(retired)).rejects.toBeInstanceOf(RoleTemplateDisabledException)
    const auditor = { TemplateArn: `${practice}/PracticeAuditorRoleTemplate:1` }
    await iam.send(new AcquireRoleCommand(auditor))
    await expect(iam.send(new AcquireRoleCommand({ ...auditor, TemplateMinorVersion: 0 }))).rejects.toBeInstanceOf(
      NameConflictException,
    )
  })
})
