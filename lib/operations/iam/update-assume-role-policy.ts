import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { operation } from '../define'
import { boundaryContext } from '../nouns/boundary'
import { editableRole } from '../nouns/role'
import { acceptedTrust } from '../nouns/trust'
import { policyDocument, roleName } from '../shapes'

export const updateAssumeRolePolicy = operation({
  service: 'iam',
  name: 'UpdateAssumeRolePolicy',
  summary: 'Say anew who may assume a role.',
  kind: 'write',
  input: z.object({ RoleName: roleName, PolicyDocument: policyDocument }),
  on: editableRole,
  ask: ({ target, found }) => [may('iam:UpdateAssumeRolePolicy', target, boundaryContext(found))],
  run: async ({ found, input, store }) => {
    await store.roles.update(found.id, await acceptedTrust(store, input.PolicyDocument))
    return {}
  },
})
