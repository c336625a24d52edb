import 'server-only'
import type { Target } from '@/lib/access/question'
import { parseArn } from '@/lib/aws/arn'
import type { RoleTemplateVersion } from '@/lib/aws/catalogue/role-template-version'
import { findRoleTemplateVersion } from '@/lib/aws/catalogue/role-templates'
import { noSuchEntity } from '@/lib/aws/errors'
import type { Binding } from '../define'

/** What is asked about. AWS: templates belong to every account; another account's name is refused like all that is foreign. */
export function templateTarget(arn: string, display: string, account: string): Target {
  const owner = parseArn(arn)?.account
  return { arn, display: `${display} ${arn}`, account: owner && owner !== 'aws' ? owner : account }
}

/** The version that the input names, or the template's default one. */
export const roleTemplateVersion: Binding<{ TemplateArn: string; MinorVersion?: number }, RoleTemplateVersion> = {
  async locate({ input, caller }) {
    return {
      found: findRoleTemplateVersion(input.TemplateArn, input.MinorVersion),
      target: templateTarget(input.TemplateArn, 'role-template', caller.account),
    }
  },
  check: (found, { input }) => (found ? null : noSuchEntity(`Role Template ${input.TemplateArn} cannot be found.`)),
}
