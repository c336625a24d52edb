import 'server-only'
import type { Db } from './client'
import type { Policy, PolicyVersion } from './policies'
import { groupedBy } from './rows'

/** What descriptions of many things need besides the things themselves, each in one question. */
export const detailsOf = (db: Db, accountId: string) => ({
  /** The names of users' groups, by user ID; users without groups are not in it. */
  groupNames: async (userIds: string[]): Promise<Map<string, string[]>> => {
    const rows = await db.membership.findMany({
      where: { accountId, userId: { in: userIds } },
      orderBy: { group: { nameKey: 'asc' } },
      select: { userId: true, group: { select: { name: true } } },
    })
    const byUser = groupedBy(rows, (row) => row.userId)
    return new Map([...byUser].map(([userId, memberships]) => [userId, memberships.map(({ group }) => group.name)]))
  },

  /** The versions of policies, newest first, by policy ID. */
  policyVersions: async (policies: readonly Policy[]): Promise<Map<string, PolicyVersion[]>> => {
    const defaults = new Map(policies.map((policy) => [policy.id, policy.defaultVersion]))
    const rows = await db.policyVersion.findMany({
      where: { accountId, policyId: { in: [...defaults.keys()] } },
      orderBy: { number: 'desc' },
      select: { policyId: true, number: true, createdAt: true, document: true },
    })
    const versions = rows.map((row) => ({ ...row, isDefault: row.number === defaults.get(row.policyId) }))
    return groupedBy(versions, (version) => version.policyId)
  },
})
