import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { ranges } from '@/lib/aws/limits'
import { existing } from '../bindings'
import { operation } from '../define'
import { boundaryContext } from '../nouns/boundary'
import { protectedRole, role } from '../nouns/role'
import { maxSessionDuration, roleDescription, roleName } from '../shapes'

export const updateRole = operation({
  service: 'iam',
  name: 'UpdateRole',
  summary: 'Set the description and the longest session of a role.',
  kind: 'write',
  input: z.object({
    RoleName: roleName,
    Description: roleDescription.optional(),
    MaxSessionDuration: maxSessionDuration.optional(),
  }),
  on: existing(role),
  ask: ({ target, found }) => [may('iam:UpdateRole', target, boundaryContext(found))],
  run: async ({ found, input, store }) => {
    // AWS: the description is all that customers may change of a service-linked role (IAM user guide, "Edit a
    // service-linked role").
    const refusal = input.MaxSessionDuration === undefined ? null : protectedRole(found)
    if (refusal) throw refusal
    // AWS: what is not given goes back to its default (API reference, UpdateRole).
    await store.roles.update(found.id, {
      description: input.Description || null,
      maxSessionDuration: input.MaxSessionDuration ?? ranges.maxSessionDuration.default,
    })
    return {}
  },
})
