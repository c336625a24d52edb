import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { operation } from '../define'
import { attach } from '../nouns/attaching'
import { boundaryContext } from '../nouns/boundary'
import { editableRole } from '../nouns/role'
import { arn, roleName } from '../shapes'

export const attachRolePolicy = operation({
  service: 'iam',
  name: 'AttachRolePolicy',
  summary: 'Attach a managed policy to a role.',
  kind: 'write',
  input: z.object({ RoleName: roleName, PolicyArn: arn }),
  on: editableRole,
  ask: ({ found, target, input }) => [
    may('iam:AttachRolePolicy', target, { 'iam:PolicyARN': input.PolicyArn, ...boundaryContext(found) }),
  ],
  run: async ({ found, input, store, now }) => {
    await attach(store, 'role', found.id, input.PolicyArn, now)
    return {}
  },
})
