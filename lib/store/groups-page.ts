import 'server-only'
import { Prisma } from '@/generated/sqlite/client'
import type { Db } from './client'
import {
  allOf,
  containsSql,
  type RawRow,
  readTablePage,
  startsWithSql,
  type TablePage,
  type TableQuery,
  tablePageSql,
  toDate,
  toNumber,
  toText,
} from './rows'

export type GroupSort = keyof typeof sortKeys

export type GroupRow = {
  id: string
  name: string
  path: string
  createdAt: Date
  userCount: number
  /** Attached and inline policies together; 0 is "Not defined". */
  policyCount: number
}

export type GroupTableQuery = TableQuery<GroupSort> & {
  /** Only groups of this user. */
  ofUser?: string
  /** Only groups that this user is not in. */
  notOfUser?: string
}

const countMembers = (row: Prisma.Sql, accountId: Prisma.Sql) => Prisma.sql`
  (SELECT COUNT(*) FROM "Membership" m WHERE m."accountId" = ${accountId} AND m."groupId" = ${row}."id")`

const countPolicies = (row: Prisma.Sql, accountId: Prisma.Sql) => Prisma.sql`
  ((SELECT COUNT(*) FROM "Attachment" a
    WHERE a."accountId" = ${accountId} AND a."entityType" = 'group' AND a."entityId" = ${row}."id") +
   (SELECT COUNT(*) FROM "InlinePolicy" i
    WHERE i."accountId" = ${accountId} AND i."entityType" = 'group' AND i."entityId" = ${row}."id"))`

const inner = [Prisma.sql`t`, Prisma.sql`t."accountId"`] as const

const sortKeys = {
  name: Prisma.sql`t."nameKey"`,
  path: Prisma.sql`t."path"`,
  createdAt: Prisma.sql`t."createdAt"`,
  users: countMembers(...inner),
  policies: countPolicies(...inner),
}

/** The groups table: counts, rows and what their cells say in one statement. */
export const groupsPage =
  (db: Db, accountId: string) =>
  async (query: GroupTableQuery): Promise<TablePage<GroupRow>> => {
    const outer = [Prisma.sql`p`, Prisma.sql`${accountId}`] as const
    const raw = await db.$queryRaw<RawRow[]>(
      tablePageSql({
        table: Prisma.sql`"Group"`,
        accountId,
        filter: filterOf(query, accountId),
        columns: Prisma.sql`t."id", t."name", t."path", t."createdAt"`,
        sortKey: sortKeys[query.sort ?? 'name'],
        tieBreaker: sortKeys.name,
        direction: query.direction,
        offset: query.offset,
        limit: query.limit,
        outer: Prisma.sql`${countMembers(...outer)} AS "userCount", ${countPolicies(...outer)} AS "policyCount"`,
      }),
    )
    return readTablePage(raw, 'id', (row) => ({
      id: toText(row.id),
      name: toText(row.name),
      path: toText(row.path),
      createdAt: toDate(row.createdAt),
      userCount: toNumber(row.userCount),
      policyCount: toNumber(row.policyCount),
    }))
  }

function filterOf({ search, pathPrefix, ofUser, notOfUser }: GroupTableQuery, accountId: string): Prisma.Sql | null {
  const filters: Prisma.Sql[] = []
  if (pathPrefix) filters.push(startsWithSql(Prisma.sql`t."path"`, pathPrefix))
  const words = search?.trim()
  if (words) filters.push(containsSql(Prisma.sql`t."nameKey"`, words))
  const groupsOf = (userId: string) =>
    Prisma.sql`(SELECT m."groupId" FROM "Membership" m WHERE m."accountId" = ${accountId} AND m."userId" = ${userId})`
  if (ofUser !== undefined) filters.push(Prisma.sql`t."id" IN ${groupsOf(ofUser)}`)
  if (notOfUser !== undefined) filters.push(Prisma.sql`t."id" NOT IN ${groupsOf(notOfUser)}`)
  return allOf(filters)
}
