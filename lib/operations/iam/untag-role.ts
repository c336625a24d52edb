import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { role } from '../nouns/role'
import { roleName, tagKeys } from '../shapes'

export const untagRole = operation({
  service: 'iam',
  name: 'UntagRole',
  summary: 'Remove tags from a role.',
  kind: 'write',
  input: z.object({ RoleName: roleName, TagKeys: tagKeys }),
  on: existing(role),
  ask: ({ target, input }) => [may('iam:UntagRole', target, { 'aws:TagKeys': input.TagKeys })],
  run: async ({ found, input, store }) => {
    await store.tags.remove('role', found.id, input.TagKeys)
    return {}
  },
})
