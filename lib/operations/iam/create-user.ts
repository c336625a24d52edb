import 'server-only'
import { z } from 'zod'
import { may, tagContext } from '@/lib/access/question'
import { quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { absent } from '../bindings'
import { operation } from '../define'
import { attachablePolicy } from '../nouns/policy'
import { distinctTags } from '../nouns/tags'
import { user } from '../nouns/user'
import { arn, newUserName, path, tags } from '../shapes'
import { userShape } from './shapes/user-shape'

export const createUser = operation({
  service: 'iam',
  name: 'CreateUser',
  summary: 'Create a user.',
  kind: 'write',
  input: z.object({
    UserName: newUserName,
    Path: path.optional(),
    PermissionsBoundary: arn.optional(),
    Tags: tags.optional(),
  }),
  on: absent(user),
  // AWS: tagging at creation asks for iam:TagUser as well (IAM user guide, "Tags for IAM resources").
  ask: ({ target, input }) => {
    const context = { ...tagContext(input.Tags), 'iam:PermissionsBoundary': input.PermissionsBoundary }
    const create = may('iam:CreateUser', target, context)
    return input.Tags?.length ? [create, may('iam:TagUser', target, context)] : [create]
  },
  run: async ({ input, store, caller, now }) => {
    if ((await store.users.count()) >= limits.UsersQuota) throw quotaExceeded('UsersPerAccount', limits.UsersQuota)
    const boundaryArn = input.PermissionsBoundary ? await attachablePolicy(store, input.PermissionsBoundary) : null
    const wanted = distinctTags(input.Tags ?? [], 'without case')
    const created = await store.users.create({
      name: input.UserName,
      path: input.Path ?? '/',
      createdAt: now,
      boundaryArn,
      tags: wanted,
    })
    return { User: userShape(caller.account, { tags: wanted, ...created }) }
  },
})
