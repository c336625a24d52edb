import 'server-only'
import { Prisma } from '@/generated/sqlite/client'
import { type Db, database } from './client'
import { type RawRow, toDateOrNull, toText } from './rows'
import { once } from './slot'

// A history may be long, and deleting it takes as long as writing it took. So a reset only says from when on events count,
// and those before are deleted afterwards, a few at a time between other calls.
const slice = 100

/** INVARIANT: what every statement asks that reads events. */
export const sinceReset = (accountId: string): Prisma.Sql =>
  Prisma.sql`"time" >= COALESCE((SELECT "resetAt" FROM "Account" WHERE "id" = ${accountId}), ${new Date(0)})`

/** The same for models: from when on events count. */
export async function resetTime(db: Db, accountId: string): Promise<Date> {
  const [row] = await db.$queryRaw<RawRow[]>`SELECT "resetAt" FROM "Account" WHERE "id" = ${accountId}`
  return toDateOrNull(row?.resetAt) ?? new Date(0)
}

/** Ends the account's history until now, to the millisecond. Belongs in a transaction. */
export async function beginHistory(db: Db, accountId: string, at: Date): Promise<void> {
  // Those of this millisecond, and those from a clock that has been set back since.
  await db.$executeRaw`DELETE FROM "Event" WHERE "accountId" = ${accountId} AND "time" >= ${at}`
  await db.$executeRaw`UPDATE "Account" SET "resetAt" = ${at} WHERE "id" = ${accountId}`
}

type Sweep = { isWanted: boolean; done: Promise<void> }

/**
 * Deletes all accounts' events from before their last resets, with a pause in milliseconds between the slices; the promise
 * ends when there are no more. Never rejects: what is left waits for the next reset or start.
 */
export function deletePastEvents(pause = 20): Promise<void> {
  const sweep = once<Sweep>('past-events', () => ({ isWanted: false, done: Promise.resolve() }))
  if (!sweep.isWanted) {
    sweep.isWanted = true
    sweep.done = sweep.done.then(async () => {
      sweep.isWanted = false
      await sweepAll(pause).catch((error) => console.error('Events from before a reset are not deleted yet:', error))
    })
  }
  return sweep.done
}

async function sweepAll(pause: number): Promise<void> {
  const accounts = await database().$queryRaw<RawRow[]>`SELECT "id" FROM "Account" WHERE "resetAt" IS NOT NULL`
  for (const { id } of accounts) {
    while ((await deleteSlice(toText(id))) === slice) await new Promise((over) => setTimeout(over, pause))
  }
}

const deleteSlice = (accountId: string): Promise<number> => database().$executeRaw`
  DELETE FROM "Event" WHERE "accountId" = ${accountId} AND "id" IN (
    SELECT "id" FROM "Event" WHERE "accountId" = ${accountId}
      AND "time" < (SELECT "resetAt" FROM "Account" WHERE "id" = ${accountId})
    LIMIT ${slice})`
