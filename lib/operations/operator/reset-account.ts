import 'server-only'
import { z } from 'zod'
import { writeEmptying } from '@/lib/store'
import { operatorOperation } from '../define'
import { accountId, accountShape, onAccount } from './shapes/account'
import { operatorEvent } from './shapes/operator-event'

export const resetAccount = operatorOperation({
  name: 'ResetAccount',
  summary: 'Empty an account; its root user with password and access keys stays.',
  kind: 'write',
  input: z.object({ id: accountId }),
  run: async ({ input: { id }, ...around }) => {
    const account = await onAccount(
      id,
      writeEmptying(id, async (store) => {
        await store.account.reset(around.now)
        await store.events.append([operatorEvent('ResetAccount', id, around)])
        return store.account.get()
      }),
    )
    return accountShape(account)
  },
})
