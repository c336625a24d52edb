import 'server-only'
import { randomInt } from 'node:crypto'
import type { Tag } from '@/lib/aws/tag'
import type { Db } from './client'
import { refusing } from './errors'
import { tagsOf } from './tags'

/** A key that decrypts assertions; it never leaves the store unsealed. */
export type SamlPrivateKey = { id: string; addedAt: Date; keySealed: string }

/** A SAML provider without its metadata document, which may be long. */
export type SamlProvider = {
  id: string
  name: string
  createdAt: Date
  validUntil: Date | null
  encryptionMode: string | null
  privateKeys: readonly SamlPrivateKey[]
}

type Row = Omit<SamlProvider, 'privateKeys'> & { privateKeys: string }

const columns = {
  id: true,
  name: true,
  createdAt: true,
  validUntil: true,
  encryptionMode: true,
  privateKeys: true,
} as const

type StoredKey = { id: string; timestamp: string; keySealed: string }

const read = (row: Row): SamlProvider => ({
  ...row,
  privateKeys: (JSON.parse(row.privateKeys) as StoredKey[]).map(({ timestamp, ...key }) => ({
    ...key,
    addedAt: new Date(timestamp),
  })),
})

const written = (keys: readonly SamlPrivateKey[]) =>
  JSON.stringify(keys.map(({ addedAt, ...key }): StoredKey => ({ ...key, timestamp: addedAt.toISOString() })))

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** AWS: SAMLProviderUUID and the IDs of keys have the shape privateKeyIdType, `[A-Z0-9]{22,64}` (API model). */
export const newSamlId = (): string => Array.from({ length: 26 }, () => letters.charAt(randomInt(36))).join('')

export const samlProvidersOf = (db: Db, accountId: string) => ({
  find: async (name: string): Promise<SamlProvider | null> => {
    const row = await db.samlProvider.findUnique({
      where: { accountId_name: { accountId, name } },
      select: columns,
    })
    return row && read(row)
  },

  /** The document as it was given. */
  metadata: async (id: string): Promise<string> => {
    const where = { accountId_id: { accountId, id } }
    const row = await db.samlProvider.findUniqueOrThrow({ where, select: { metadata: true } })
    return row.metadata
  },

  create: async (provider: Omit<SamlProvider, 'id'> & { metadata: string; tags: readonly Tag[] }): Promise<void> => {
    const { tags, ...rest } = provider
    const id = newSamlId()
    const data = { ...rest, accountId, id, privateKeys: written(rest.privateKeys) }
    await refusing(`provider ${provider.name}`, db.samlProvider.create({ data }))
    await tagsOf(db, accountId).put('saml-provider', id, tags)
  },

  update: async (
    id: string,
    changes: Partial<Pick<SamlProvider, 'validUntil' | 'encryptionMode' | 'privateKeys'>> & { metadata?: string },
  ): Promise<void> => {
    const { privateKeys, ...rest } = changes
    const data = { ...rest, ...(privateKeys && { privateKeys: written(privateKeys) }) }
    await db.samlProvider.updateMany({ where: { accountId, id }, data })
  },

  /** Deletes the provider with its tags. */
  delete: async (id: string): Promise<void> => {
    await db.tag.deleteMany({ where: { accountId, resourceType: 'saml-provider', resourceId: id } })
    await db.samlProvider.deleteMany({ where: { accountId, id } })
  },

  /** All of them by name: the quota keeps the list short. */
  list: async (): Promise<SamlProvider[]> => {
    const rows = await db.samlProvider.findMany({ where: { accountId }, orderBy: { name: 'asc' }, select: columns })
    return rows.map(read)
  },

  count: (): Promise<number> => db.samlProvider.count({ where: { accountId } }),
})
