import 'server-only'
import type { Tag } from '@/lib/aws/tag'
import type { Db } from './client'
import { refusing } from './errors'
import { newId } from './ids'
import { nameKey, type Page, pageOf, startingWith } from './rows'
import { tagsOf } from './tags'
import { usersPage } from './users-page'

export type User = {
  id: string
  name: string
  path: string
  createdAt: Date
  boundaryArn: string | null
  passwordLastUsedAt: Date | null
  lastActivityAt: Date | null
}

export type NewUser = {
  name: string
  path: string
  createdAt: Date
  boundaryArn?: string | null
  tags?: readonly Tag[]
}

export const userColumns = {
  id: true,
  name: true,
  path: true,
  createdAt: true,
  boundaryArn: true,
  passwordLastUsedAt: true,
  lastActivityAt: true,
} as const

export const usersOf = (db: Db, accountId: string) => ({
  /** By name, without regard to case. */
  find: (name: string): Promise<User | null> =>
    db.user.findUnique({ where: { accountId_nameKey: { accountId, nameKey: nameKey(name) } }, select: userColumns }),

  findById: (id: string): Promise<User | null> =>
    db.user.findUnique({ where: { accountId_id: { accountId, id } }, select: userColumns }),

  create: async (user: NewUser): Promise<User> => {
    const { tags = [], ...rest } = user
    const data = { ...rest, id: newId('AIDA'), accountId, nameKey: nameKey(user.name) }
    const created = await refusing(`user ${user.name}`, db.user.create({ data, select: userColumns }))
    await tagsOf(db, accountId).put('user', created.id, tags)
    return created
  },

  /** Renames, moves, or both. */
  update: (id: string, change: { name?: string; path?: string }): Promise<User> =>
    refusing(
      `user ${change.name}`,
      db.user.update({
        where: { accountId_id: { accountId, id } },
        data: { ...change, ...(change.name === undefined ? {} : { nameKey: nameKey(change.name) }) },
        select: userColumns,
      }),
    ),

  setBoundary: async (id: string, boundaryArn: string | null): Promise<void> => {
    await db.user.update({ where: { accountId_id: { accountId, id } }, data: { boundaryArn } })
  },

  recordSignIn: async (id: string, at: Date): Promise<void> => {
    await db.user.updateMany({ where: { accountId, id }, data: { passwordLastUsedAt: at, lastActivityAt: at } })
  },

  /** Deletes the user and all that hangs on it. What must be gone before is for the operation to say. */
  delete: async (id: string): Promise<void> => {
    const ofUser = { accountId, userId: id }
    const ofEntity = { accountId, entityType: 'user', entityId: id }
    await db.accessKey.deleteMany({ where: ofUser })
    await db.signingCertificate.deleteMany({ where: ofUser })
    await db.mfaDevice.updateMany({ where: ofUser, data: { userId: null, enabledAt: null } })
    await db.session.deleteMany({ where: ofUser })
    await db.attachment.deleteMany({ where: ofEntity })
    await db.inlinePolicy.deleteMany({ where: ofEntity })
    await db.tag.deleteMany({ where: { accountId, resourceType: 'user', resourceId: id } })
    await db.user.deleteMany({ where: { accountId, id } })
  },

  /** By name; `after` is the `next` of the page before. */
  list: async (query: { pathPrefix?: string; after?: string; limit: number }): Promise<Page<User>> => {
    const rows = await db.user.findMany({
      where: { accountId, nameKey: { gt: query.after }, path: startingWith(query.pathPrefix) },
      orderBy: { nameKey: 'asc' },
      take: query.limit + 1,
      select: userColumns,
    })
    return pageOf(rows, query.limit, (user) => nameKey(user.name))
  },

  count: (): Promise<number> => db.user.count({ where: { accountId } }),

  /** One screen of the console's table. */
  page: usersPage(db, accountId),
})
