import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { existing } from '../bindings'
import { operation } from '../define'
import { group } from '../nouns/group'
import { noSuchUser } from '../nouns/user'
import { groupName, userName } from '../shapes'

export const addUserToGroup = operation({
  service: 'iam',
  name: 'AddUserToGroup',
  summary: 'Add a user to a group.',
  kind: 'write',
  input: z.object({ GroupName: groupName, UserName: userName }),
  // AWS: both memberships operations are asked on the group alone (service authorization reference).
  on: existing(group),
  ask: ({ target }) => [may('iam:AddUserToGroup', target)],
  run: async ({ found, input, store, now }) => {
    const user = await store.users.find(input.UserName)
    if (!user) throw noSuchUser(input.UserName)
    const groups = await store.groups.ofUser(user.id)
    // AWS: adding a member again answers as if it had been added.
    if (groups.some(({ id }) => id === found.id)) return {}
    if (groups.length >= limits.GroupsPerUserQuota) throw quotaExceeded('GroupsPerUser', limits.GroupsPerUserQuota)
    await store.groups.addMember(found.id, user.id, now)
    return {}
  },
})
