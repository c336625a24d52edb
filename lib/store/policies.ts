import 'server-only'
import { iamArn } from '@/lib/aws/arn'
import type { Tag } from '@/lib/aws/tag'
import type { Db } from './client'
import { refusing } from './errors'
import { newId } from './ids'
import { policiesPage } from './policies-page'
import { nameKey, type Page, pageOf, startingWith } from './rows'
import { tagsOf } from './tags'

/** A customer managed policy without its documents. */
export type Policy = {
  id: string
  name: string
  path: string
  arn: string
  description: string | null
  createdAt: Date
  updatedAt: Date
  defaultVersion: number
  latestVersion: number
}

export type NewPolicy = {
  name: string
  path: string
  description?: string | null
  document: string
  createdAt: Date
  tags?: readonly Tag[]
}

export type PolicyVersion = { number: number; createdAt: Date; document: string; isDefault: boolean }

const columns = {
  id: true,
  name: true,
  path: true,
  arn: true,
  description: true,
  createdAt: true,
  updatedAt: true,
  defaultVersion: true,
  latestVersion: true,
} as const

const versionColumns = { number: true, createdAt: true, document: true } as const

export const policiesOf = (db: Db, accountId: string) => ({
  /** By name, without regard to case. */
  find: (name: string): Promise<Policy | null> =>
    db.policy.findUnique({ where: { accountId_nameKey: { accountId, nameKey: nameKey(name) } }, select: columns }),

  findByArn: (arn: string): Promise<Policy | null> =>
    db.policy.findUnique({ where: { accountId_arn: { accountId, arn } }, select: columns }),

  /** Makes the policy with its version 1 as the default. */
  create: async (policy: NewPolicy): Promise<Policy> => {
    const { document, tags = [], ...rest } = policy
    const id = newId('ANPA')
    const row = {
      ...rest,
      id,
      accountId,
      nameKey: nameKey(policy.name),
      arn: iamArn(accountId, 'policy', policy.name, policy.path),
      updatedAt: policy.createdAt,
      defaultVersion: 1,
      latestVersion: 1,
    }
    const created = await refusing(`policy ${policy.name}`, db.policy.create({ data: row, select: columns }))
    await db.policyVersion.create({
      data: { accountId, policyId: id, number: 1, document, createdAt: policy.createdAt },
    })
    await tagsOf(db, accountId).put('policy', id, tags)
    return created
  },

  /** Deletes the policy with its versions and tags. */
  delete: async (id: string): Promise<void> => {
    await db.tag.deleteMany({ where: { accountId, resourceType: 'policy', resourceId: id } })
    await db.policy.deleteMany({ where: { accountId, id } })
  },

  /** By name; `after` is the `next` of the page before. */
  list: async (query: {
    pathPrefix?: string
    after?: string
    limit: number
    onlyAttached?: boolean
  }): Promise<Page<Policy>> => {
    const rows = await db.policy.findMany({
      where: {
        accountId,
        nameKey: { gt: query.after },
        path: startingWith(query.pathPrefix),
        arn: query.onlyAttached ? { in: await attachedArns(db, accountId) } : undefined,
      },
      orderBy: { nameKey: 'asc' },
      take: query.limit + 1,
      select: columns,
    })
    return pageOf(rows, query.limit, (policy) => nameKey(policy.name))
  },

  count: (): Promise<number> => db.policy.count({ where: { accountId } }),

  /** One screen of the console's table. */
  page: policiesPage(db, accountId),

  /** Newest first. */
  versions: async (policy: Policy): Promise<PolicyVersion[]> => {
    const rows = await db.policyVersion.findMany({
      where: { accountId, policyId: policy.id },
      orderBy: { number: 'desc' },
      select: versionColumns,
    })
    return rows.map((row) => ({ ...row, isDefault: row.number === policy.defaultVersion }))
  },

  /** One version; without a number the default one. */
  findVersion: async (policy: Policy, number = policy.defaultVersion): Promise<PolicyVersion | null> => {
    const row = await db.policyVersion.findUnique({
      where: { accountId_policyId_number: { accountId, policyId: policy.id, number } },
      select: versionColumns,
    })
    return row && { ...row, isDefault: row.number === policy.defaultVersion }
  },

  countVersions: (id: string): Promise<number> => db.policyVersion.count({ where: { accountId, policyId: id } }),

  /** Adds the next version. Numbers are never given twice, also when the newest version was deleted. */
  addVersion: async (
    id: string,
    version: { document: string; createdAt: Date; setAsDefault: boolean },
  ): Promise<PolicyVersion> => {
    const { createdAt, document, setAsDefault } = version
    const { latestVersion: number } = await db.policy.update({
      where: { accountId_id: { accountId, id } },
      data: { latestVersion: { increment: 1 }, updatedAt: createdAt },
      select: { latestVersion: true },
    })
    await db.policyVersion.create({ data: { accountId, policyId: id, number, document, createdAt } })
    if (setAsDefault) {
      await db.policy.update({ where: { accountId_id: { accountId, id } }, data: { defaultVersion: number } })
    }
    return { number, createdAt, document, isDefault: setAsDefault }
  },

  setDefaultVersion: async (id: string, number: number, at: Date): Promise<void> => {
    await db.policy.update({
      where: { accountId_id: { accountId, id } },
      data: { defaultVersion: number, updatedAt: at },
    })
  },

  deleteVersion: async (id: string, number: number): Promise<void> => {
    await db.policyVersion.deleteMany({ where: { accountId, policyId: id, number } })
  },
})

async function attachedArns(db: Db, accountId: string): Promise<string[]> {
  const rows = await db.attachment.findMany({
    where: { accountId },
    distinct: 'policyArn',
    select: { policyArn: true },
  })
  return rows.map((row) => row.policyArn)
}
