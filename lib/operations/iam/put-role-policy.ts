import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { operation } from '../define'
import { putInline } from '../nouns/attaching'
import { boundaryContext } from '../nouns/boundary'
import { editableRole } from '../nouns/role'
import { policyDocument, policyName, roleName } from '../shapes'

export const putRolePolicy = operation({
  service: 'iam',
  name: 'PutRolePolicy',
  summary: 'Add an inline policy to a role, or replace the one of that name.',
  kind: 'write',
  input: z.object({ RoleName: roleName, PolicyName: policyName, PolicyDocument: policyDocument }),
  on: editableRole,
  ask: ({ found, target }) => [may('iam:PutRolePolicy', target, boundaryContext(found))],
  run: async ({ found, input, store, now }) => {
    const policy = { name: input.PolicyName, document: input.PolicyDocument, at: now }
    await putInline(store, 'role', found, policy)
    return {}
  },
})
