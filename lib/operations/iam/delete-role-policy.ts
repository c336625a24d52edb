import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { operation } from '../define'
import { noSuchInlinePolicy } from '../nouns/attaching'
import { boundaryContext } from '../nouns/boundary'
import { editableRole } from '../nouns/role'
import { policyName, roleName } from '../shapes'

export const deleteRolePolicy = operation({
  service: 'iam',
  name: 'DeleteRolePolicy',
  summary: 'Delete an inline policy of a role.',
  kind: 'write',
  input: z.object({ RoleName: roleName, PolicyName: policyName }),
  on: editableRole,
  ask: ({ found, target }) => [may('iam:DeleteRolePolicy', target, boundaryContext(found))],
  run: async ({ found, input, store }) => {
    const wasThere = await store.inlinePolicies.delete('role', found.id, input.PolicyName)
    if (!wasThere) throw noSuchInlinePolicy('role', input.PolicyName)
    return {}
  },
})
