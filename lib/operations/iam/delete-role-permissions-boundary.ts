import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { operation } from '../define'
import { boundaryContext } from '../nouns/boundary'
import { editableRole } from '../nouns/role'
import { roleName } from '../shapes'

export const deleteRolePermissionsBoundary = operation({
  service: 'iam',
  name: 'DeleteRolePermissionsBoundary',
  summary: 'Remove the permissions boundary of a role.',
  kind: 'write',
  input: z.object({ RoleName: roleName }),
  on: editableRole,
  ask: ({ target, found }) => [may('iam:DeleteRolePermissionsBoundary', target, boundaryContext(found))],
  run: async ({ found, store }) => {
    await store.roles.update(found.id, { boundaryArn: null })
    return {}
  },
})
