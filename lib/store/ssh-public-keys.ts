import 'server-only'
import type { Db } from './client'
import { type CredentialStatus, credentialStatus } from './credential-status'
import { refusing } from './errors'
import { newId } from './ids'

export type SshPublicKey = {
  id: string
  userId: string
  /** MD5 with colons. */
  fingerprint: string
  /** As it was uploaded: OpenSSH or PEM. */
  body: string
  status: CredentialStatus
  uploadedAt: Date
}

const hidden = { accountId: true } as const

const readKey = (row: Omit<SshPublicKey, 'status'> & { status: string }): SshPublicKey => ({
  ...row,
  status: credentialStatus(row.status),
})

export const sshPublicKeysOf = (db: Db, accountId: string) => ({
  find: async (id: string): Promise<SshPublicKey | null> => {
    const row = await db.sshPublicKey.findUnique({ where: { accountId_id: { accountId, id } }, omit: hidden })
    return row && readKey(row)
  },

  /** Oldest first. */
  list: async (userId: string): Promise<SshPublicKey[]> => {
    const orderBy = [{ uploadedAt: 'asc' }, { id: 'asc' }] as const
    const rows = await db.sshPublicKey.findMany({ where: { accountId, userId }, orderBy: [...orderBy], omit: hidden })
    return rows.map(readKey)
  },

  count: (userId: string): Promise<number> => db.sshPublicKey.count({ where: { accountId, userId } }),

  create: async (key: Pick<SshPublicKey, 'userId' | 'fingerprint' | 'body' | 'uploadedAt'>): Promise<SshPublicKey> => {
    const data = { ...key, accountId, id: newId('APKA'), status: 'Active' }
    return readKey(await refusing(`SSH key ${data.id}`, db.sshPublicKey.create({ data, omit: hidden })))
  },

  setStatus: async (id: string, status: CredentialStatus): Promise<void> => {
    await db.sshPublicKey.updateMany({ where: { accountId, id }, data: { status } })
  },

  delete: async (id: string): Promise<void> => {
    await db.sshPublicKey.deleteMany({ where: { accountId, id } })
  },
})
