import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { group } from '../nouns/group'
import { noSuchUser } from '../nouns/user'
import { groupName, userName } from '../shapes'

export const removeUserFromGroup = operation({
  service: 'iam',
  name: 'RemoveUserFromGroup',
  summary: 'Remove a user from a group.',
  kind: 'write',
  input: z.object({ GroupName: groupName, UserName: userName }),
  on: existing(group),
  ask: ({ target }) => [may('iam:RemoveUserFromGroup', target)],
  run: async ({ found, input, store }) => {
    const user = await store.users.find(input.UserName)
    if (!user) throw noSuchUser(input.UserName)
    // AWS: removing who is no member is no error.
    await store.groups.removeMember(found.id, user.id)
    return {}
  },
})
