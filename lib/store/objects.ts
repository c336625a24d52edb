import 'server-only'
import type { Db } from './client'
import { refusing } from './errors'
import { type Page, pageOf, startingWith } from './rows'

/** An object without its bytes. */
export type StoredObject = { key: string; size: number; etag: string; contentType: string; lastModified: Date }

export type ObjectWithBody = StoredObject & { body: Uint8Array }

const columns = { key: true, size: true, etag: true, contentType: true, lastModified: true } as const

export const objectsOf = (db: Db, accountId: string) => ({
  /** Without the bytes. */
  head: (bucketName: string, key: string): Promise<StoredObject | null> =>
    db.bucketObject.findUnique({
      where: { accountId_bucketName_key: { accountId, bucketName, key } },
      select: columns,
    }),

  /** With the bytes. */
  get: (bucketName: string, key: string): Promise<ObjectWithBody | null> =>
    db.bucketObject.findUnique({
      where: { accountId_bucketName_key: { accountId, bucketName, key } },
      select: { ...columns, body: true },
    }),

  /** Adds the object or replaces it. Refused as `missing` where there is no such bucket. */
  put: async (bucketName: string, object: Omit<ObjectWithBody, 'size'>): Promise<void> => {
    const { key, ...rest } = object
    const content = { ...rest, body: new Uint8Array(object.body), size: object.body.byteLength }
    const id = { accountId, bucketName, key }
    await refusing(
      `object ${key}`,
      db.bucketObject.upsert({
        where: { accountId_bucketName_key: id },
        create: { ...id, ...content },
        update: content,
        select: { key: true },
      }),
    )
  },

  /** Says whether there was such an object. */
  delete: async (bucketName: string, key: string): Promise<boolean> => {
    const { count } = await db.bucketObject.deleteMany({ where: { accountId, bucketName, key } })
    return count > 0
  },

  /** By key in byte order, without the bytes; continues after `after`, which need not exist. */
  list: async (
    bucketName: string,
    query: { prefix?: string; after?: string; limit: number },
  ): Promise<Page<StoredObject>> => {
    const rows = await db.bucketObject.findMany({
      where: { accountId, bucketName, AND: [{ key: { gt: query.after } }, { key: startingWith(query.prefix) }] },
      orderBy: { key: 'asc' },
      take: query.limit + 1,
      select: columns,
    })
    return pageOf(rows, query.limit, (object) => object.key)
  },

  count: (bucketName: string): Promise<number> => db.bucketObject.count({ where: { accountId, bucketName } }),
})
