import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { noSuchEntity } from '@/lib/aws/errors'
import type { AccountStore } from '@/lib/store/account-store'
import { type Binding, operation } from '../define'
import { roleOfTask } from '../nouns/service-linked-role'
import { text } from '../shapes'

/** How far back a deletion is looked for, in events. */
const mostEvents = 1_000

/** The deletion that the ID names: the event that it left says that it was done. */
const deletion: Binding<{ DeletionTaskId: string }, true> = {
  async locate({ store, input, caller }) {
    const target = roleOfTask(input.DeletionTaskId, caller.account)
    return { target, found: (await wasDone(store, input.DeletionTaskId)) || null }
  },
  check: (found, { input }) =>
    found ? null : noSuchEntity(`The deletion task with ID ${input.DeletionTaskId} cannot be found.`),
}

export const getServiceLinkedRoleDeletionStatus = operation({
  service: 'iam',
  name: 'GetServiceLinkedRoleDeletionStatus',
  summary: 'Tell how the deletion of a service-linked role goes.',
  kind: 'read',
  input: z.object({ DeletionTaskId: text({ min: 1, max: 1000 }) }),
  on: deletion,
  ask: ({ target }) => [may('iam:GetServiceLinkedRoleDeletionStatus', target)],
  run: async () => ({ Status: 'SUCCEEDED' as const }),
})

async function wasDone(store: AccountStore, taskId: string): Promise<boolean> {
  const { rows } = await store.events.list({ filter: { name: 'DeleteServiceLinkedRole' }, limit: mostEvents })
  return rows.some(({ record }) => JSON.parse(record).responseElements?.deletionTaskId === taskId)
}
