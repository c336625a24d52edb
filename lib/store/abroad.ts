import 'server-only'
import { parseArn } from '@/lib/aws/arn'
import type { Tag } from '@/lib/aws/tag'
import type { Db } from './client'
import { type Role, rolesOf } from './roles'
import { tagsOf } from './tags'

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
    const role = await rolesOf(db, account).find(name)
    if (role?.name !== name || role.path !== path) return null
    return { ...role, account, tags: await tagsOf(db, account).list('role', role.id) }
  },

  hasPolicy: async (accountId: string, arn: string): Promise<boolean> =>
    (await db.policy.count({ where: { accountId, arn } })) > 0,
})

function placeOf(arn: string) {
  const { account, resource = '' } = parseArn(arn) ?? {}
  const [, path, name] = /^role(\/(?:.*\/)?)([^/]+)$/.exec(resource) ?? []
  return account !== undefined && path !== undefined ? { account, path, name } : null
}
