import 'server-only'
import { Prisma } from '@/generated/sqlite/client'
import type { Db } from './client'
import { sinceReset } from './past-events'
import { type RawRow, startsWithSql, toDate, toText } from './rows'

/** The last time that a principal called a service, or one operation of it. */
export type LastUse = {
  /** As events name it: a user, root, or a session of a role. */
  userArn: string
  /** `iam.amazonaws.com` */
  source: string
  /** The operation; empty where services are asked for. */
  name: string
  at: Date
  /** That event's ID. */
  id: string
}

export type LastUseQuery = {
  since: Date
  /** Only calls by principals whose ARN is or begins with this. */
  userArn?: { is: string } | { startsWith: string }
  by: 'service' | 'operation'
}

/** Somebody who can call: a user or a role. */
export type Principal = { id: string; name: string; path: string; createdAt: Date }

const principalColumns = { id: true, name: true, path: true, createdAt: true } as const

/** Who called what last, refused calls included: grouped by the database, because events are many. */
export const lastUseOf = (db: Db, accountId: string) => ({
  list: async ({ since, userArn, by }: LastUseQuery): Promise<LastUse[]> => {
    const name = by === 'operation' ? Prisma.sql`"name"` : Prisma.sql`''`
    const group = by === 'operation' ? Prisma.sql`"userArn", "source", "name"` : Prisma.sql`"userArn", "source"`
    const raw = await db.$queryRaw<RawRow[]>`
      SELECT "userArn", "source", ${name} AS "operation", MAX("time") AS "at", MAX("id") AS "id" FROM "Event"
      WHERE "accountId" = ${accountId} AND "time" >= ${since} AND ${sinceReset(accountId)} AND ${principalSql(userArn)}
      GROUP BY ${group}`
    return raw.map((row) => ({
      userArn: toText(row.userArn),
      source: toText(row.source),
      name: toText(row.operation),
      at: toDate(row.at),
      id: toText(row.id),
    }))
  },

  /** Users or roles by their IDs, by name. */
  principals: (type: 'user' | 'role', ids: string[]): Promise<Principal[]> => {
    const query = {
      where: { accountId, id: { in: ids } },
      orderBy: { nameKey: 'asc' },
      select: principalColumns,
    } as const
    return type === 'user' ? db.user.findMany(query) : db.role.findMany(query)
  },

  /** The regions that events name, by event ID. */
  regions: async (ids: string[]): Promise<Map<string, string>> => {
    const rows = await db.event.findMany({ where: { accountId, id: { in: ids } }, select: { id: true, record: true } })
    return new Map(rows.map(({ id, record }) => [id, (JSON.parse(record) as { awsRegion: string }).awsRegion]))
  },
})

function principalSql(userArn: LastUseQuery['userArn']): Prisma.Sql {
  if (!userArn) return Prisma.sql`"userArn" IS NOT NULL`
  if ('is' in userArn) return Prisma.sql`"userArn" = ${userArn.is}`
  return startsWithSql(Prisma.sql`"userArn"`, userArn.startsWith)
}
