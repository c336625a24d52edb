import 'server-only'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient as PostgresClient } from '@/generated/postgresql/client'
import { type Prisma, PrismaClient } from '@/generated/sqlite/client'
import { forget, once } from './slot'

/** The whole database, or one transaction of it. */
export type Db = Prisma.TransactionClient

/** Long enough for a slow disk; a transaction that waits longer has been forgotten by someone. */
const transactionOptions = { maxWait: 10_000, timeout: 10_000 }

/** The process's one client; `DATABASE_URL` says which head it has. */
export function database(): PrismaClient {
  return once('database', () => connect(process.env.DATABASE_URL ?? 'file:data/iam-dojo.db'))
}

/** Closes the process's client; its next use opens it again. */
export async function closeDatabase(): Promise<void> {
  const client = database()
  forget('database')
  await client.$disconnect()
}

/** A client of its own, for whoever talks to a second database. */
export function connect(url: string): PrismaClient {
  if (url.startsWith('file:')) {
    // `timeout`: how long to wait while another process writes. The adapter passes it on to libsql, its type just does not know.
    const config: ConstructorParameters<typeof PrismaLibSql>[0] & { timeout: number } = { url, timeout: 5000 }
    return new PrismaClient({ adapter: new PrismaLibSql(config), transactionOptions })
  }
  const client = new PostgresClient({ adapter: new PrismaPg({ connectionString: url }), transactionOptions })
  // Both clients are generated from the same models; only their provider differs, and with it the identity of their types.
  return client as unknown as PrismaClient
}
