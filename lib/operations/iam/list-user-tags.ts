import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { byKey } from '../nouns/tags'
import { user } from '../nouns/user'
import { cutPage, more, pageRequest } from '../paging'
import { paging, userName } from '../shapes'

export const listUserTags = operation({
  service: 'iam',
  name: 'ListUserTags',
  summary: 'List the tags of a user.',
  kind: 'read',
  input: z.object({ UserName: userName, ...paging }),
  on: existing(user),
  ask: ({ target }) => [may('iam:ListUserTags', target)],
  run: async ({ found, input }) => {
    const page = cutPage(byKey(found.tags), pageRequest(input), ({ Key }) => Key)
    return { Tags: page.rows, ...more(page) }
  },
})
