import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/store'
import { operatorOperation } from '../define'
import { accountId, accountShape, onAccount } from './shapes/account'
import { operatorEvent } from './shapes/operator-event'

export const removeRootMfa = operatorOperation({
  name: 'RemoveRootMfa',
  summary: "Delete the root user's MFA devices, for where they are lost: nobody in the account can.",
  kind: 'write',
  input: z.object({ id: accountId }),
  run: async ({ input: { id }, ...around }) => {
    const account = await onAccount(
      id,
      write(id, async (store) => {
        for (const { serial } of await store.mfaDevices.ofUser(id)) await store.mfaDevices.delete(serial)
        await store.events.append([operatorEvent('RemoveRootMfa', id, around)])
        return store.account.get()
      }),
    )
    return accountShape(account)
  },
})
