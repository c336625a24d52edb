import 'server-only'
import type { Tag } from '@/lib/aws/tag'
import type { Db } from './client'
import { refusing } from './errors'
import { newId } from './ids'
import { nameKey, type Page, pageOf, startingWith } from './rows'
import { tagsOf } from './tags'

/** The IDs behind the ARNs of users, roles and sessions that a trust policy names, as they were when it was saved. */
export type TrustedIds = Readonly<Record<string, string>>

/** The role template that a role was made from, with the values that filled it. */
export type SourceTemplate = {
  templateArn: string
  minorVersion: number
  values: Readonly<Record<string, readonly string[]>>
}

export type Role = {
  id: string
  name: string
  path: string
  createdAt: Date
  description: string | null
  maxSessionDuration: number
  trustPolicy: string
  trustedIds: TrustedIds
  boundaryArn: string | null
  lastUsedAt: Date | null
  lastUsedRegion: string | null
  sourceTemplate: SourceTemplate | null
}

export type NewRole = Pick<Role, 'name' | 'path' | 'createdAt' | 'trustPolicy'> &
  Partial<Pick<Role, 'trustedIds' | 'description' | 'maxSessionDuration' | 'boundaryArn' | 'sourceTemplate'>> & {
    tags?: readonly Tag[]
  }

export type RoleChange = Partial<
  Pick<Role, 'description' | 'maxSessionDuration' | 'trustPolicy' | 'trustedIds' | 'boundaryArn'>
>

const hidden = { accountId: true, nameKey: true } as const

/** A row as the database keeps it, without what stays in the store. */
export type RoleRow = Omit<Role, 'trustedIds' | 'sourceTemplate'> & {
  trustedIds: string
  sourceTemplate: string | null
}

export const readRole = (row: RoleRow): Role => ({
  ...row,
  trustedIds: JSON.parse(row.trustedIds) as TrustedIds,
  sourceTemplate: row.sourceTemplate === null ? null : (JSON.parse(row.sourceTemplate) as SourceTemplate),
})

type Structured = { trustedIds?: TrustedIds; sourceTemplate?: SourceTemplate | null }

const written = <T extends Structured>({ trustedIds, sourceTemplate, ...rest }: T) => ({
  ...rest,
  ...(trustedIds && { trustedIds: JSON.stringify(trustedIds) }),
  ...(sourceTemplate && { sourceTemplate: JSON.stringify(sourceTemplate) }),
})

export const rolesOf = (db: Db, accountId: string) => ({
  /** By name, without regard to case. */
  find: async (name: string): Promise<Role | null> => {
    const where = { accountId_nameKey: { accountId, nameKey: nameKey(name) } }
    const row = await db.role.findUnique({ where, omit: hidden })
    return row && readRole(row)
  },

  findById: async (id: string): Promise<Role | null> => {
    const row = await db.role.findUnique({ where: { accountId_id: { accountId, id } }, omit: hidden })
    return row && readRole(row)
  },

  create: async ({ tags = [], ...role }: NewRole): Promise<Role> => {
    const data = {
      ...written(role),
      maxSessionDuration: role.maxSessionDuration ?? 3600,
      id: newId('AROA'),
      accountId,
      nameKey: nameKey(role.name),
    }
    const created = await refusing(`role ${role.name}`, db.role.create({ data, omit: hidden }))
    await tagsOf(db, accountId).put('role', created.id, tags)
    return readRole(created)
  },

  update: async (id: string, change: RoleChange): Promise<Role> => {
    const where = { accountId_id: { accountId, id } }
    return readRole(await db.role.update({ where, data: written(change), omit: hidden }))
  },

  /** A session of the role was used. */
  recordUse: async (id: string, use: { at: Date; region: string }): Promise<void> => {
    await db.role.updateMany({ where: { accountId, id }, data: { lastUsedAt: use.at, lastUsedRegion: use.region } })
  },

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
    return pageOf(rows.map(readRole), query.limit, (role) => nameKey(role.name))
  },

  count: (): Promise<number> => db.role.count({ where: { accountId } }),
})
