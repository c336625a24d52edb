import 'server-only'
import type { EntityType } from './attachments'
import type { Db } from './client'
import { groupedBy } from './rows'

export type InlinePolicy = { name: string; document: string; createdAt: Date }

const columns = { name: true, document: true, createdAt: true } as const

export const inlinePoliciesOf = (db: Db, accountId: string) => ({
  find: (entityType: EntityType, entityId: string, name: string): Promise<InlinePolicy | null> =>
    db.inlinePolicy.findUnique({
      where: { accountId_entityType_entityId_name: { accountId, entityType, entityId, name } },
      select: columns,
    }),

  /** By name. */
  list: (entityType: EntityType, entityId: string): Promise<InlinePolicy[]> =>
    db.inlinePolicy.findMany({ where: { accountId, entityType, entityId }, orderBy: { name: 'asc' }, select: columns }),

  /** The same for many entities at once, by entity ID; entities without policies are not in it. */
  listForMany: async (entityType: EntityType, entityIds: string[]): Promise<Map<string, InlinePolicy[]>> => {
    const rows = await db.inlinePolicy.findMany({
      where: { accountId, entityType, entityId: { in: entityIds } },
      orderBy: { name: 'asc' },
      select: { entityId: true, ...columns },
    })
    return groupedBy(rows, (row) => row.entityId)
  },

  count: (entityType: EntityType, entityId: string): Promise<number> =>
    db.inlinePolicy.count({ where: { accountId, entityType, entityId } }),

  /** Adds the policy or replaces the document of that name. */
  put: async (
    entityType: EntityType,
    entityId: string,
    { name, document, at }: { name: string; document: string; at: Date },
  ): Promise<void> => {
    await db.inlinePolicy.upsert({
      where: { accountId_entityType_entityId_name: { accountId, entityType, entityId, name } },
      create: { accountId, entityType, entityId, name, document, createdAt: at },
      update: { document },
    })
  },

  /** Says whether there was such a policy. */
  delete: async (entityType: EntityType, entityId: string, name: string): Promise<boolean> => {
    const { count } = await db.inlinePolicy.deleteMany({ where: { accountId, entityType, entityId, name } })
    return count > 0
  },
})
