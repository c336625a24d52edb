import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { boundaryContext } from '../nouns/boundary'
import { user } from '../nouns/user'
import { userName } from '../shapes'

export const deleteUserPermissionsBoundary = operation({
  service: 'iam',
  name: 'DeleteUserPermissionsBoundary',
  summary: 'Remove the permissions boundary of a user.',
  kind: 'write',
  input: z.object({ UserName: userName }),
  on: existing(user),
  ask: ({ target, found }) => [may('iam:DeleteUserPermissionsBoundary', target, boundaryContext(found))],
  run: async ({ found, store }) => {
    await store.users.setBoundary(found.id, null)
    return {}
  },
})
