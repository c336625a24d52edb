import 'server-only'
import { type Account, accountColumns } from './account'
import { database, transaction } from './client'
import { emptyAccountAndRoot } from './empty-account'
import { refusing } from './errors'
import { type AccountDump, importInto } from './export'
import { findAccessKey, findSession } from './identify'
import { type EntityRef, findTokenHolder } from './token-holder'
import { whileUnchanged } from './while-unchanged'

/** The few look-ups that cannot know the account yet, and accounts as a whole. */
export type Directory = ReturnType<typeof directory>

export type NewAccount = {
  id: string
  alias?: string | null
  email: string
  rootPasswordHash: string
  createdAt: Date
}

/** The account with the hash that a sign-in as root is checked against. */
export type AccountForSignIn = Account & { rootPasswordHash: string }

export const directory = () => ({
  findAccountByIdOrAlias: (idOrAlias: string): Promise<Account | null> =>
    database().account.findFirst({
      where: /^\d{12}$/.test(idOrAlias) ? { id: idOrAlias } : { alias: idOrAlias.toLowerCase() },
      select: accountColumns,
    }),

  findAccountByEmail: (email: string): Promise<AccountForSignIn | null> =>
    database().account.findUnique({
      where: { email: email.toLowerCase() },
      select: { ...accountColumns, rootPasswordHash: true },
    }),

  findSession: (id: string) => findSession(database(), id),

  /** For a call that arrived at that `performance.now()`. */
  findAccessKey: (id: string, arrivedAt?: number) =>
    whileUnchanged('access key', id, () => findAccessKey(database(), id), arrivedAt),

  findTokenHolder: (accountId: string, entity: EntityRef | null) => findTokenHolder(database(), accountId, entity),

  listAccounts: (): Promise<Account[]> =>
    database().account.findMany({ orderBy: { id: 'asc' }, select: accountColumns }),

  createAccount: (account: NewAccount): Promise<Account> =>
    refusing(
      `account ${account.id}`,
      database().account.create({
        data: {
          ...account,
          email: account.email.toLowerCase(),
          rootPasswordChangedAt: account.createdAt,
          revision: firstRevision(),
        },
        select: accountColumns,
      }),
    ),

  /** Deletes the account with everything in it; says whether there was one. */
  deleteAccount: (id: string): Promise<boolean> =>
    transaction(async (db) => {
      const { count } = await db.account.deleteMany({ where: { id } })
      await emptyAccountAndRoot(db, id)
      return count > 0
    }, 'emptying'),

  /** Makes the account as the file has it, in place of whatever has its ID; gives the ID. */
  importAccount: (dump: AccountDump): Promise<string> =>
    transaction(async (db) => {
      const id = String(dump.account.id)
      const blank = { email: `${id}@import.invalid`, rootPasswordHash: '', rootPasswordChangedAt: new Date(0) }
      await db.account.upsert({
        where: { id },
        create: { id, ...blank, createdAt: new Date(0), revision: firstRevision() },
        update: { revision: { increment: 1 } },
      })
      await refusing(`account ${id}`, importInto(db, id, dump))
      return id
    }),
})

// INVARIANT: an account that comes back under its old ID never sees an old revision again, or a cache would take old
// policies for new ones. Seconds since 2025 run ahead of any number of writes that an account has lived through.
const firstRevision = () => Math.floor((Date.now() - Date.UTC(2025, 0, 1)) / 1000)
