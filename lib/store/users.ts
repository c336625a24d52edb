import 'server-only'
import { Prisma } from '@/generated/sqlite/client'
import type { Tag } from '@/lib/aws/tag'
import type { Db } from './client'
import { refusing, TakenError } from './errors'
import { newId } from './ids'
import {
  nameKey,
  type Page,
  pageOf,
  type RawRow,
  startsWithSql,
  toBoolean,
  toDate,
  toDateOrNull,
  toNumber,
  toText,
  toTextOrNull,
} from './rows'
import { tagsOf } from './tags'
import { usersPage } from './users-page'

export type User = {
  id: string
  name: string
  path: string
  createdAt: Date
  boundaryArn: string | null
  passwordLastUsedAt: Date | null
  lastActivityAt: Date | null
}

export type NewUser = {
  name: string
  path: string
  createdAt: Date
  boundaryArn?: string | null
  tags?: readonly Tag[]
}

export const userColumns = {
  id: true,
  name: true,
  path: true,
  createdAt: true,
  boundaryArn: true,
  passwordLastUsedAt: true,
  lastActivityAt: true,
} as const

const columns = Prisma.sql`"id", "name", "path", "createdAt", "boundaryArn", "passwordLastUsedAt", "lastActivityAt"`

const readUser = (row: RawRow): User => ({
  id: toText(row.id),
  name: toText(row.name),
  path: toText(row.path),
  createdAt: toDate(row.createdAt),
  boundaryArn: toTextOrNull(row.boundaryArn),
  passwordLastUsedAt: toDateOrNull(row.passwordLastUsedAt),
  lastActivityAt: toDateOrNull(row.lastActivityAt),
})

export const usersOf = (db: Db, accountId: string) => ({
  /** By name, without regard to case. */
  find: (name: string): Promise<User | null> => find(db, accountId, Prisma.sql`"nameKey" = ${nameKey(name)}`),

  findById: (id: string): Promise<User | null> => find(db, accountId, Prisma.sql`"id" = ${id}`),

  /** By name or ID, with the tags. */
  findTagged: (by: { name: string } | { id: string }): Promise<(User & { tags: Tag[] }) | null> =>
    findTagged(db, accountId, by),

  create: (user: NewUser): Promise<User> => create(db, accountId, user),

  /** Renames, moves, or both. */
  update: (id: string, change: { name?: string; path?: string }): Promise<User> =>
    refusing(
      `user ${change.name}`,
      db.user.update({
        where: { accountId_id: { accountId, id } },
        data: { ...change, ...(change.name === undefined ? {} : { nameKey: nameKey(change.name) }) },
        select: userColumns,
      }),
    ),

  setBoundary: async (id: string, boundaryArn: string | null): Promise<void> => {
    await db.user.update({ where: { accountId_id: { accountId, id } }, data: { boundaryArn } })
  },

  recordSignIn: async (id: string, at: Date): Promise<void> => {
    await db.user.updateMany({ where: { accountId, id }, data: { passwordLastUsedAt: at, lastActivityAt: at } })
  },

  /** Deletes the user and all that hangs on it. What must be gone before is for the operation to say. */
  delete: async (id: string): Promise<void> => {
    const ofUser = { accountId, userId: id }
    const ofEntity = { accountId, entityType: 'user', entityId: id }
    await db.accessKey.deleteMany({ where: ofUser })
    await db.signingCertificate.deleteMany({ where: ofUser })
    await db.mfaDevice.updateMany({ where: ofUser, data: { userId: null, enabledAt: null } })
    await db.session.deleteMany({ where: ofUser })
    await db.attachment.deleteMany({ where: ofEntity })
    await db.inlinePolicy.deleteMany({ where: ofEntity })
    await db.tag.deleteMany({ where: { accountId, resourceType: 'user', resourceId: id } })
    await db.user.deleteMany({ where: { accountId, id } })
  },

  /** By name; `after` is the `next` of the page before. */
  list: (query: { pathPrefix?: string; after?: string; limit: number }): Promise<Page<User>> =>
    list(db, accountId, query),

  count: async (): Promise<number> => {
    const [row] = await db.$queryRaw<RawRow[]>`SELECT COUNT(*) AS "users" FROM "User" WHERE "accountId" = ${accountId}`
    return toNumber(row?.users)
  },

  /** One screen of the console's table. */
  page: usersPage(db, accountId),
})

async function find(db: Db, accountId: string, which: Prisma.Sql) {
  const [row] = await db.$queryRaw<
    RawRow[]
  >`SELECT ${columns} FROM "User" WHERE "accountId" = ${accountId} AND ${which} LIMIT 1`
  return row ? readUser(row) : null
}

async function findTagged(db: Db, accountId: string, by: { name: string } | { id: string }) {
  const match = 'id' in by ? Prisma.sql`u."id" = ${by.id}` : Prisma.sql`u."nameKey" = ${nameKey(by.name)}`
  // Most have no tags, and one row is half the work of a list.
  const [row] = await db.$queryRaw<RawRow[]>`
      SELECT ${columns}, EXISTS (SELECT 1 FROM "Tag" t WHERE t."accountId" = ${accountId} AND t."resourceType" = 'user'
                                   AND t."resourceId" = u."id") AS "isTagged"
      FROM "User" u WHERE u."accountId" = ${accountId} AND ${match} LIMIT 1`
  if (!row) return null
  return toBoolean(row.isTagged) ? findWithTags(db, accountId, toText(row.id)) : { tags: [], ...readUser(row) }
}

/** INVARIANT: one statement: a policy is never asked about a user of this moment with the tags of another. */
async function findWithTags(db: Db, accountId: string, id: string) {
  const rows = await db.$queryRaw<RawRow[]>`
      SELECT ${columns}, t."key", t."value" FROM "User" u
      LEFT JOIN "Tag" t ON t."accountId" = ${accountId} AND t."resourceType" = 'user' AND t."resourceId" = u."id"
      WHERE u."accountId" = ${accountId} AND u."id" = ${id} ORDER BY t."position"`
  const [first] = rows
  if (!first) return null
  const tagged = rows.filter((row) => row.key !== null)
  return { tags: tagged.map((row) => ({ Key: toText(row.key), Value: toText(row.value) })), ...readUser(first) }
}

async function create(db: Db, accountId: string, user: NewUser): Promise<User> {
  const { name, path, createdAt, boundaryArn = null, tags = [] } = user
  const id = newId('AIDA')
  const made = await db.$executeRaw`
      INSERT INTO "User" ("accountId", "id", "name", "nameKey", "path", "createdAt", "boundaryArn")
      VALUES (${accountId}, ${id}, ${name}, ${nameKey(name)}, ${path}, ${createdAt}, ${boundaryArn})
      ON CONFLICT DO NOTHING`
  if (made === 0) throw new TakenError(`user ${name}`)
  await tagsOf(db, accountId).put('user', id, tags)
  return { id, name, path, createdAt, boundaryArn, passwordLastUsedAt: null, lastActivityAt: null }
}

async function list(db: Db, accountId: string, query: { pathPrefix?: string; after?: string; limit: number }) {
  const { pathPrefix, after, limit } = query
  const below = pathPrefix ? Prisma.sql`AND ${startsWithSql(Prisma.sql`"path"`, pathPrefix)}` : Prisma.empty
  const rows = await db.$queryRaw<RawRow[]>`
      SELECT ${columns} FROM "User" WHERE "accountId" = ${accountId} AND "nameKey" > ${after ?? ''} ${below}
      ORDER BY "nameKey" LIMIT ${limit + 1}`
  return pageOf(rows.map(readUser), limit, (user) => nameKey(user.name))
}
