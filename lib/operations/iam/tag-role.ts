import 'server-only'
import { z } from 'zod'
import { may, tagContext } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { role } from '../nouns/role'
import { addTags } from '../nouns/tags'
import { roleName, tags } from '../shapes'

export const tagRole = operation({
  service: 'iam',
  name: 'TagRole',
  summary: 'Add tags to a role or change their values.',
  kind: 'write',
  input: z.object({ RoleName: roleName, Tags: tags }),
  on: existing(role),
  ask: ({ target, input }) => [may('iam:TagRole', target, tagContext(input.Tags))],
  run: async ({ found, input, store }) => {
    await addTags(store, { type: 'role', id: found.id, tags: found.tags }, input.Tags)
    return {}
  },
})
