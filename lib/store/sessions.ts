import 'server-only'
import type { Db } from './client'
import { newSessionId } from './ids'

export type Session = {
  id: string
  principalType: 'root' | 'user'
  /** The user's ID; for root the account's. */
  userId: string
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
  mfaAt: Date | null
  sourceIp: string
  userAgent: string
}

export type NewSession = Omit<Session, 'id' | 'revokedAt' | 'mfaAt'> & { mfaAt?: Date | null }

export const sessionsOf = (db: Db, accountId: string) => ({
  /** Gives the new session's ID. */
  create: async (session: NewSession): Promise<string> => {
    const id = newSessionId()
    await db.session.create({ data: { ...session, id, accountId }, select: { id: true } })
    return id
  },

  revoke: async (id: string, at: Date): Promise<void> => {
    await db.session.updateMany({ where: { id, accountId, revokedAt: null }, data: { revokedAt: at } })
  },

  /** Ends all sessions of a user (or of root, by the account's ID), save perhaps the one that asks for it. */
  revokeAllOf: async (userId: string, at: Date, except?: string): Promise<void> => {
    await db.session.updateMany({
      where: { accountId, userId, revokedAt: null, id: { not: except } },
      data: { revokedAt: at },
    })
  },
})
