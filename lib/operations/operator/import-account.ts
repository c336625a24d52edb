import 'server-only'
import { z } from 'zod'
import { invalidInput } from '@/lib/aws/errors'
import { isStoreError, read, writeData } from '@/lib/store'
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
      // Far from where the column ends, so that the account can still be written to.
      account: row.and(z.object({ id: accountId, revision: z.int().min(0).max(2_000_000_000) })),
      tables: z.record(z.string(), z.array(row)),
    }),
  }),
  run: async ({ input: { id, dump }, directory, ...around }) => {
    if (dump.account.id !== id) throw invalidInput(`The file holds the account ${dump.account.id}, not ${id}.`)
    try {
      // The store knows its own tables and leaves others alone.
      await onAccount(id, directory.importAccount(dump as AccountDump).catch(demandWholeFile))
    } catch (error) {
      if (error instanceof Error && error.name === 'PrismaClientValidationError')
        throw invalidInput('The file is not an exported account, or comes from another version of IAM Dojo.')
      throw error
    }
    await writeData(id, (store) => store.events.append([operatorEvent('ImportAccount', id, around)]))
    return accountShape(await read(id).account.get())
  },
})

function demandWholeFile(error: unknown): never {
  const hasOrphans = isStoreError(error) && error.kind === 'missing'
  if (hasOrphans) throw invalidInput('The file is not whole: it has rows that belong to others which it does not have.')
  throw error
}
