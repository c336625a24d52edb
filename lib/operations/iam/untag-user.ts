import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { user } from '../nouns/user'
import { tagKeys, userName } from '../shapes'

export const untagUser = operation({
  service: 'iam',
  name: 'UntagUser',
  summary: 'Remove tags from a user.',
  kind: 'write',
  input: z.object({ UserName: userName, TagKeys: tagKeys }),
  on: existing(user),
  ask: ({ target, input }) => [may('iam:UntagUser', target, { 'aws:TagKeys': input.TagKeys })],
  run: async ({ found, input, store }) => {
    await store.tags.remove('user', found.id, input.TagKeys)
    return {}
  },
})
