import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { boundaryContext } from '../nouns/boundary'
import { role, trustDocument } from '../nouns/role'
import { roleName } from '../shapes'
import { roleShape } from './shapes/role-shape'

export const getRole = operation({
  service: 'iam',
  name: 'GetRole',
  summary: 'Get a role with its trust policy.',
  kind: 'read',
  input: z.object({ RoleName: roleName }),
  on: existing(role),
  ask: ({ target, found }) => [may('iam:GetRole', target, boundaryContext(found))],
  run: async ({ found, store, caller }) => ({
    Role: roleShape(caller.account, found, await trustDocument(store, found)),
  }),
})
