import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { absent } from '../bindings'
import { operation } from '../define'
import { group } from '../nouns/group'
import { groupName, path } from '../shapes'
import { groupShape } from './shapes/group-shape'

export const createGroup = operation({
  service: 'iam',
  name: 'CreateGroup',
  summary: 'Create a group.',
  kind: 'write',
  input: z.object({ GroupName: groupName, Path: path.optional() }),
  on: absent(group),
  ask: ({ target }) => [may('iam:CreateGroup', target)],
  run: async ({ input, store, caller, now }) => {
    if ((await store.groups.count()) >= limits.GroupsQuota) throw quotaExceeded('GroupsPerAccount', limits.GroupsQuota)
    const created = await store.groups.create({
      name: input.GroupName,
      path: input.Path ?? '/',
      createdAt: now,
    })
    return { Group: groupShape(caller.account, created) }
  },
})
