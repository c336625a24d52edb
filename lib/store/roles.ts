import 'server-only'
import type { Db } from './client'
import { refusing } from './errors'
import { newId } from './ids'
import { nameKey, type Page, pageOf, startingWith } from './rows'

export type Role = {
  id: string
  name: string
  path: string
  createdAt: Date
  description: string | null
  maxSessionDuration: number
  trustPolicy: string
  boundaryArn: string | null
  lastUsedAt: Date | null
  lastUsedRegion: string | null
}

export type NewRole = Pick<Role, 'name' | 'path' | 'createdAt' | 'trustPolicy'> &
  Partial<Pick<Role, 'description' | 'maxSessionDuration' | 'boundaryArn'>>

const hidden = { accountId: true, nameKey: true } as const

export const rolesOf = (db: Db, accountId: string) => ({
  /** By name, without regard to case. */
  find: (name: string): Promise<Role | null> =>
    db.role.findUnique({ where: { accountId_nameKey: { accountId, nameKey: nameKey(name) } }, omit: hidden }),

  findById: (id: string): Promise<Role | null> =>
    db.role.findUnique({ where: { accountId_id: { accountId, id } }, omit: hidden }),

  create: (role: NewRole): Promise<Role> =>
    refusing(
      `role ${role.name}`,
      db.role.create({
        data: { maxSessionDuration: 3600, ...role, id: newId('AROA'), accountId, nameKey: nameKey(role.name) },
        omit: hidden,
      }),
    ),

  /** Deletes the role with its attachments, inline policies and tags. */
  delete: async (id: string): Promise<void> => {
    const ofEntity = { accountId, entityType: 'role', entityId: id }
    await db.attachment.deleteMany({ where: ofEntity })
    await db.inlinePolicy.deleteMany({ where: ofEntity })
    await db.tag.deleteMany({ where: { accountId, resourceType: 'role', resourceId: id } })
    await db.role.deleteMany({ where: { accountId, id } })
  },

  /** By name; `after` is the `next` of the page before. */
  list: async (query: { pathPrefix?: string; after?: string; limit: number }): Promise<Page<Role>> => {
    const rows = await db.role.findMany({
      where: { accountId, nameKey: { gt: query.after }, path: startingWith(query.pathPrefix) },
      orderBy: { nameKey: 'asc' },
      take: query.limit + 1,
      omit: hidden,
    })
    return pageOf(rows, query.limit, (role) => nameKey(role.name))
  },

  count: (): Promise<number> => db.role.count({ where: { accountId } }),
})
