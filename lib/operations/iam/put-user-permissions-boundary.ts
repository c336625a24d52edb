import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { attachablePolicy } from '../nouns/policy'
import { user } from '../nouns/user'
import { arn, userName } from '../shapes'

export const putUserPermissionsBoundary = operation({
  service: 'iam',
  name: 'PutUserPermissionsBoundary',
  summary: 'Set or replace the permissions boundary of a user.',
  kind: 'write',
  input: z.object({ UserName: userName, PermissionsBoundary: arn }),
  on: existing(user),
  // AWS: the key tells the boundary that is asked for, not the one that is there.
  ask: ({ target, input }) => [
    may('iam:PutUserPermissionsBoundary', target, { 'iam:PermissionsBoundary': input.PermissionsBoundary }),
  ],
  run: async ({ found, input, store }) => {
    await store.users.setBoundary(found.id, await attachablePolicy(store, input.PermissionsBoundary))
    return {}
  },
})
