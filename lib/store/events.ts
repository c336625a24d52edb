import 'server-only'
import { Prisma } from '@/generated/sqlite/client'
import type { Db } from './client'
import { resetTime, sinceReset } from './past-events'
import { type RawRow, toBoolean, toDate, toNumber, toText, toTextOrNull } from './rows'

export type NewEvent = {
  /** From `newEventId`: sorts by time. */
  id: string
  time: Date
  name: string
  source: string
  readOnly: boolean
  userName: string
  userArn: string | null
  accessKeyId: string | null
  errorCode: string | null
  resourceType: string | null
  resourceName: string | null
  /** The whole record as JSON text. */
  record: string
}

/** What lists show of an event; `find` and `all` give the record as well. */
export type EventRow = Omit<NewEvent, 'record'>

const filterColumns = [
  'id',
  'name',
  'source',
  'readOnly',
  'userName',
  'accessKeyId',
  'errorCode',
  'resourceType',
  'resourceName',
] as const

export type EventFilter = Partial<Pick<NewEvent, (typeof filterColumns)[number]>>

export type EventQuery = { filter?: EventFilter; from?: Date; to?: Date }

/** Where counting the matches of a filter stops: a longer history is "more than". */
export const mostEventMatches = 1_000

export const eventsOf = (db: Db, accountId: string) => ({
  append: (events: NewEvent[]): Promise<void> =>
    appendEvents(
      db,
      events.map((event) => ({ accountId, ...event })),
    ),

  find: async (id: string): Promise<NewEvent | null> =>
    db.event.findUnique({
      where: { accountId_id: { accountId, id }, ...(await counting(db, accountId)) },
      omit: { accountId: true },
    }),

  /** Newest first, with the records; `after` is the `next` of the page before. */
  list: async (
    query: EventQuery & { after?: string; limit: number },
  ): Promise<{ rows: NewEvent[]; next: string | null }> => {
    const rows = await db.event.findMany({
      where: { ...whereOf(accountId, query), AND: [await counting(db, accountId), ...afterEvent(query.after)] },
      orderBy: [{ time: 'desc' }, { id: 'desc' }],
      take: query.limit + 1,
      omit: { accountId: true },
    })
    const last = rows[query.limit - 1]
    if (rows.length <= query.limit || !last) return { rows, next: null }
    return { rows: rows.slice(0, query.limit), next: `${last.time.toISOString()} ${last.id}` }
  },

  /** One screen of the event history, newest first; `matches` stops at `mostEventMatches`. */
  page: async (
    query: EventQuery & { offset?: number; limit: number },
  ): Promise<{ rows: EventRow[]; matches: number }> => {
    const filter = filterSql(accountId, query)
    const raw = await db.$queryRaw<RawRow[]>`
      SELECT c."matches", p.* FROM
        (SELECT COUNT(*) AS "matches" FROM (SELECT 1 AS "one" FROM "Event" WHERE ${filter} LIMIT ${mostEventMatches}) m) c
      LEFT JOIN (SELECT "id", "time", "name", "source", "readOnly", "userName", "userArn", "accessKeyId", "errorCode",
                        "resourceType", "resourceName"
                 FROM "Event" WHERE ${filter} ORDER BY "time" DESC, "id" DESC
                 LIMIT ${query.limit} OFFSET ${query.offset ?? 0}) p ON 1 = 1
      ORDER BY p."time" DESC, p."id" DESC`
    return { rows: raw.filter((row) => row.id !== null).map(readEvent), matches: toNumber(raw[0]?.matches) }
  },

  /** Every event, oldest first: for tests and exports. */
  all: async (): Promise<NewEvent[]> =>
    db.event.findMany({
      where: { accountId, ...(await counting(db, accountId)) },
      orderBy: [{ time: 'asc' }, { id: 'asc' }],
      omit: { accountId: true },
    }),
})

const counting = async (db: Db, accountId: string) => ({ time: { gte: await resetTime(db, accountId) } })

/** Writes events of any accounts in one statement, several times as fast as createMany; some hundred at most. */
export async function appendEvents(db: Db, events: (NewEvent & { accountId: string })[]): Promise<void> {
  if (events.length === 0) return
  const values: unknown[] = []
  for (const event of events) for (const column of eventColumns) values.push(event[column])
  await db.$executeRaw(Prisma.sql(insertOf(events.length), ...values))
}

const eventColumns = [
  'accountId',
  'id',
  'time',
  'name',
  'source',
  'readOnly',
  'userName',
  'userArn',
  'accessKeyId',
  'errorCode',
  'resourceType',
  'resourceName',
  'record',
] as const

const inserts = new Map<number, readonly string[]>()

/** The texts between the values of so many rows. To piece them together costs as much as the insert. */
function insertOf(rows: number): readonly string[] {
  const known = inserts.get(rows)
  if (known) return known
  const columns = eventColumns.map((column) => `"${column}"`).join(', ')
  const commas = Array<string>(eventColumns.length - 1).fill(', ')
  const between = Array.from({ length: rows - 1 }, () => ['), (', ...commas]).flat()
  const texts = [`INSERT INTO "Event" (${columns}) VALUES (`, ...commas, ...between, ')']
  inserts.set(rows, texts)
  return texts
}

function whereOf(accountId: string, { filter, from, to }: EventQuery) {
  return { accountId, ...filter, time: { gte: from, lte: to } }
}

function afterEvent(marker: string | undefined) {
  if (marker === undefined) return []
  const [time = '', id] = marker.split(' ')
  const at = new Date(time)
  return [{ OR: [{ time: { lt: at } }, { time: at, id: { lt: id } }] }]
}

function filterSql(accountId: string, { filter = {}, from, to }: EventQuery): Prisma.Sql {
  const parts = [Prisma.sql`"accountId" = ${accountId}`, sinceReset(accountId)]
  for (const column of filterColumns) {
    const value = filter[column]
    if (value !== undefined) parts.push(Prisma.sql`${Prisma.raw(`"${column}"`)} = ${value}`)
  }
  if (from) parts.push(Prisma.sql`"time" >= ${from}`)
  if (to) parts.push(Prisma.sql`"time" <= ${to}`)
  return Prisma.join(parts, ' AND ')
}

const readEvent = (row: RawRow): EventRow => ({
  id: toText(row.id),
  time: toDate(row.time),
  name: toText(row.name),
  source: toText(row.source),
  readOnly: toBoolean(row.readOnly),
  userName: toText(row.userName),
  userArn: toTextOrNull(row.userArn),
  accessKeyId: toTextOrNull(row.accessKeyId),
  errorCode: toTextOrNull(row.errorCode),
  resourceType: toTextOrNull(row.resourceType),
  resourceName: toTextOrNull(row.resourceName),
})
