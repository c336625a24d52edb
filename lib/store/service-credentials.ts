import 'server-only'
import type { Db } from './client'
import { type CredentialStatus, credentialStatus } from './credential-status'
import { refusing } from './errors'
import { newId } from './ids'
import { type Page, pageOf } from './rows'

/** What a user signs in with to a single service. The secret is not here: it left after it was made. */
export type ServiceCredential = {
  id: string
  userId: string
  userName: string
  serviceName: string
  /** Empty where the service has keys instead of passwords; such a credential has an alias. */
  serviceUserName: string
  credentialAlias: string | null
  status: CredentialStatus
  createdAt: Date
  expiresAt: Date | null
}

export type NewServiceCredential = Omit<ServiceCredential, 'id' | 'userName' | 'status'> & { secretHash: string }

const shown = { omit: { accountId: true, secretHash: true }, include: { user: { select: { name: true } } } } as const

type Row = Omit<ServiceCredential, 'status' | 'userName'> & { status: string; user: { name: string } }

const readCredential = ({ user, ...row }: Row): ServiceCredential => ({
  ...row,
  userName: user.name,
  status: credentialStatus(row.status),
})

export const serviceCredentialsOf = (db: Db, accountId: string) => ({
  find: async (id: string): Promise<ServiceCredential | null> => {
    const row = await db.serviceSpecificCredential.findUnique({ where: { accountId_id: { accountId, id } }, ...shown })
    return row && readCredential(row)
  },

  /** Those of one user, oldest first. */
  list: async (userId: string, serviceName?: string): Promise<ServiceCredential[]> => {
    const rows = await db.serviceSpecificCredential.findMany({
      where: { accountId, userId, serviceName },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      ...shown,
    })
    return rows.map(readCredential)
  },

  /** Those of all users, by ID; `after` is the `next` of the page before. */
  listOfAll: async (query: {
    serviceName?: string
    after?: string
    limit: number
  }): Promise<Page<ServiceCredential>> => {
    const rows = await db.serviceSpecificCredential.findMany({
      where: { accountId, serviceName: query.serviceName, id: { gt: query.after } },
      orderBy: { id: 'asc' },
      take: query.limit + 1,
      ...shown,
    })
    return pageOf(rows.map(readCredential), query.limit, ({ id }) => id)
  },

  count: (userId: string): Promise<number> => db.serviceSpecificCredential.count({ where: { accountId, userId } }),

  /** Whether a credential of the service, whoever has it, is signed in with by this user name or alias. */
  isNameTaken: async (serviceName: string, name: string): Promise<boolean> => {
    const named = { OR: [{ serviceUserName: name }, { credentialAlias: name }] }
    return (await db.serviceSpecificCredential.count({ where: { accountId, serviceName, ...named } })) > 0
  },

  create: async (credential: NewServiceCredential): Promise<ServiceCredential> => {
    const data = { ...credential, accountId, id: newId('ACCA'), status: 'Active' }
    const row = await refusing(`credential ${data.id}`, db.serviceSpecificCredential.create({ data, ...shown }))
    return readCredential(row)
  },

  setStatus: async (id: string, status: CredentialStatus): Promise<void> => {
    await db.serviceSpecificCredential.updateMany({ where: { accountId, id }, data: { status } })
  },

  setSecret: async (id: string, secretHash: string): Promise<void> => {
    await db.serviceSpecificCredential.updateMany({ where: { accountId, id }, data: { secretHash } })
  },

  delete: async (id: string): Promise<void> => {
    await db.serviceSpecificCredential.deleteMany({ where: { accountId, id } })
  },
})
