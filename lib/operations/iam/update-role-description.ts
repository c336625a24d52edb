import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { boundaryContext } from '../nouns/boundary'
import { role, trustDocument } from '../nouns/role'
import { roleDescription, roleName } from '../shapes'
import { listedRole } from './shapes/role-shape'

export const updateRoleDescription = operation({
  service: 'iam',
  name: 'UpdateRoleDescription',
  summary: 'Set the description of a role; UpdateRole does more.',
  kind: 'write',
  input: z.object({ RoleName: roleName, Description: roleDescription }),
  on: existing(role),
  ask: ({ target, found }) => [may('iam:UpdateRoleDescription', target, boundaryContext(found))],
  run: async ({ found, input, store, caller }) => {
    const updated = await store.roles.update(found.id, { description: input.Description || null })
    return { Role: listedRole(caller.account, updated, await trustDocument(store, updated)) }
  },
})
