import 'server-only'
import type { Role } from '@/lib/store/roles'
import { roleArn, type TaggedRole } from '../../nouns/role'
import { boundaryShape } from './user-shape'

/** What every answer about a role has; `trust` is its trust policy as it counts now. */
export function roleCore(account: string, role: Role, trust: string) {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: roleArn(account, role),
    CreateDate: role.createdAt,
    AssumeRolePolicyDocument: trust,
    ...(role.description && { Description: role.description }),
  }
}

/** A role in lists. AWS: lists never have tags, the boundary, the last use or the template. */
export function listedRole(account: string, role: Role, trust: string) {
  return { ...roleCore(account, role, trust), MaxSessionDuration: role.maxSessionDuration }
}

/** A role that was just made. AWS: the longest session and the last use come only later. */
export function newRoleShape(account: string, role: TaggedRole) {
  return { ...roleCore(account, role, role.trustPolicy), ...extras(role) }
}

/** AWS: AcquireRole tells less than CreateRole, no description, boundary or tags (recorded answers). */
export function acquiredRole(account: string, role: Role, trust: string) {
  return roleCore(account, { ...role, description: null }, trust)
}

/** A role alone. AWS: `RoleLastUsed` is there, and empty, where nobody ever used the role. */
export function roleShape(account: string, role: TaggedRole, trust: string) {
  const { lastUsedAt, lastUsedRegion, sourceTemplate } = role
  return {
    ...listedRole(account, role, trust),
    ...extras(role),
    RoleLastUsed: lastUsedAt ? { LastUsedDate: lastUsedAt, Region: lastUsedRegion ?? undefined } : {},
    ...(sourceTemplate && {
      SourceRoleTemplate: {
        TemplateArn: sourceTemplate.templateArn,
        TemplateMinorVersion: sourceTemplate.minorVersion,
      },
    }),
  }
}

/** AWS: `Tags` come only if there are any. */
function extras(role: TaggedRole) {
  return {
    ...(role.boundaryArn && { PermissionsBoundary: boundaryShape(role.boundaryArn) }),
    ...(role.tags.length > 0 && { Tags: [...role.tags] }),
  }
}
