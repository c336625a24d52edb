import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { deletionTaskId, ownedByService } from '../nouns/service-linked-role'
import { roleName } from '../shapes'

export const deleteServiceLinkedRole = operation({
  service: 'iam',
  name: 'DeleteServiceLinkedRole',
  summary: 'Delete the role of an AWS service.',
  kind: 'write',
  input: z.object({ RoleName: roleName }),
  on: existing(ownedByService),
  ask: ({ target }) => [may('iam:DeleteServiceLinkedRole', target)],
  // AWS: a task that takes its time, for the service may still use the role. Here no service does, so it is done at once.
  run: async ({ found, store }) => {
    await store.roles.delete(found.id)
    return { DeletionTaskId: deletionTaskId(found, randomUUID()) }
  },
})
