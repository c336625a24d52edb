import 'server-only'
import { Prisma } from '@/generated/sqlite/client'
import type { Db } from './client'
import { type RawRow, toDate, toDateOrNull, toNumber, toText } from './rows'

export type EntityRef = { type: 'user' | 'role'; id: string }

/** The account of a session token as it is now, and the user or role behind it, if it is still there. */
export type FoundHolder = {
  account: { id: string; revision: number; createdAt: Date; resetAt: Date | null }
  entity: { id: string; name: string; path: string; lastUsedAt: Date | null } | null
}

/** Whose a session token is, in one statement. Null: the account is gone. Without an entity it is root's. */
export async function findTokenHolder(db: Db, accountId: string, ref: EntityRef | null): Promise<FoundHolder | null> {
  const [row] = await db.$queryRaw<RawRow[]>(ref ? entitySql(accountId, ref) : rootSql(accountId))
  if (!row) return null
  const account = {
    id: accountId,
    revision: toNumber(row.revision),
    createdAt: toDate(row.createdAt),
    resetAt: toDateOrNull(row.resetAt),
  }
  if (!ref || row.name === null) return { account, entity: null }
  const entity = {
    id: ref.id,
    name: toText(row.name),
    path: toText(row.path),
    lastUsedAt: toDateOrNull(row.lastUsedAt),
  }
  return { account, entity }
}

const rootSql = (accountId: string) =>
  Prisma.sql`SELECT a."revision", a."createdAt", a."resetAt" FROM "Account" a WHERE a."id" = ${accountId}`

const entitySql = (accountId: string, { type, id }: EntityRef) => Prisma.sql`
  SELECT a."revision", a."createdAt", a."resetAt", e."name", e."path", ${type === 'role' ? Prisma.sql`e."lastUsedAt"` : Prisma.sql`NULL`} AS "lastUsedAt"
  FROM "Account" a
  LEFT JOIN ${type === 'role' ? Prisma.sql`"Role"` : Prisma.sql`"User"`} e ON e."accountId" = a."id" AND e."id" = ${id}
  WHERE a."id" = ${accountId}`
