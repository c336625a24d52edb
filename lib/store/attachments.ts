import 'server-only'
import { Prisma } from '@/generated/sqlite/client'
import type { Db } from './client'
import { type Page, pageOf, type RawRow, startsWithSql, toNumber, toText } from './rows'

export type EntityType = 'user' | 'group' | 'role'

export type Entity = { type: EntityType; id: string; name: string; path: string }

/** How often a policy is used: as a permissions policy and as a permissions boundary. */
export type PolicyUse = { attachments: number; boundaries: number }

export type EntitiesQuery = {
  /** How the policy is used; both when absent. */
  usedAs?: 'permissions' | 'boundary'
  type?: EntityType
  pathPrefix?: string
  after?: string
  limit: number
}

export const attachmentsOf = (db: Db, accountId: string) => ({
  /** Attaching twice changes nothing. */
  attach: async (entityType: EntityType, entityId: string, policyArn: string, at: Date): Promise<void> => {
    await db.$executeRaw`
      INSERT INTO "Attachment" ("accountId", "entityType", "entityId", "policyArn", "createdAt")
      VALUES (${accountId}, ${entityType}, ${entityId}, ${policyArn}, ${at})
      ON CONFLICT DO NOTHING`
  },

  /** Says whether the policy was attached. */
  detach: async (entityType: EntityType, entityId: string, policyArn: string): Promise<boolean> => {
    const { count } = await db.attachment.deleteMany({ where: { accountId, entityType, entityId, policyArn } })
    return count > 0
  },

  /** The ARNs attached to one entity, in the order in which they came. */
  list: async (entityType: EntityType, entityId: string): Promise<string[]> => {
    const rows = await db.$queryRaw<RawRow[]>`
      SELECT "policyArn" FROM "Attachment"
      WHERE "accountId" = ${accountId} AND "entityType" = ${entityType} AND "entityId" = ${entityId}
      ORDER BY "createdAt", "policyArn"`
    return rows.map((row) => toText(row.policyArn))
  },

  /** The same for many entities at once, by entity ID; entities without policies are not in it. */
  listForMany: async (entityType: EntityType, entityIds: string[]): Promise<Map<string, string[]>> => {
    const rows = await db.attachment.findMany({
      where: { accountId, entityType, entityId: { in: entityIds } },
      orderBy: [{ createdAt: 'asc' }, { policyArn: 'asc' }],
      select: { entityId: true, policyArn: true },
    })
    const arns = new Map<string, string[]>()
    for (const { entityId, policyArn } of rows) arns.set(entityId, [...(arns.get(entityId) ?? []), policyArn])
    return arns
  },

  count: (entityType: EntityType, entityId: string): Promise<number> =>
    db.attachment.count({ where: { accountId, entityType, entityId } }),

  /** The use of the given policies, or of every policy that is used; what is not used is not in it. */
  usage: async (arns?: string[]): Promise<Map<string, PolicyUse>> => {
    if (arns?.length === 0) return new Map()
    const raw = await db.$queryRaw<RawRow[]>(policyUseSql(accountId, arns))
    return new Map(
      raw.map((row) => [
        toText(row.arn),
        { attachments: toNumber(row.attachments), boundaries: toNumber(row.boundaries) },
      ]),
    )
  },

  /** Who uses a policy: groups, then roles, then users, each by name. */
  entitiesFor: async (arn: string, query: EntitiesQuery): Promise<Page<Entity>> => {
    const raw = await db.$queryRaw<RawRow[]>(entitiesSql(accountId, arn, query))
    const page = pageOf(raw, query.limit, (row) => toText(row.marker))
    return { rows: page.rows.map(readEntity), next: page.next }
  },
})

function policyUseSql(accountId: string, arns: string[] | undefined): Prisma.Sql {
  const among = (column: Prisma.Sql) =>
    arns ? Prisma.sql`${column} IN (${Prisma.join(arns)})` : Prisma.sql`${column} IS NOT NULL`
  return Prisma.sql`
    SELECT x."arn", SUM(x."attached") AS "attachments", SUM(x."bounding") AS "boundaries" FROM (
      SELECT "policyArn" AS "arn", 1 AS "attached", 0 AS "bounding" FROM "Attachment"
      WHERE "accountId" = ${accountId} AND ${among(Prisma.sql`"policyArn"`)}
      UNION ALL SELECT "boundaryArn", 0, 1 FROM "User" WHERE "accountId" = ${accountId} AND ${among(Prisma.sql`"boundaryArn"`)}
      UNION ALL SELECT "boundaryArn", 0, 1 FROM "Role" WHERE "accountId" = ${accountId} AND ${among(Prisma.sql`"boundaryArn"`)}
    ) x GROUP BY x."arn"`
}

function entitiesSql(
  accountId: string,
  arn: string,
  { usedAs, type, pathPrefix, after, limit }: EntitiesQuery,
): Prisma.Sql {
  const below = pathPrefix ? Prisma.sql`AND ${startsWithSql(Prisma.sql`e."path"`, pathPrefix)}` : Prisma.empty
  const parts = entityTables
    .filter((table) => !type || table.type === type)
    .map((table) => {
      const uses: Prisma.Sql[] = []
      if (usedAs !== 'boundary') {
        uses.push(Prisma.sql`e."id" IN (SELECT a."entityId" FROM "Attachment" a
          WHERE a."accountId" = ${accountId} AND a."policyArn" = ${arn} AND a."entityType" = ${table.type})`)
      }
      if (usedAs !== 'permissions' && table.mayHaveBoundary) uses.push(Prisma.sql`e."boundaryArn" = ${arn}`)
      if (uses.length === 0) uses.push(Prisma.sql`1 = 0`)
      return Prisma.sql`SELECT ${table.label} AS "type", e."id", e."name", e."path", ${table.label} || '/' || e."nameKey" AS "marker"
        FROM ${table.from} e
        WHERE e."accountId" = ${accountId} AND (${Prisma.join(uses, ' OR ')}) ${below}`
    })
  return Prisma.sql`SELECT * FROM (${Prisma.join(parts, ' UNION ALL ')}) x
    WHERE x."marker" > ${after ?? ''} ORDER BY x."marker" LIMIT ${limit + 1}`
}

const entityTables = [
  { type: 'group', label: Prisma.sql`'group'`, from: Prisma.sql`"Group"`, mayHaveBoundary: false },
  { type: 'role', label: Prisma.sql`'role'`, from: Prisma.sql`"Role"`, mayHaveBoundary: true },
  { type: 'user', label: Prisma.sql`'user'`, from: Prisma.sql`"User"`, mayHaveBoundary: true },
] as const

const readEntity = (row: RawRow): Entity => ({
  type: toText(row.type) as EntityType,
  id: toText(row.id),
  name: toText(row.name),
  path: toText(row.path),
})
