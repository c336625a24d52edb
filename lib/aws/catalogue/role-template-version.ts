import type { Tag } from '../tag'

export type ParameterType = 'String' | 'StringList' | 'Number' | 'NumberList' | 'Arn' | 'ArnList'

export type TemplateParameter = {
  Name: string
  Type: ParameterType
  Description: string
  IsRequired: boolean
  /** The values of a list stand here with commas between them. */
  DefaultValue?: string
  Immutable: boolean
}

/**
 * What AcquireRole makes a role of, in AWS's members. `@{Name}` stands for a parameter's value; a statement with
 * `"@Enabled": "Name"` is only there where that parameter says True.
 */
export type RoleTemplateVersion = {
  TemplateArn: string
  TemplateName: string
  TemplateVersionId: string
  Description: string
  MajorVersion: number
  DefaultMinorVersion: number
  ManagedByType: 'Service'
  ManagedByValue: string
  Enabled: boolean
  MinorVersion: number
  RoleNamePattern: string
  RolePathPattern?: string
  RoleDescriptionPattern?: string
  AssumeRolePolicyDocumentTemplate: string
  InlinePolicyTemplates?: { PolicyName: string; PolicyDocument: string }[]
  ManagedPolicyArns?: string[]
  PermissionBoundaryArn?: string
  ParametersDefinition?: TemplateParameter[]
  RoleTagsTemplate?: Tag[]
  MaxSessionDuration: number
  VersionEnabled: boolean
  CreateTimestamp: Date
  UpdateTimestamp: Date
}

/** A template as it is written down: what its versions share, and what each says for itself. */
export type WrittenTemplate = {
  service: string
  name: string
  description: string
  isEnabled: boolean
  defaultMinorVersion: number
  versions: WrittenVersion[]
}

export type WrittenVersion = {
  id: string
  createdAt: string
  isEnabled: boolean
  roleName: string
  rolePath?: string
  roleDescription?: string
  trust: object
  inlinePolicies?: { name: string; document: object }[]
  managedPolicyArns?: string[]
  boundaryArn?: string
  parameters?: TemplateParameter[]
  tags?: Tag[]
}

/** All versions of a template in AWS's form. */
export function versionsOf({ service, name, versions, ...template }: WrittenTemplate): RoleTemplateVersion[] {
  return versions.map((version, minor) => ({
    TemplateArn: `arn:aws:iam::aws:role-template/${service}/${name}:1`,
    TemplateName: name,
    TemplateVersionId: version.id,
    Description: template.description,
    MajorVersion: 1,
    DefaultMinorVersion: template.defaultMinorVersion,
    ManagedByType: 'Service',
    ManagedByValue: service,
    Enabled: template.isEnabled,
    MinorVersion: minor,
    RoleNamePattern: version.roleName,
    RolePathPattern: version.rolePath,
    RoleDescriptionPattern: version.roleDescription,
    AssumeRolePolicyDocumentTemplate: JSON.stringify(version.trust),
    InlinePolicyTemplates: version.inlinePolicies?.map(({ name: PolicyName, document }) => ({
      PolicyName,
      PolicyDocument: JSON.stringify(document),
    })),
    ManagedPolicyArns: version.managedPolicyArns,
    PermissionBoundaryArn: version.boundaryArn,
    ParametersDefinition: version.parameters,
    RoleTagsTemplate: version.tags,
    MaxSessionDuration: 3600,
    VersionEnabled: version.isEnabled,
    CreateTimestamp: new Date(version.createdAt),
    UpdateTimestamp: new Date(version.createdAt),
  }))
}
