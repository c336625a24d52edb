import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { operation } from '../define'
import { detach } from '../nouns/attaching'
import { boundaryContext } from '../nouns/boundary'
import { editableRole } from '../nouns/role'
import { arn, roleName } from '../shapes'

export const detachRolePolicy = operation({
  service: 'iam',
  name: 'DetachRolePolicy',
  summary: 'Detach a managed policy from a role.',
  kind: 'write',
  input: z.object({ RoleName: roleName, PolicyArn: arn }),
  on: editableRole,
  ask: ({ found, target, input }) => [
    may('iam:DetachRolePolicy', target, { 'iam:PolicyARN': input.PolicyArn, ...boundaryContext(found) }),
  ],
  run: async ({ found, input, store }) => {
    await detach(store, 'role', found.id, input.PolicyArn)
    return {}
  },
})
