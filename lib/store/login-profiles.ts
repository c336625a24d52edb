import 'server-only'
import type { Db } from './client'
import { refusing } from './errors'

export type LoginProfile = { passwordHash: string; createdAt: Date; changedAt: Date; resetRequired: boolean }

const columns = { passwordHash: true, createdAt: true, changedAt: true, resetRequired: true } as const

export const loginProfilesOf = (db: Db, accountId: string) => ({
  find: (userId: string): Promise<LoginProfile | null> =>
    db.loginProfile.findUnique({ where: { accountId_userId: { accountId, userId } }, select: columns }),

  create: (userId: string, profile: Omit<LoginProfile, 'changedAt'>): Promise<LoginProfile> =>
    refusing(
      `login profile ${userId}`,
      db.loginProfile.create({
        data: { ...profile, changedAt: profile.createdAt, accountId, userId },
        select: columns,
      }),
    ),

  /** A new password comes with the time of its change. */
  update: async (
    userId: string,
    change: { resetRequired?: boolean } & ({ passwordHash: string; changedAt: Date } | { passwordHash?: undefined }),
  ): Promise<void> => {
    await db.loginProfile.update({ where: { accountId_userId: { accountId, userId } }, data: change })
  },

  delete: async (userId: string): Promise<void> => {
    await db.loginProfile.deleteMany({ where: { accountId, userId } })
  },

  /** The newest former passwords, newest first. */
  history: async (userId: string, limit: number): Promise<string[]> => {
    const rows = await db.passwordHistory.findMany({
      where: { accountId, userId },
      orderBy: { number: 'desc' },
      take: limit,
      select: { passwordHash: true },
    })
    return rows.map((row) => row.passwordHash)
  },

  /** Adds a password to the history, which keeps the newest 24: no password policy looks further back. */
  remember: async (userId: string, passwordHash: string, at: Date): Promise<void> => {
    const newest = await db.passwordHistory.aggregate({ where: { accountId, userId }, _max: { number: true } })
    const number = (newest._max.number ?? 0) + 1
    await db.passwordHistory.create({ data: { accountId, userId, number, passwordHash, createdAt: at } })
    await db.passwordHistory.deleteMany({ where: { accountId, userId, number: { lte: number - 24 } } })
  },
})
