import 'server-only'
import { z } from 'zod'
import { invalidInput } from '@/lib/aws/errors'
import { read, writeData } from '@/lib/store'
import type { AccountDump } from '@/lib/store/export'
import { operatorOperation } from '../define'
import { accountId, accountShape, onAccount } from './shapes/account'
import { operatorEvent } from './shapes/operator-event'

const row = z.record(z.string(), z.unknown())

export const importAccount = operatorOperation({
  name: 'ImportAccount',
  summary: 'Make an account exactly as an exported file has it, in place of what has its ID.',
  kind: 'write',
  input: z.object({
    id: accountId,
    dump: z.object({
      format: z.literal(1, 'Use a file that this version of IAM Dojo exported'),
      account: row.and(z.object({ id: accountId })),
      tables: z.record(z.string(), z.array(row)),
    }),
  }),
  run: async ({ input: { id, dump }, directory, ...around }) => {
    if (dump.account.id !== id) throw invalidInput(`The file holds the account ${dump.account.id}, not ${id}.`)
    try {
      // The store knows its own tables and leaves others alone.
      await onAccount(id, directory.importAccount(dump as AccountDump))
    } catch (error) {
      if (error instanceof Error && error.name === 'PrismaClientValidationError')
        throw invalidInput('The file is not an exported account, or comes from another version of IAM Dojo.')
      throw error
    }
    await writeData(id, (store) => store.events.append([operatorEvent('ImportAccount', id, around)]))
    return accountShape(await read(id).account.get())
  },
})
