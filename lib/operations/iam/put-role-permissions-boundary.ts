import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { operation } from '../define'
import { attachablePolicy } from '../nouns/policy'
import { editableRole } from '../nouns/role'
import { arn, roleName } from '../shapes'

export const putRolePermissionsBoundary = operation({
  service: 'iam',
  name: 'PutRolePermissionsBoundary',
  summary: 'Set or replace the permissions boundary of a role.',
  kind: 'write',
  input: z.object({ RoleName: roleName, PermissionsBoundary: arn }),
  on: editableRole,
  // AWS: the key tells the boundary that is asked for, not the one that is there.
  ask: ({ target, input }) => [
    may('iam:PutRolePermissionsBoundary', target, { 'iam:PermissionsBoundary': input.PermissionsBoundary }),
  ],
  run: async ({ found, input, store }) => {
    await store.roles.update(found.id, { boundaryArn: await attachablePolicy(store, input.PermissionsBoundary) })
    return {}
  },
})
