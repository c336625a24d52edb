import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { listInline } from '../nouns/attaching'
import { user } from '../nouns/user'
import { paging, userName } from '../shapes'

export const listUserPolicies = operation({
  service: 'iam',
  name: 'ListUserPolicies',
  summary: "List the names of a user's inline policies.",
  kind: 'read',
  input: z.object({ UserName: userName, ...paging }),
  on: existing(user),
  ask: ({ target }) => [may('iam:ListUserPolicies', target)],
  run: ({ found, input, store }) => listInline(store, 'user', found.id, input),
})
