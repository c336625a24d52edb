import 'server-only'
import { z } from 'zod'
import { writeData } from '@/lib/store'
import { operatorOperation } from '../define'
import { accountId, onAccount } from './shapes/account'
import { operatorEvent } from './shapes/operator-event'

export const exportAccount = operatorOperation({
  name: 'ExportAccount',
  summary: 'Give everything in an account as one JSON value, secrets hashed or sealed as they are stored.',
  kind: 'read',
  input: z.object({ id: accountId }),
  // Under the account's lock: nothing changes between the first table and the last.
  run: ({ input: { id }, ...around }) =>
    onAccount(
      id,
      writeData(id, async (store) => {
        const dump = await store.account.exportAll()
        await store.events.append([operatorEvent('ExportAccount', id, around, true)])
        return dump
      }),
    ),
})
