import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { user } from '../nouns/user'
import { cutPage, more, pageRequest } from '../paging'
import { paging, userName } from '../shapes'
import { groupShape } from './shapes/group-shape'

export const listGroupsForUser = operation({
  service: 'iam',
  name: 'ListGroupsForUser',
  summary: 'List the groups that a user is in.',
  kind: 'read',
  input: z.object({ UserName: userName, ...paging }),
  on: existing(user),
  ask: ({ target }) => [may('iam:ListGroupsForUser', target)],
  run: async ({ found, input, store, caller }) => {
    const groups = await store.groups.ofUser(found.id)
    const page = cutPage(groups, pageRequest(input), (group) => group.name.toLowerCase())
    return { Groups: page.rows.map((group) => groupShape(caller.account, group)), ...more(page) }
  },
})
