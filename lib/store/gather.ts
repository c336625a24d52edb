import 'server-only'
import { Prisma } from '@/generated/sqlite/client'
import { nameInArn } from '@/lib/aws/arn'
import type { Tag } from '@/lib/aws/tag'
import type { EntityType } from './attachments'
import type { Db } from './client'
import { type RawRow, toText, toTextOrNull } from './rows'

/** A policy that applies to an entity. AWS managed policies come without a document: the catalogue has it. */
export type GatheredPolicy = {
  source: {
    /** The policy's name. */
    id: string
    /** The ARN of a managed policy; inline policies have none. */
    arn?: string
    /** The group through which it comes; absent when it is the entity's own. */
    via?: { type: 'group'; name: string }
  }
  document: string | null
}

export type Gathered = { policies: GatheredPolicy[]; boundary: GatheredPolicy | null; tags: Tag[] }

/**
 * Everything that says what a user, group or role may do, in one statement: its policies (own first, attached before
 * inline, then those of the groups by name), its boundary and its tags (by key).
 */
export const gatherOf =
  (db: Db, accountId: string) =>
  async (type: EntityType, id: string): Promise<Gathered> => {
    const raw = await db.$queryRaw<RawRow[]>(gatherSql(accountId, type, id))
    const gathered: Gathered = { policies: [], boundary: null, tags: [] }
    for (const row of raw) {
      if (row.source === 'tag') gathered.tags.push({ Key: toText(row.name), Value: toText(row.document) })
      else if (row.source === 'boundary') gathered.boundary = readPolicy(row)
      else gathered.policies.push(readPolicy(row))
    }
    return gathered
  }

function readPolicy(row: RawRow): GatheredPolicy {
  const arn = toTextOrNull(row.arn)
  const group = toText(row.viaGroup)
  return {
    source: {
      id: toTextOrNull(row.name) ?? nameInArn(arn ?? ''),
      ...(arn !== null && { arn }),
      ...(group !== '' && { via: { type: 'group', name: group } }),
    },
    document: toTextOrNull(row.document),
  }
}

const customerPolicy = (arn: Prisma.Sql, accountId: string) => Prisma.sql`
  LEFT JOIN "Policy" p ON p."accountId" = ${accountId} AND p."arn" = ${arn}
  LEFT JOIN "PolicyVersion" v ON v."accountId" = ${accountId} AND v."policyId" = p."id" AND v."number" = p."defaultVersion"`

function gatherSql(accountId: string, type: EntityType, id: string): Prisma.Sql {
  const parts = [
    Prisma.sql`SELECT 'attached' AS "source", '' AS "viaGroup", a."policyArn" AS "arn", p."name" AS "name", v."document" AS "document"
      FROM "Attachment" a ${customerPolicy(Prisma.sql`a."policyArn"`, accountId)}
      WHERE a."accountId" = ${accountId} AND a."entityType" = ${type} AND a."entityId" = ${id}`,
    Prisma.sql`SELECT 'inline', '', NULL, i."name", i."document" FROM "InlinePolicy" i
      WHERE i."accountId" = ${accountId} AND i."entityType" = ${type} AND i."entityId" = ${id}`,
  ]
  if (type === 'user') parts.push(...throughGroups(accountId, id))
  if (type !== 'group') parts.push(boundarySql(accountId, type, id), tagsSql(accountId, type, id))
  return Prisma.sql`SELECT * FROM (${Prisma.join(parts, ' UNION ALL ')}) x ORDER BY x."viaGroup", x."source", x."arn", x."name"`
}

function throughGroups(accountId: string, userId: string): Prisma.Sql[] {
  const memberships = Prisma.sql`"Membership" m
    JOIN "Group" g ON g."accountId" = ${accountId} AND g."id" = m."groupId"`
  return [
    Prisma.sql`SELECT 'attached', g."name", a."policyArn", p."name", v."document" FROM ${memberships}
      JOIN "Attachment" a ON a."accountId" = ${accountId} AND a."entityType" = 'group' AND a."entityId" = m."groupId"
      ${customerPolicy(Prisma.sql`a."policyArn"`, accountId)}
      WHERE m."accountId" = ${accountId} AND m."userId" = ${userId}`,
    Prisma.sql`SELECT 'inline', g."name", NULL, i."name", i."document" FROM ${memberships}
      JOIN "InlinePolicy" i ON i."accountId" = ${accountId} AND i."entityType" = 'group' AND i."entityId" = m."groupId"
      WHERE m."accountId" = ${accountId} AND m."userId" = ${userId}`,
  ]
}

const boundarySql = (accountId: string, type: 'user' | 'role', id: string) => Prisma.sql`
  SELECT 'boundary', '', e."boundaryArn", p."name", v."document"
  FROM ${type === 'user' ? Prisma.sql`"User"` : Prisma.sql`"Role"`} e ${customerPolicy(Prisma.sql`e."boundaryArn"`, accountId)}
  WHERE e."accountId" = ${accountId} AND e."id" = ${id} AND e."boundaryArn" IS NOT NULL`

const tagsSql = (accountId: string, type: 'user' | 'role', id: string) => Prisma.sql`
  SELECT 'tag', '', NULL, t."key", t."value" FROM "Tag" t
  WHERE t."accountId" = ${accountId} AND t."resourceType" = ${type} AND t."resourceId" = ${id}`
