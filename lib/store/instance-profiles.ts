import 'server-only'
import type { Db } from './client'
import { refusing } from './errors'
import { newId } from './ids'
import { type Role, type RoleRow, readRole } from './roles'
import { groupedBy, nameKey, type Page, pageOf, startingWith } from './rows'

/** AWS: a profile holds at most one role. */
export type InstanceProfile = { id: string; name: string; path: string; createdAt: Date; role: Role | null }

export type NewInstanceProfile = Pick<InstanceProfile, 'name' | 'path' | 'createdAt'>

const columns = {
  id: true,
  name: true,
  path: true,
  createdAt: true,
  role: { omit: { accountId: true, nameKey: true } },
} as const

const readProfile = (row: Omit<InstanceProfile, 'role'> & { role: RoleRow | null }): InstanceProfile => ({
  ...row,
  role: row.role && readRole(row.role),
})

type Query = { pathPrefix?: string; roleId?: string; after?: string; limit: number }

export const instanceProfilesOf = (db: Db, accountId: string) => ({
  /** By name, without regard to case. */
  find: async (name: string): Promise<InstanceProfile | null> => {
    const where = { accountId_nameKey: { accountId, nameKey: nameKey(name) } }
    const row = await db.instanceProfile.findUnique({ where, select: columns })
    return row && readProfile(row)
  },

  create: async (profile: NewInstanceProfile): Promise<InstanceProfile> => {
    const data = { ...profile, id: newId('AIPA'), accountId, nameKey: nameKey(profile.name) }
    const create = db.instanceProfile.create({ data, select: columns })
    return readProfile(await refusing(`instance profile ${profile.name}`, create))
  },

  /** Puts a role into the profile, or takes it out. */
  setRole: async (id: string, roleId: string | null): Promise<void> => {
    await refusing(
      `role ${roleId}`,
      db.instanceProfile.update({ where: { accountId_id: { accountId, id } }, data: { roleId }, select: { id: true } }),
    )
  },

  /** Deletes the profile with its tags. */
  delete: async (id: string): Promise<void> => {
    await db.tag.deleteMany({ where: { accountId, resourceType: 'instance-profile', resourceId: id } })
    await db.instanceProfile.deleteMany({ where: { accountId, id } })
  },

  /** By name, all or those of one role; `after` is the `next` of the page before. */
  list: async ({ pathPrefix, roleId, after, limit }: Query): Promise<Page<InstanceProfile>> => {
    const rows = await db.instanceProfile.findMany({
      where: { accountId, roleId, nameKey: { gt: after }, path: startingWith(pathPrefix) },
      orderBy: { nameKey: 'asc' },
      take: limit + 1,
      select: columns,
    })
    return pageOf(rows.map(readProfile), limit, (profile) => nameKey(profile.name))
  },

  /** The profiles of many roles at once, by role ID; roles without profiles are not in it. */
  listForRoles: async (roleIds: string[]): Promise<Map<string, InstanceProfile[]>> => {
    const rows = await db.instanceProfile.findMany({
      where: { accountId, roleId: { in: roleIds } },
      orderBy: { nameKey: 'asc' },
      select: columns,
    })
    return groupedBy(rows.map(readProfile), (profile) => profile.role?.id ?? '')
  },

  count: (): Promise<number> => db.instanceProfile.count({ where: { accountId } }),

  countOfRole: (roleId: string): Promise<number> => db.instanceProfile.count({ where: { accountId, roleId } }),
})
