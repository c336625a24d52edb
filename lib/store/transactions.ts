import 'server-only'
import { type AccountStore, storeFor } from './account-store'
import { database, transaction, type Way } from './client'
import { StoreError } from './errors'

type Work<T> = (store: AccountStore, revision: number) => Promise<T>

/** The account's store outside any transaction. */
export const read = (accountId: string): AccountStore => storeFor(database(), accountId)

/**
 * One transaction on the account's IAM state; `revision` is the new one. Nothing else writes to the account meanwhile, so
 * what `work` checks still holds when it is committed. `work` must use the store that it is given and no other: on SQLite
 * any other query waits for this transaction to end.
 */
export const write = <T>(accountId: string, work: Work<T>): Promise<T> => locked(accountId, 1, work)

/** The same for data that no policy reads (objects in buckets): the revision stays. */
export const writeData = <T>(accountId: string, work: Work<T>): Promise<T> => locked(accountId, 0, work)

/** The same as `write` for `work` that empties the account, and quicker: nobody looks which rows point at those that go. */
export const writeEmptying = <T>(accountId: string, work: Work<T>): Promise<T> => locked(accountId, 1, work, 'emptying')

/** Writes what is there already: the first write to a file waits for the disk, better at the start than in somebody's call. */
export async function beginWriting(): Promise<void> {
  await database().$executeRaw`UPDATE "Account" SET "revision" = "revision"`
}

function locked<T>(accountId: string, step: 0 | 1, work: Work<T>, way?: Way): Promise<T> {
  return transaction(async (db) => {
    // INVARIANT: the first statement. It locks the account's row (PostgreSQL) or the file (SQLite), so writes to one account
    // run one after the other.
    const [account] = await db.$queryRaw<{ revision: number }[]>`
      UPDATE "Account" SET "revision" = "revision" + ${step} WHERE "id" = ${accountId} RETURNING "revision"`
    if (!account) throw new StoreError('missing', `account ${accountId}`)
    return work(storeFor(db, accountId), Number(account.revision))
  }, way)
}
