import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { getInline } from '../nouns/attaching'
import { role } from '../nouns/role'
import { policyName, roleName } from '../shapes'

export const getRolePolicy = operation({
  service: 'iam',
  name: 'GetRolePolicy',
  summary: 'Get one inline policy of a role.',
  kind: 'read',
  input: z.object({ RoleName: roleName, PolicyName: policyName }),
  on: existing(role),
  ask: ({ target }) => [may('iam:GetRolePolicy', target)],
  run: async ({ found, store, input }) => {
    const { name, document } = await getInline(store, 'role', found.id, input.PolicyName)
    return { RoleName: found.name, PolicyName: name, PolicyDocument: document }
  },
})
