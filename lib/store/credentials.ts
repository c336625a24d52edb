import 'server-only'
import type { Db } from './client'
import { groupedBy } from './rows'
import { type User, userColumns } from './users'

type Key = {
  id: string
  status: string
  createdAt: Date
  lastUsedAt: Date | null
  lastUsedService: string | null
  lastUsedRegion: string | null
}

type Certificate = { id: string; status: string; uploadedAt: Date }

/** What one can sign in or call with. */
export type Credentials = {
  /** Null: no password. */
  passwordChangedAt: Date | null
  hasMfa: boolean
  /** By ID. */
  keys: Key[]
  /** Oldest first. */
  certificates: Certificate[]
}

const keyColumns = {
  id: true,
  status: true,
  createdAt: true,
  lastUsedAt: true,
  lastUsedService: true,
  lastUsedRegion: true,
} as const

/** The credentials of all users, by name, and of root, in five questions whatever their number. */
export const credentialsOf = (db: Db, accountId: string) => async () => {
  const where = { accountId }
  const users = await db.user.findMany({ where, orderBy: { nameKey: 'asc' }, select: userColumns })
  const passwords = await db.loginProfile.findMany({ where, select: { userId: true, changedAt: true } })
  const keys = await db.accessKey.findMany({ where, orderBy: { id: 'asc' }, select: { userId: true, ...keyColumns } })
  const devices = await db.mfaDevice.findMany({ where: { accountId, userId: { not: null } }, select: { userId: true } })
  const certificates = await db.signingCertificate.findMany({
    where,
    orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
    select: { userId: true, id: true, status: true, uploadedAt: true },
  })
  const changes = new Map(passwords.map(({ userId, changedAt }) => [userId, changedAt]))
  const withMfa = new Set(devices.map(({ userId }) => userId))
  const keysOf = groupedBy(keys, ({ userId }) => userId)
  const certificatesOf = groupedBy(certificates, ({ userId }) => userId)
  const of = (id: string): Credentials => ({
    passwordChangedAt: changes.get(id) ?? null,
    hasMfa: withMfa.has(id),
    keys: keysOf.get(id) ?? [],
    certificates: certificatesOf.get(id) ?? [],
  })
  return { root: of(accountId), users: users.map((user): User & Credentials => ({ ...user, ...of(user.id) })) }
}
