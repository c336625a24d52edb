import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { group } from '../nouns/group'
import { more, pageRequest } from '../paging'
import { groupName, paging } from '../shapes'
import { groupShape } from './shapes/group-shape'
import { listedUser } from './shapes/user-shape'

export const getGroup = operation({
  service: 'iam',
  name: 'GetGroup',
  summary: 'Get a group and a page of its users.',
  kind: 'read',
  input: z.object({ GroupName: groupName, ...paging }),
  on: existing(group),
  ask: ({ target }) => [may('iam:GetGroup', target)],
  run: async ({ found, input, store, caller }) => {
    const page = await store.groups.members(found.id, pageRequest(input))
    return {
      Group: groupShape(caller.account, found),
      Users: page.rows.map((user) => listedUser(caller.account, user)),
      ...more(page),
    }
  },
})
