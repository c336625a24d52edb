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
  toTextOrNull,
} from './rows'

export type PolicySort = keyof typeof sortKeys

export type PolicyRow = {
  id: string
  name: string
  path: string
  arn: string
  description: string | null
  createdAt: Date
  updatedAt: Date
  attachmentCount: number
  boundaryCount: number
}

const countAttachments = (row: Prisma.Sql, accountId: Prisma.Sql) => Prisma.sql`
  (SELECT COUNT(*) FROM "Attachment" a WHERE a."accountId" = ${accountId} AND a."policyArn" = ${row}."arn")`

const countBoundaries = (row: Prisma.Sql, accountId: Prisma.Sql) => Prisma.sql`
  ((SELECT COUNT(*) FROM "User" u WHERE u."accountId" = ${accountId} AND u."boundaryArn" = ${row}."arn") +
   (SELECT COUNT(*) FROM "Role" r WHERE r."accountId" = ${accountId} AND r."boundaryArn" = ${row}."arn"))`

const sortKeys = {
  name: Prisma.sql`t."nameKey"`,
  path: Prisma.sql`t."path"`,
  createdAt: Prisma.sql`t."createdAt"`,
  updatedAt: Prisma.sql`t."updatedAt"`,
  attachments: countAttachments(Prisma.sql`t`, Prisma.sql`t."accountId"`),
}

/** The customer managed policies as a table: counts, rows and what their cells say in one statement. */
export const policiesPage =
  (db: Db, accountId: string) =>
  async (query: TableQuery<PolicySort>): Promise<TablePage<PolicyRow>> => {
    const filters: Prisma.Sql[] = []
    if (query.pathPrefix) filters.push(startsWithSql(Prisma.sql`t."path"`, query.pathPrefix))
    const words = query.search?.trim()
    if (words) filters.push(containsSql(Prisma.sql`t."nameKey"`, words))
    const outer = [Prisma.sql`p`, Prisma.sql`${accountId}`] as const
    const raw = await db.$queryRaw<RawRow[]>(
      tablePageSql({
        table: Prisma.sql`"Policy"`,
        accountId,
        filter: allOf(filters),
        columns: Prisma.sql`t."id", t."name", t."path", t."arn", t."description", t."createdAt", t."updatedAt"`,
        sortKey: sortKeys[query.sort ?? 'name'],
        tieBreaker: sortKeys.name,
        direction: query.direction,
        offset: query.offset,
        limit: query.limit,
        outer: Prisma.sql`${countAttachments(...outer)} AS "attachmentCount", ${countBoundaries(...outer)} AS "boundaryCount"`,
      }),
    )
    return readTablePage(raw, 'id', readPolicyRow)
  }

const readPolicyRow = (row: RawRow): PolicyRow => ({
  id: toText(row.id),
  name: toText(row.name),
  path: toText(row.path),
  arn: toText(row.arn),
  description: toTextOrNull(row.description),
  createdAt: toDate(row.createdAt),
  updatedAt: toDate(row.updatedAt),
  attachmentCount: toNumber(row.attachmentCount),
  boundaryCount: toNumber(row.boundaryCount),
})
