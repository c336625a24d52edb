import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient as PostgresClient } from '@/generated/postgresql/client'
import type { PrismaClient } from '@/generated/sqlite/client'
import type { Database } from './client'

/** Long enough for a slow disk; a transaction that waits longer has been forgotten by someone. */
const transactionOptions = { maxWait: 10_000, timeout: 10_000 }

export function postgresDatabase(connectionString: string): Database {
  const postgres = new PostgresClient({ adapter: new PrismaPg({ connectionString }), transactionOptions })
  // Both clients are generated from the same models; only their provider differs, and with it the identity of their types.
  const client = postgres as unknown as PrismaClient
  return {
    db: client,
    transaction: (work) => client.$transaction(work),
    version: () => null,
    close: () => client.$disconnect(),
  }
}
