import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { operation } from '../define'
import { roleTemplateVersion } from '../nouns/role-template'
import { arn, minorVersion } from '../shapes'

export const getRoleTemplateVersion = operation({
  service: 'iam',
  name: 'GetRoleTemplateVersion',
  summary: 'Get a template of roles with its policies and parameters.',
  kind: 'read',
  input: z.object({ TemplateArn: arn, MinorVersion: minorVersion.optional() }),
  on: roleTemplateVersion,
  ask: ({ target }) => [may('iam:GetRoleTemplateVersion', target)],
  run: async ({ found }) => ({ RoleTemplateVersion: found }),
})
