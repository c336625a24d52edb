import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { listAttached } from '../nouns/attaching'
import { role } from '../nouns/role'
import { paging, policyPath, roleName } from '../shapes'

export const listAttachedRolePolicies = operation({
  service: 'iam',
  name: 'ListAttachedRolePolicies',
  summary: 'List the managed policies attached to a role.',
  kind: 'read',
  input: z.object({ RoleName: roleName, PathPrefix: policyPath.optional(), ...paging }),
  on: existing(role),
  ask: ({ target }) => [may('iam:ListAttachedRolePolicies', target)],
  run: ({ found, input, store }) => listAttached(store, 'role', found.id, input),
})
