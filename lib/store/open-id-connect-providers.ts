import 'server-only'
import type { Tag } from '@/lib/aws/tag'
import type { Db } from './client'
import { refusing } from './errors'
import { tagsOf } from './tags'

/** An OpenID Connect provider that the account trusts; `url` is without its scheme, as the ARN has it. */
export type OpenIdConnectProvider = {
  url: string
  clientIds: readonly string[]
  thumbprints: readonly string[]
  createdAt: Date
}

type Row = { url: string; clientIds: string; thumbprints: string; createdAt: Date }

const columns = { url: true, clientIds: true, thumbprints: true, createdAt: true } as const

const read = (row: Row): OpenIdConnectProvider => ({
  ...row,
  clientIds: JSON.parse(row.clientIds),
  thumbprints: JSON.parse(row.thumbprints),
})

export const openIdConnectProvidersOf = (db: Db, accountId: string) => ({
  /** By its URL, letter for letter: AWS compares it with case. */
  find: async (url: string): Promise<OpenIdConnectProvider | null> => {
    const row = await db.openIdConnectProvider.findUnique({
      where: { accountId_url: { accountId, url } },
      select: columns,
    })
    return row && read(row)
  },

  create: async (provider: OpenIdConnectProvider & { tags: readonly Tag[] }): Promise<void> => {
    const { tags, url, createdAt } = provider
    const [clientIds, thumbprints] = [JSON.stringify(provider.clientIds), JSON.stringify(provider.thumbprints)]
    await refusing(
      `provider ${url}`,
      db.openIdConnectProvider.create({ data: { accountId, url, createdAt, clientIds, thumbprints } }),
    )
    await tagsOf(db, accountId).put('oidc-provider', url, tags)
  },

  setClientIds: async (url: string, clientIds: readonly string[]): Promise<void> => {
    await db.openIdConnectProvider.updateMany({
      where: { accountId, url },
      data: { clientIds: JSON.stringify(clientIds) },
    })
  },

  setThumbprints: async (url: string, thumbprints: readonly string[]): Promise<void> => {
    await db.openIdConnectProvider.updateMany({
      where: { accountId, url },
      data: { thumbprints: JSON.stringify(thumbprints) },
    })
  },

  /** Deletes the provider with its tags; one that is not there is no error. */
  delete: async (url: string): Promise<void> => {
    await db.tag.deleteMany({ where: { accountId, resourceType: 'oidc-provider', resourceId: url } })
    await db.openIdConnectProvider.deleteMany({ where: { accountId, url } })
  },

  /** All of them by URL: the quota keeps the list short. */
  list: async (): Promise<OpenIdConnectProvider[]> => {
    const rows = await db.openIdConnectProvider.findMany({
      where: { accountId },
      orderBy: { url: 'asc' },
      select: columns,
    })
    return rows.map(read)
  },

  count: (): Promise<number> => db.openIdConnectProvider.count({ where: { accountId } }),
})
