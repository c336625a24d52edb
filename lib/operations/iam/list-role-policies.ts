import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { listInline } from '../nouns/attaching'
import { role } from '../nouns/role'
import { paging, roleName } from '../shapes'

export const listRolePolicies = operation({
  service: 'iam',
  name: 'ListRolePolicies',
  summary: "List the names of a role's inline policies.",
  kind: 'read',
  input: z.object({ RoleName: roleName, ...paging }),
  on: existing(role),
  ask: ({ target }) => [may('iam:ListRolePolicies', target)],
  run: ({ found, input, store }) => listInline(store, 'role', found.id, input),
})
