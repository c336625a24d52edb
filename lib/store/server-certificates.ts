import 'server-only'
import type { Tag } from '@/lib/aws/tag'
import type { Db } from './client'
import { refusing } from './errors'
import { newId } from './ids'
import { nameKey, type Page, pageOf, startingWith } from './rows'
import { tagsOf } from './tags'

/** A certificate for TLS. Its private key is kept sealed and not among what is read. */
export type ServerCertificate = {
  id: string
  name: string
  path: string
  body: string
  chain: string | null
  uploadedAt: Date
  expiresAt: Date
}

export type NewServerCertificate = Omit<ServerCertificate, 'id'> & { privateKeySealed: string; tags?: readonly Tag[] }

const hidden = { accountId: true, nameKey: true, privateKeySealed: true } as const
const inList = { ...hidden, body: true, chain: true } as const

export const serverCertificatesOf = (db: Db, accountId: string) => ({
  /** By name, without regard to case. */
  find: (name: string): Promise<ServerCertificate | null> =>
    db.serverCertificate.findUnique({
      where: { accountId_nameKey: { accountId, nameKey: nameKey(name) } },
      omit: hidden,
    }),

  create: async (certificate: NewServerCertificate): Promise<ServerCertificate> => {
    const { tags = [], ...rest } = certificate
    const data = { ...rest, accountId, id: newId('ASCA'), nameKey: nameKey(certificate.name) }
    const created = await refusing(
      `server certificate ${certificate.name}`,
      db.serverCertificate.create({ data, omit: hidden }),
    )
    await tagsOf(db, accountId).put('server-certificate', created.id, tags)
    return created
  },

  /** Renames, moves, or both. */
  update: async (id: string, { name, path }: { name: string; path: string }): Promise<void> => {
    const data = { name, path, nameKey: nameKey(name) }
    const where = { accountId_id: { accountId, id } }
    await refusing(`server certificate ${name}`, db.serverCertificate.update({ where, data, select: { id: true } }))
  },

  delete: async (id: string): Promise<void> => {
    await db.tag.deleteMany({ where: { accountId, resourceType: 'server-certificate', resourceId: id } })
    await db.serverCertificate.deleteMany({ where: { accountId, id } })
  },

  /** By name and without their texts; `after` is the `next` of the page before. */
  list: async (query: {
    pathPrefix?: string
    after?: string
    limit: number
  }): Promise<Page<Omit<ServerCertificate, 'body' | 'chain'>>> => {
    const rows = await db.serverCertificate.findMany({
      where: { accountId, nameKey: { gt: query.after }, path: startingWith(query.pathPrefix) },
      orderBy: { nameKey: 'asc' },
      take: query.limit + 1,
      omit: inList,
    })
    return pageOf(rows, query.limit, ({ name }) => nameKey(name))
  },

  count: (): Promise<number> => db.serverCertificate.count({ where: { accountId } }),
})
