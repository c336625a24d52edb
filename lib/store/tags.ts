import 'server-only'
import { Prisma } from '@/generated/sqlite/client'
import type { Tag } from '@/lib/aws/tag'
import type { Db } from './client'
import { type RawRow, toNumber, toText } from './rows'

export type TaggedType =
  | 'user'
  | 'role'
  | 'policy'
  | 'instance-profile'
  | 'mfa'
  | 'oidc-provider'
  | 'saml-provider'
  | 'server-certificate'

// AWS: the tag keys of users and roles are equal without regard to case, those of other resources are not.
const matchKey = (resourceType: TaggedType, key: string) =>
  resourceType === 'user' || resourceType === 'role' ? key.toLowerCase() : key

const readTag = (row: RawRow): Tag => ({ Key: toText(row.key), Value: toText(row.value) })

export const tagsOf = (db: Db, accountId: string) => ({
  /** In the order in which the keys came. */
  list: async (resourceType: TaggedType, resourceId: string): Promise<Tag[]> => {
    const rows = await db.$queryRaw<RawRow[]>`
      SELECT "key", "value" FROM "Tag"
      WHERE "accountId" = ${accountId} AND "resourceType" = ${resourceType} AND "resourceId" = ${resourceId}
      ORDER BY "position"`
    return rows.map(readTag)
  },

  /** The same for many resources at once, by resource ID; resources without tags are not in it. */
  listForMany: async (resourceType: TaggedType, resourceIds: string[]): Promise<Map<string, Tag[]>> => {
    if (resourceIds.length === 0) return new Map()
    const rows = await db.$queryRaw<RawRow[]>`
      SELECT "resourceId", "key", "value" FROM "Tag"
      WHERE "accountId" = ${accountId} AND "resourceType" = ${resourceType}
        AND "resourceId" IN (${Prisma.join(resourceIds)})
      ORDER BY "position"`
    const tags = new Map<string, Tag[]>()
    for (const row of rows) {
      const id = toText(row.resourceId)
      tags.set(id, [...(tags.get(id) ?? []), readTag(row)])
    }
    return tags
  },

  /** Adds tags; a key that exists keeps its place and takes the new value and spelling. */
  put: async (resourceType: TaggedType, resourceId: string, tags: readonly Tag[]): Promise<void> => {
    if (tags.length === 0) return
    const [newest] = await db.$queryRaw<RawRow[]>`
      SELECT COALESCE(MAX("position"), 0) AS "position" FROM "Tag"
      WHERE "accountId" = ${accountId} AND "resourceType" = ${resourceType} AND "resourceId" = ${resourceId}`
    let position = toNumber(newest?.position)
    for (const { Key: key, Value: value } of tags) {
      position += 1
      await db.$executeRaw`
        INSERT INTO "Tag" ("accountId", "resourceType", "resourceId", "matchKey", "key", "value", "position")
        VALUES (${accountId}, ${resourceType}, ${resourceId}, ${matchKey(resourceType, key)}, ${key}, ${value}, ${position})
        ON CONFLICT ("accountId", "resourceType", "resourceId", "matchKey")
        DO UPDATE SET "key" = excluded."key", "value" = excluded."value"`
    }
  },

  /** Keys that do not exist are no error. */
  remove: async (resourceType: TaggedType, resourceId: string, keys: readonly string[]): Promise<void> => {
    const matchKeys = keys.map((key) => matchKey(resourceType, key))
    await db.tag.deleteMany({ where: { accountId, resourceType, resourceId, matchKey: { in: matchKeys } } })
  },
})
