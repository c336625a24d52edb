import 'server-only'
import type { Db } from './client'
import { type CredentialStatus, credentialStatus } from './credential-status'
import { refusing } from './errors'

export type SigningCertificate = {
  /** Made of the certificate itself: an account cannot have the same one twice. */
  id: string
  /** The user's ID; for root's certificates the account's. */
  userId: string
  body: string
  status: CredentialStatus
  uploadedAt: Date
}

const hidden = { accountId: true } as const

const readCertificate = (row: Omit<SigningCertificate, 'status'> & { status: string }): SigningCertificate => ({
  ...row,
  status: credentialStatus(row.status),
})

export const signingCertificatesOf = (db: Db, accountId: string) => ({
  find: async (id: string): Promise<SigningCertificate | null> => {
    const row = await db.signingCertificate.findUnique({ where: { accountId_id: { accountId, id } }, omit: hidden })
    return row && readCertificate(row)
  },

  /** Oldest first. */
  list: async (userId: string): Promise<SigningCertificate[]> => {
    const rows = await db.signingCertificate.findMany({
      where: { accountId, userId },
      orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
      omit: hidden,
    })
    return rows.map(readCertificate)
  },

  count: (userId: string): Promise<number> => db.signingCertificate.count({ where: { accountId, userId } }),

  create: async (certificate: Omit<SigningCertificate, 'status'>): Promise<SigningCertificate> => {
    const data = { ...certificate, accountId, status: 'Active' }
    const row = await refusing(`certificate ${data.id}`, db.signingCertificate.create({ data, omit: hidden }))
    return readCertificate(row)
  },

  setStatus: async (id: string, status: CredentialStatus): Promise<void> => {
    await db.signingCertificate.updateMany({ where: { accountId, id }, data: { status } })
  },

  delete: async (id: string): Promise<void> => {
    await db.signingCertificate.deleteMany({ where: { accountId, id } })
  },
})
