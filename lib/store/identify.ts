import 'server-only'
import { Prisma } from '@/generated/sqlite/client'
import type { AccessKeyStatus } from './access-keys'
import type { Db } from './client'
import { type RawRow, toBoolean, toDate, toDateOrNull, toNumber, toText, toTextOrNull } from './rows'
import type { Session } from './sessions'

/** Whom a session or key belongs to: `user` is null for root, and also for a user who is no more. */
export type Identity = {
  account: { id: string; alias: string | null; email: string; revision: number }
  user: { id: string; name: string; path: string; createdAt: Date; boundaryArn: string | null } | null
}

/** `resetRequired`: the user must change the password before anything else. */
export type FoundSession = Identity & { session: Session; resetRequired: boolean }

export type FoundAccessKey = Identity & {
  key: { id: string; userId: string; secretSealed: string; status: AccessKeyStatus; lastUsedAt: Date | null }
}

const identityColumns = Prisma.sql`
  a."id" AS "accountId", a."alias", a."email", a."revision",
  u."name" AS "userName", u."path" AS "userPath", u."createdAt" AS "userCreatedAt", u."boundaryArn"`

/** The session with its account's revision and its user, in one statement. Whether it is still good is for the caller to say. */
export async function findSession(db: Db, id: string): Promise<FoundSession | null> {
  const [row] = await db.$queryRaw<RawRow[]>`
    SELECT s."id", s."principalType", s."userId", s."createdAt", s."expiresAt", s."revokedAt", s."mfaAt", s."sourceIp",
           s."userAgent", l."resetRequired", ${identityColumns}
    FROM "Session" s
    JOIN "Account" a ON a."id" = s."accountId"
    LEFT JOIN "User" u ON u."accountId" = s."accountId" AND u."id" = s."userId"
    LEFT JOIN "LoginProfile" l ON l."accountId" = s."accountId" AND l."userId" = s."userId"
    WHERE s."id" = ${id} LIMIT 1`
  if (!row) return null
  const session: Session = {
    id: toText(row.id),
    principalType: row.principalType === 'root' ? 'root' : 'user',
    userId: toText(row.userId),
    createdAt: toDate(row.createdAt),
    expiresAt: toDate(row.expiresAt),
    revokedAt: toDateOrNull(row.revokedAt),
    mfaAt: toDateOrNull(row.mfaAt),
    sourceIp: toText(row.sourceIp),
    userAgent: toText(row.userAgent),
  }
  return { session, resetRequired: toBoolean(row.resetRequired), ...readIdentity(row) }
}

/** The access key with its sealed secret, its account's revision and its user, in one statement. */
export async function findAccessKey(db: Db, id: string): Promise<FoundAccessKey | null> {
  const [row] = await db.$queryRaw<RawRow[]>`
    SELECT k."id", k."userId", k."secretSealed", k."status", k."lastUsedAt", ${identityColumns}
    FROM "AccessKey" k
    JOIN "Account" a ON a."id" = k."accountId"
    LEFT JOIN "User" u ON u."accountId" = k."accountId" AND u."id" = k."userId"
    WHERE k."id" = ${id} LIMIT 1`
  if (!row) return null
  const key = {
    id: toText(row.id),
    userId: toText(row.userId),
    secretSealed: toText(row.secretSealed),
    status: row.status === 'Active' ? ('Active' as const) : ('Inactive' as const),
    lastUsedAt: toDateOrNull(row.lastUsedAt),
  }
  return { key, ...readIdentity(row) }
}

function readIdentity(row: RawRow): Identity {
  const account = {
    id: toText(row.accountId),
    alias: toTextOrNull(row.alias),
    email: toText(row.email),
    revision: toNumber(row.revision),
  }
  if (row.userName === null) return { account, user: null }
  const user = {
    id: toText(row.userId),
    name: toText(row.userName),
    path: toText(row.userPath),
    createdAt: toDate(row.userCreatedAt),
    boundaryArn: toTextOrNull(row.boundaryArn),
  }
  return { account, user }
}
