import 'server-only'
import { Prisma } from '@/generated/sqlite/client'
import type { Tag } from '@/lib/aws/tag'
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
  toDateOrNull,
  toNumber,
  toText,
  toTextOrNull,
} from './rows'
import { tagsOf } from './tags'

export type UserSort = keyof typeof sortKeys

export type UserKey = { id: string; status: string; createdAt: Date; lastUsedAt: Date | null }

export type UserRow = {
  id: string
  name: string
  path: string
  createdAt: Date
  boundaryArn: string | null
  groupCount: number
  mfaCount: number
  certificateCount: number
  hasPassword: boolean
  passwordChangedAt: Date | null
  passwordLastUsedAt: Date | null
  lastActivityAt: Date | null
  keys: UserKey[]
  tags: Tag[]
}

export type UserTableQuery = TableQuery<UserSort> & {
  /** Only members of this group. */
  inGroup?: string
  /** Only users who are not in this group. */
  notInGroup?: string
  /** Also the user who has this access key, whatever the name. */
  orKeyId?: string
}

const sortKeys = {
  name: Prisma.sql`t."nameKey"`,
  path: Prisma.sql`t."path"`,
  createdAt: Prisma.sql`t."createdAt"`,
  lastActivity: Prisma.sql`t."lastActivityAt"`,
  lastSignIn: Prisma.sql`t."passwordLastUsedAt"`,
  groups: Prisma.sql`(SELECT COUNT(*) FROM "Membership" m WHERE m."accountId" = t."accountId" AND m."userId" = t."id")`,
  passwordAge: Prisma.sql`(SELECT l."changedAt" FROM "LoginProfile" l WHERE l."accountId" = t."accountId" AND l."userId" = t."id")`,
  mfa: Prisma.sql`(SELECT COUNT(*) FROM "MfaDevice" d WHERE d."accountId" = t."accountId" AND d."userId" = t."id")`,
  accessKey: Prisma.sql`(SELECT MIN(k."id") FROM "AccessKey" k WHERE k."accountId" = t."accountId" AND k."userId" = t."id")`,
  // The oldest that works; of a user without such a key the oldest of all, as the column shows it.
  keyAge: Prisma.sql`COALESCE(
    (SELECT MIN(k."createdAt") FROM "AccessKey" k
      WHERE k."accountId" = t."accountId" AND k."userId" = t."id" AND k."status" = 'Active'),
    (SELECT MIN(k."createdAt") FROM "AccessKey" k WHERE k."accountId" = t."accountId" AND k."userId" = t."id"))`,
}

const mayBeEmpty = new Set<UserSort>(['lastActivity', 'lastSignIn', 'passwordAge', 'keyAge', 'accessKey'])

const columns = Prisma.sql`t."id", t."name", t."path", t."createdAt", t."boundaryArn", t."passwordLastUsedAt", t."lastActivityAt"`

/** The users table: counts, rows and what their cells say in one statement, plus one each for the access keys and the tags of the page. */
export const usersPage =
  (db: Db, accountId: string) =>
  async (query: UserTableQuery): Promise<TablePage<UserRow>> => {
    const raw = await db.$queryRaw<RawRow[]>(
      tablePageSql({
        table: Prisma.sql`"User"`,
        accountId,
        filter: filterOf(query, accountId),
        columns,
        sortKey: sortKeys[query.sort ?? 'name'],
        sortMayBeEmpty: query.sort !== undefined && mayBeEmpty.has(query.sort),
        tieBreaker: sortKeys.name,
        direction: query.direction,
        offset: query.offset,
        limit: query.limit,
        outer: Prisma.sql`
          (SELECT COUNT(*) FROM "Membership" m WHERE m."accountId" = ${accountId} AND m."userId" = p."id") AS "groupCount",
          (SELECT COUNT(*) FROM "MfaDevice" d WHERE d."accountId" = ${accountId} AND d."userId" = p."id") AS "mfaCount",
          (SELECT COUNT(*) FROM "SigningCertificate" c WHERE c."accountId" = ${accountId} AND c."userId" = p."id") AS "certificateCount",
          (SELECT l."changedAt" FROM "LoginProfile" l WHERE l."accountId" = ${accountId} AND l."userId" = p."id") AS "passwordChangedAt"`,
      }),
    )
    const page = readTablePage(raw, 'id', readUserRow)
    const ids = page.rows.map((row) => row.id)
    const keys = await keysOf(db, accountId, ids)
    const tags = await tagsOf(db, accountId).listForMany('user', ids)
    const rows = page.rows.map((row) => ({ ...row, keys: keys.get(row.id) ?? [], tags: tags.get(row.id) ?? [] }))
    return { ...page, rows }
  }

function filterOf(
  { search, orKeyId, pathPrefix, inGroup, notInGroup }: UserTableQuery,
  accountId: string,
): Prisma.Sql | null {
  const filters: Prisma.Sql[] = []
  if (pathPrefix) filters.push(startsWithSql(Prisma.sql`t."path"`, pathPrefix))
  const words = search?.trim()
  if (words) filters.push(searchOf(words, orKeyId, accountId))
  const members = (groupId: string) =>
    Prisma.sql`(SELECT m."userId" FROM "Membership" m WHERE m."accountId" = ${accountId} AND m."groupId" = ${groupId})`
  if (inGroup !== undefined) filters.push(Prisma.sql`t."id" IN ${members(inGroup)}`)
  if (notInGroup !== undefined) filters.push(Prisma.sql`t."id" NOT IN ${members(notInGroup)}`)
  return allOf(filters)
}

function searchOf(words: string, keyId: string | undefined, accountId: string): Prisma.Sql {
  const byName = containsSql(Prisma.sql`t."nameKey"`, words)
  if (keyId === undefined) return byName
  return Prisma.sql`(${byName} OR t."id" IN
    (SELECT k."userId" FROM "AccessKey" k WHERE k."id" = ${keyId} AND k."accountId" = ${accountId}))`
}

function readUserRow(row: RawRow): UserRow {
  return {
    id: toText(row.id),
    name: toText(row.name),
    path: toText(row.path),
    createdAt: toDate(row.createdAt),
    boundaryArn: toTextOrNull(row.boundaryArn),
    groupCount: toNumber(row.groupCount),
    mfaCount: toNumber(row.mfaCount),
    certificateCount: toNumber(row.certificateCount),
    hasPassword: row.passwordChangedAt !== null,
    passwordChangedAt: toDateOrNull(row.passwordChangedAt),
    passwordLastUsedAt: toDateOrNull(row.passwordLastUsedAt),
    lastActivityAt: toDateOrNull(row.lastActivityAt),
    keys: [],
    tags: [],
  }
}

async function keysOf(db: Db, accountId: string, userIds: string[]): Promise<Map<string, UserKey[]>> {
  if (userIds.length === 0) return new Map()
  const raw = await db.$queryRaw<RawRow[]>`
    SELECT "id", "userId", "status", "createdAt", "lastUsedAt" FROM "AccessKey"
    WHERE "accountId" = ${accountId} AND "userId" IN (${Prisma.join(userIds)})
    ORDER BY "createdAt", "id"`
  const keys = new Map<string, UserKey[]>()
  for (const row of raw) {
    const userId = toText(row.userId)
    keys.set(userId, [...(keys.get(userId) ?? []), readKey(row)])
  }
  return keys
}

const readKey = (row: RawRow): UserKey => ({
  id: toText(row.id),
  status: toText(row.status),
  createdAt: toDate(row.createdAt),
  lastUsedAt: toDateOrNull(row.lastUsedAt),
})
