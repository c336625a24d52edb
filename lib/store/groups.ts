import 'server-only'
import type { Db } from './client'
import { refusing } from './errors'
import { groupsPage } from './groups-page'
import { newId } from './ids'
import { nameKey, type Page, pageOf, startingWith } from './rows'
import { type User, userColumns } from './users'

export type Group = { id: string; name: string; path: string; createdAt: Date }

const columns = { id: true, name: true, path: true, createdAt: true } as const

export const groupsOf = (db: Db, accountId: string) => ({
  /** By name, without regard to case. */
  find: (name: string): Promise<Group | null> =>
    db.group.findUnique({ where: { accountId_nameKey: { accountId, nameKey: nameKey(name) } }, select: columns }),

  findById: (id: string): Promise<Group | null> =>
    db.group.findUnique({ where: { accountId_id: { accountId, id } }, select: columns }),

  create: (group: Omit<Group, 'id'>): Promise<Group> =>
    refusing(
      `group ${group.name}`,
      db.group.create({
        data: { ...group, id: newId('AGPA'), accountId, nameKey: nameKey(group.name) },
        select: columns,
      }),
    ),

  /** Renames, moves, or both. */
  update: (id: string, change: { name?: string; path?: string }): Promise<Group> =>
    refusing(
      `group ${change.name}`,
      db.group.update({
        where: { accountId_id: { accountId, id } },
        data: { ...change, ...(change.name === undefined ? {} : { nameKey: nameKey(change.name) }) },
        select: columns,
      }),
    ),

  /** Deletes the group with its memberships, attachments and inline policies. */
  delete: async (id: string): Promise<void> => {
    const ofEntity = { accountId, entityType: 'group', entityId: id }
    await db.attachment.deleteMany({ where: ofEntity })
    await db.inlinePolicy.deleteMany({ where: ofEntity })
    await db.group.deleteMany({ where: { accountId, id } })
  },

  /** By name; `after` is the `next` of the page before. */
  list: async (query: { pathPrefix?: string; after?: string; limit: number }): Promise<Page<Group>> => {
    const rows = await db.group.findMany({
      where: { accountId, nameKey: { gt: query.after }, path: startingWith(query.pathPrefix) },
      orderBy: { nameKey: 'asc' },
      take: query.limit + 1,
      select: columns,
    })
    return pageOf(rows, query.limit, (group) => nameKey(group.name))
  },

  count: (): Promise<number> => db.group.count({ where: { accountId } }),

  /** One screen of the console's table. */
  page: groupsPage(db, accountId),

  /** The group's users by name; `after` is the `next` of the page before. */
  members: async (groupId: string, query: { after?: string; limit: number }): Promise<Page<User>> => {
    const rows = await db.user.findMany({
      where: { accountId, nameKey: { gt: query.after }, memberships: { some: { accountId, groupId } } },
      orderBy: { nameKey: 'asc' },
      take: query.limit + 1,
      select: userColumns,
    })
    return pageOf(rows, query.limit, (user) => nameKey(user.name))
  },

  /** The user's groups by name, with the time at which the user came in. */
  ofUser: async (userId: string): Promise<(Group & { joinedAt: Date })[]> => {
    const rows = await db.membership.findMany({
      where: { accountId, userId },
      orderBy: { group: { nameKey: 'asc' } },
      select: { createdAt: true, group: { select: columns } },
    })
    return rows.map(({ group, createdAt }) => ({ ...group, joinedAt: createdAt }))
  },

  /** Adding a member twice changes nothing. */
  addMember: async (groupId: string, userId: string, at: Date): Promise<void> => {
    await refusing(
      'membership',
      db.membership.upsert({
        where: { accountId_groupId_userId: { accountId, groupId, userId } },
        create: { accountId, groupId, userId, createdAt: at },
        update: {},
      }),
    )
  },

  /** Says whether the user was a member. */
  removeMember: async (groupId: string, userId: string): Promise<boolean> => {
    const { count } = await db.membership.deleteMany({ where: { accountId, groupId, userId } })
    return count > 0
  },

  countMembers: (groupId: string): Promise<number> => db.membership.count({ where: { accountId, groupId } }),

  countOfUser: (userId: string): Promise<number> => db.membership.count({ where: { accountId, userId } }),
})
