import 'server-only'
import { z } from 'zod'
import { may, tagContext } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { addTags } from '../nouns/tags'
import { user } from '../nouns/user'
import { tags, userName } from '../shapes'

export const tagUser = operation({
  service: 'iam',
  name: 'TagUser',
  summary: 'Add tags to a user or change their values.',
  kind: 'write',
  input: z.object({ UserName: userName, Tags: tags }),
  on: existing(user),
  ask: ({ target, input }) => [may('iam:TagUser', target, tagContext(input.Tags))],
  run: async ({ found, input, store }) => {
    await addTags(store, { type: 'user', id: found.id, tags: found.tags }, input.Tags)
    return {}
  },
})
