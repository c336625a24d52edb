import { describe, expect, it } from 'vitest'
import { findManagedPolicy } from './managed-policies'
import { findRoleTemplateVersion, roleTemplateVersions } from './role-templates'

describe.each(roleTemplateVersions.map((version) => [version.TemplateName, version.MinorVersion, version] as const))(
  'the template %s, version %d',
  (_, __, version) => {
    it('names parameters that it defines, and none for nothing', () => {
      const { ParametersDefinition = [], ...rest } = version
      const text = JSON.stringify(rest)
      const used = [...text.matchAll(/@\{([^{}]+)\}|"@Enabled\\*":\\*"(\w+)/g)].map(([, one, other]) => one ?? other)
      expect(new Set(used)).toEqual(new Set(ParametersDefinition.map(({ Name }) => Name)))
    })

    it('names policies that exist and can be attached', () => {
      const { ManagedPolicyArns = [], PermissionBoundaryArn } = version
      for (const arn of [...ManagedPolicyArns, PermissionBoundaryArn ?? []].flat()) {
        expect([arn, findManagedPolicy(arn)?.isAttachable]).toEqual([arn, true])
      }
    })

    it('has one version of its number, and a default one that is not disabled', () => {
      const { TemplateArn, MinorVersion, DefaultMinorVersion, Enabled } = version
      const same = roleTemplateVersions.filter(
        (one) => one.TemplateArn === TemplateArn && one.MinorVersion === MinorVersion,
      )
      expect(same).toEqual([version])
      expect(findRoleTemplateVersion(TemplateArn)).toMatchObject({
        MinorVersion: DefaultMinorVersion,
        VersionEnabled: true,
        Enabled,
      })
    })
  },
)

it('every version has an ID of its own', () => {
  const ids = roleTemplateVersions.map(({ TemplateVersionId }) => TemplateVersionId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^AVTA[A-Z0-9]{17}$/)
})
