import 'server-only'
import { Prisma } from '@/generated/sqlite/client'
import type { Db } from './client'
import { refusing } from './errors'
import {
  containsSql,
  type Page,
  pageOf,
  type RawRow,
  readTablePage,
  startingWith,
  type TablePage,
  type TableQuery,
  tablePageSql,
  toDate,
  toText,
} from './rows'

export type Bucket = { name: string; region: string; createdAt: Date }

export type BucketSort = keyof typeof sortKeys

const columns = { name: true, region: true, createdAt: true } as const

const sortKeys = {
  name: Prisma.sql`t."name"`,
  region: Prisma.sql`t."region"`,
  createdAt: Prisma.sql`t."createdAt"`,
}

export const bucketsOf = (db: Db, accountId: string) => ({
  find: (name: string): Promise<Bucket | null> =>
    db.bucket.findUnique({ where: { accountId_name: { accountId, name } }, select: columns }),

  create: (bucket: Bucket): Promise<Bucket> =>
    refusing(`bucket ${bucket.name}`, db.bucket.create({ data: { ...bucket, accountId }, select: columns })),

  /** Refused as `in-use` while it holds objects. */
  delete: async (name: string): Promise<void> => {
    await refusing(`bucket ${name}`, db.bucket.deleteMany({ where: { accountId, name } }), 'in-use')
  },

  /** By name; `after` is the `next` of the page before. */
  list: async (query: { prefix?: string; after?: string; limit: number }): Promise<Page<Bucket>> => {
    const rows = await db.bucket.findMany({
      where: { accountId, AND: [{ name: { gt: query.after } }, { name: startingWith(query.prefix) }] },
      orderBy: { name: 'asc' },
      take: query.limit + 1,
      select: columns,
    })
    return pageOf(rows, query.limit, (bucket) => bucket.name)
  },

  count: (): Promise<number> => db.bucket.count({ where: { accountId } }),

  /** One screen of the console's table. */
  page: async (query: Omit<TableQuery<BucketSort>, 'pathPrefix'>): Promise<TablePage<Bucket>> => {
    const words = query.search?.trim()
    const raw = await db.$queryRaw<RawRow[]>(
      tablePageSql({
        table: Prisma.sql`"Bucket"`,
        accountId,
        filter: words ? containsSql(Prisma.sql`t."name"`, words) : null,
        columns: Prisma.sql`t."name", t."region", t."createdAt"`,
        sortKey: sortKeys[query.sort ?? 'name'],
        tieBreaker: sortKeys.name,
        direction: query.direction,
        offset: query.offset,
        limit: query.limit,
      }),
    )
    return readTablePage(raw, 'name', (row) => ({
      name: toText(row.name),
      region: toText(row.region),
      createdAt: toDate(row.createdAt),
    }))
  },
})
