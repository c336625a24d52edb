import 'server-only'
import type { Prisma } from '@/generated/sqlite/client'
import { postgresDatabase } from './postgresql'
import { forget, once } from './slot'
import { sqliteDatabase } from './sqlite/database'
import { sqlitePath } from './sqlite/path.mjs'

/** The whole database, or one transaction of it. Nothing begins a transaction but `transaction`. */
export type Db = Prisma.TransactionClient

export type Database = {
  db: Db
  transaction<T>(work: (db: Db) => Promise<T>, way?: Way): Promise<T>
  /** The same as before while nothing in the database has changed, whoever writes. Null: to learn that costs as much as a query. */
  version(): string | null
  close(): Promise<void>
}

/** `emptying`: for work that deletes an account's rows, all that point at each other, and inserts none that point at any. */
export type Way = 'usual' | 'emptying'

/** The thread's one database; `DATABASE_URL` says which it is. */
const theOne = () => once('open database', () => open(process.env.DATABASE_URL ?? 'file:data/iam-dojo.db'))

export const database = (): Db => theOne().db

/** One transaction: all of it is kept or nothing. On SQLite all others who write wait until it ends. */
export const transaction = <T>(work: (db: Db) => Promise<T>, way?: Way): Promise<T> => theOne().transaction(work, way)

/** The `version` of the thread's database. */
export const databaseVersion = (): string | null => theOne().version()

/** Closes the thread's database; its next use opens it again. */
export async function closeDatabase(): Promise<void> {
  const open = theOne()
  forget('open database')
  await open.close()
}

function open(url: string): Database {
  return url.startsWith('file:') ? sqliteDatabase(sqlitePath(url)) : postgresDatabase(url)
}
