import 'server-only'
import type { Db } from './client'
import { type CredentialStatus, credentialStatus } from './credential-status'
import { refusing } from './errors'

export type AccessKeyStatus = CredentialStatus

export type AccessKey = {
  id: string
  /** The user's ID; for root's keys the account's. */
  userId: string
  status: AccessKeyStatus
  createdAt: Date
  lastUsedAt: Date | null
  lastUsedService: string | null
  lastUsedRegion: string | null
}

const columns = {
  id: true,
  userId: true,
  status: true,
  createdAt: true,
  lastUsedAt: true,
  lastUsedService: true,
  lastUsedRegion: true,
} as const

const readKey = (row: Omit<AccessKey, 'status'> & { status: string }): AccessKey => ({
  ...row,
  status: credentialStatus(row.status),
})

export const accessKeysOf = (db: Db, accountId: string) => ({
  find: async (id: string): Promise<AccessKey | null> => {
    const row = await db.accessKey.findFirst({ where: { id, accountId }, select: columns })
    return row && readKey(row)
  },

  /** Oldest first. */
  list: async (userId: string): Promise<AccessKey[]> => {
    const rows = await db.accessKey.findMany({
      where: { accountId, userId },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: columns,
    })
    return rows.map(readKey)
  },

  count: (userId: string): Promise<number> => db.accessKey.count({ where: { accountId, userId } }),

  create: async (key: { id: string; userId: string; secretSealed: string; createdAt: Date }): Promise<AccessKey> =>
    readKey(
      await refusing(
        `access key ${key.id}`,
        db.accessKey.create({ data: { ...key, accountId, status: 'Active' }, select: columns }),
      ),
    ),

  setStatus: async (id: string, status: AccessKeyStatus): Promise<void> => {
    await db.accessKey.updateMany({ where: { id, accountId }, data: { status } })
  },

  delete: async (id: string): Promise<void> => {
    await db.accessKey.deleteMany({ where: { id, accountId } })
  },

  /** Notes a use, and the activity of the key's user. Says nothing about permissions, so it needs no revision. */
  recordUse: async (id: string, use: { at: Date; service: string; region: string }): Promise<void> => {
    const { at, service, region } = use
    await db.$executeRaw`
      UPDATE "AccessKey" SET "lastUsedAt" = ${at}, "lastUsedService" = ${service}, "lastUsedRegion" = ${region}
      WHERE "id" = ${id} AND "accountId" = ${accountId}`
    await db.$executeRaw`
      UPDATE "User" SET "lastActivityAt" = ${at} WHERE "accountId" = ${accountId} AND "id" =
        (SELECT k."userId" FROM "AccessKey" k WHERE k."id" = ${id} AND k."accountId" = ${accountId})`
  },
})
