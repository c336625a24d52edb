import 'server-only'
import type { Tag } from '@/lib/aws/tag'
import type { Db } from './client'

export type TaggedType = 'user' | 'role' | 'policy'

// AWS: the tag keys of users and roles are equal without regard to case, those of other resources are not.
const matchKey = (resourceType: TaggedType, key: string) => (resourceType === 'policy' ? key : key.toLowerCase())

const readTag = (row: { key: string; value: string }): Tag => ({ Key: row.key, Value: row.value })

export const tagsOf = (db: Db, accountId: string) => ({
  /** In the order in which the keys came. */
  list: async (resourceType: TaggedType, resourceId: string): Promise<Tag[]> => {
    const rows = await db.tag.findMany({
      where: { accountId, resourceType, resourceId },
      orderBy: { position: 'asc' },
      select: { key: true, value: true },
    })
    return rows.map(readTag)
  },

  /** The same for many resources at once, by resource ID; resources without tags are not in it. */
  listForMany: async (resourceType: TaggedType, resourceIds: string[]): Promise<Map<string, Tag[]>> => {
    const rows = await db.tag.findMany({
      where: { accountId, resourceType, resourceId: { in: resourceIds } },
      orderBy: { position: 'asc' },
      select: { resourceId: true, key: true, value: true },
    })
    const tags = new Map<string, Tag[]>()
    for (const row of rows) tags.set(row.resourceId, [...(tags.get(row.resourceId) ?? []), readTag(row)])
    return tags
  },

  /** Adds tags; a key that exists keeps its place and takes the new value and spelling. */
  put: async (resourceType: TaggedType, resourceId: string, tags: readonly Tag[]): Promise<void> => {
    if (tags.length === 0) return
    const newest = await db.tag.aggregate({ where: { accountId, resourceType, resourceId }, _max: { position: true } })
    let position = newest._max.position ?? 0
    for (const { Key: key, Value: value } of tags) {
      position += 1
      const id = { accountId, resourceType, resourceId, matchKey: matchKey(resourceType, key) }
      await db.tag.upsert({
        where: { accountId_resourceType_resourceId_matchKey: id },
        create: { ...id, key, value, position },
        update: { key, value },
      })
    }
  },

  /** Keys that do not exist are no error. */
  remove: async (resourceType: TaggedType, resourceId: string, keys: readonly string[]): Promise<void> => {
    const matchKeys = keys.map((key) => matchKey(resourceType, key))
    await db.tag.deleteMany({ where: { accountId, resourceType, resourceId, matchKey: { in: matchKeys } } })
  },
})
