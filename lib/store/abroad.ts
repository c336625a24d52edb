import 'server-only'
import { parseArn } from '@/lib/aws/arn'
import type { Tag } from '@/lib/aws/tag'
import type { Db } from './client'
import { type Role, readRole } from './roles'
import { nameKey, type RawRow, toDate, toDateOrNull, toNumber, toText, toTextOrNull } from './rows'

export type RoleAbroad = Role & { account: string; tags: readonly Tag[] }

/**
 * What a call may look up whatever the account: the role that it wants to assume, whose own trust policy then answers, and
 * whether the policies exist that it passes along. Bound to the database, so that it also works inside a transaction.
 */
export const abroadOf = (db: Db) => ({
  /** By its whole ARN: account, path and name. */
  findRole: async (arn: string): Promise<RoleAbroad | null> => {
    const { account, path, name } = placeOf(arn) ?? {}
    if (account === undefined || name === undefined) return null
    const raw = await db.$queryRaw<RawRow[]>`
      SELECT r.*, t."key" AS "tagKey", t."value" AS "tagValue" FROM "Role" r
      LEFT JOIN "Tag" t ON t."accountId" = ${account} AND t."resourceType" = 'role' AND t."resourceId" = r."id"
      WHERE r."accountId" = ${account} AND r."nameKey" = ${nameKey(name)} ORDER BY t."position"`
    const [row] = raw
    if (row?.name !== name || row.path !== path) return null
    return { account, tags: raw.flatMap(readTag), ...readRow(row) }
  },

  hasPolicy: async (accountId: string, arn: string): Promise<boolean> =>
    (await db.policy.count({ where: { accountId, arn } })) > 0,
})

const readRow = (row: RawRow): Role =>
  readRole({
    id: toText(row.id),
    name: toText(row.name),
    path: toText(row.path),
    createdAt: toDate(row.createdAt),
    description: toTextOrNull(row.description),
    maxSessionDuration: toNumber(row.maxSessionDuration),
    trustPolicy: toText(row.trustPolicy),
    trustedIds: toText(row.trustedIds),
    boundaryArn: toTextOrNull(row.boundaryArn),
    lastUsedAt: toDateOrNull(row.lastUsedAt),
    lastUsedRegion: toTextOrNull(row.lastUsedRegion),
    sourceTemplate: toTextOrNull(row.sourceTemplate),
  })

const readTag = ({ tagKey, tagValue }: RawRow): Tag[] =>
  tagKey === null ? [] : [{ Key: toText(tagKey), Value: toText(tagValue) }]

function placeOf(arn: string) {
  const { account, resource = '' } = parseArn(arn) ?? {}
  const [, path, name] = /^role(\/(?:.*\/)?)([^/]+)$/.exec(resource) ?? []
  return account !== undefined && path !== undefined ? { account, path, name } : null
}
