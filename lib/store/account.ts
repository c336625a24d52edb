import 'server-only'
import type { Db } from './client'
import { emptyAccount } from './empty-account'
import { refusing, StoreError } from './errors'
import { type AccountDump, exportAccount, importInto } from './export'
import { beginHistory } from './past-events'
import { type RawRow, toDate, toDateOrNull, toNumber, toText, toTextOrNull } from './rows'

export type Account = {
  id: string
  alias: string | null
  email: string
  revision: number
  createdAt: Date
  rootPasswordChangedAt: Date
  rootPasswordLastUsedAt: Date | null
}

/** Everything but the root password's hash. */
export const accountColumns = {
  id: true,
  alias: true,
  email: true,
  revision: true,
  createdAt: true,
  rootPasswordChangedAt: true,
  rootPasswordLastUsedAt: true,
} as const

export const accountOf = (db: Db, accountId: string) => ({
  get: async (): Promise<Account> => {
    const [row] = await db.$queryRaw<RawRow[]>`
      SELECT "id", "alias", "email", "revision", "createdAt", "rootPasswordChangedAt", "rootPasswordLastUsedAt"
      FROM "Account" WHERE "id" = ${accountId}`
    if (!row) throw new StoreError('missing', `account ${accountId}`)
    return {
      id: toText(row.id),
      alias: toTextOrNull(row.alias),
      email: toText(row.email),
      revision: toNumber(row.revision),
      createdAt: toDate(row.createdAt),
      rootPasswordChangedAt: toDate(row.rootPasswordChangedAt),
      rootPasswordLastUsedAt: toDateOrNull(row.rootPasswordLastUsedAt),
    }
  },

  revision: async (): Promise<number> => {
    const { revision } = await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { revision: true } })
    return revision
  },

  rootPasswordHash: async (): Promise<string> => {
    const row = await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { rootPasswordHash: true } })
    return row.rootPasswordHash
  },

  /** Aliases are unique among all accounts. */
  setAlias: async (alias: string | null): Promise<void> => {
    await refusing(`alias ${alias}`, db.account.update({ where: { id: accountId }, data: { alias } }))
  },

  setRootPassword: async (rootPasswordHash: string, at: Date): Promise<void> => {
    await db.account.update({ where: { id: accountId }, data: { rootPasswordHash, rootPasswordChangedAt: at } })
  },

  recordRootSignIn: async (at: Date): Promise<void> => {
    await db.account.update({ where: { id: accountId }, data: { rootPasswordLastUsedAt: at } })
  },

  /** Empties the account: only its root user with its access keys and console sessions stays. Belongs in `writeEmptying`. */
  reset: async (at: Date): Promise<void> => {
    await emptyAccount(db, accountId)
    await beginHistory(db, accountId, at)
    await db.$executeRaw`UPDATE "Account" SET "alias" = NULL WHERE "id" = ${accountId}`
  },

  /** All that is stored about the account, as one JSON value. */
  exportAll: (): Promise<AccountDump> => exportAccount(db, accountId),

  /** Replaces all that is stored about the account. Belongs in a `write`. */
  importAll: (dump: AccountDump): Promise<void> => importInto(db, accountId, dump),
})
