import 'server-only'
import type { Db } from './client'

/** `subject` and `content` are JSON or CSV: their writers know them. */
export type Report = { id: string; kind: ReportKind; requestedAt: Date; subject: string; content: string }

export type ReportKind = 'credentials' | 'last-accessed'

const columns = { id: true, kind: true, requestedAt: true, subject: true, content: true } as const

export const reportsOf = (db: Db, accountId: string) => ({
  find: async (kind: ReportKind, id: string): Promise<Report | null> => {
    const row = await db.report.findUnique({ where: { accountId_id: { accountId, id }, kind }, select: columns })
    return row && { ...row, kind }
  },

  /** Keeps a report in the place of an older one with its ID. */
  put: async ({ id, ...report }: Report): Promise<void> => {
    await db.report.upsert({
      where: { accountId_id: { accountId, id } },
      create: { accountId, id, ...report },
      update: report,
    })
  },

  /** Forgets reports that were asked for before a time. */
  deleteOld: async (kind: ReportKind, before: Date): Promise<void> => {
    await db.report.deleteMany({ where: { accountId, kind, requestedAt: { lt: before } } })
  },
})
