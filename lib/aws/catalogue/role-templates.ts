import { type RoleTemplateVersion, versionsOf } from './role-template-version'
import { backupRole, powerUserRole } from './role-templates-aws'
import { auditorRole, bucketRole, retiredRole } from './role-templates-practice'

/** Every version of every template. INVARIANT: as in AWS a version never changes; a new text is a new minor version. */
export const roleTemplateVersions: readonly RoleTemplateVersion[] = [
  powerUserRole,
  backupRole,
  auditorRole,
  bucketRole,
  retiredRole,
].flatMap(versionsOf)

/** The version of a template; its default one where none is named. */
export function findRoleTemplateVersion(arn: string, minorVersion?: number): RoleTemplateVersion | null {
  const found = roleTemplateVersions.find(
    (version) => version.TemplateArn === arn && version.MinorVersion === (minorVersion ?? version.DefaultMinorVersion),
  )
  return found ?? null
}
