import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import type { AccountStore } from '@/lib/store/account-store'
import type { ObjectHead } from '@/lib/store/objects'
import { existing } from '../bindings'
import { operation } from '../define'
import { bucket } from '../nouns/bucket'
import { integer, text } from '../shapes'

const input = z.object({
  Bucket: text({ min: 1, max: 255 }),
  Prefix: text({ max: 1024 }).optional(),
  Delimiter: text({ max: 1024 }).optional(),
  MaxKeys: integer(0, 2_147_483_647).optional(),
  ContinuationToken: text({ max: 4096 }).optional(),
  StartAfter: text({ max: 1024 }).optional(),
})

type Input = z.output<typeof input>

export const listObjectsV2 = operation({
  service: 's3',
  name: 'ListObjectsV2',
  summary: 'List the objects of a bucket, a prefix at a time.',
  kind: 'read',
  input,
  on: existing(bucket),
  // AWS: the permission is named after the bucket, not after its objects (service authorization reference, S3).
  ask: ({ target, input }) => [
    may('s3:ListBucket', target, {
      's3:prefix': input.Prefix,
      's3:delimiter': input.Delimiter,
      's3:max-keys': input.MaxKeys?.toString(),
    }),
  ],
  run: async ({ input, store }) => {
    const limit = Math.min(input.MaxKeys ?? 1000, 1000)
    const { objects, prefixes, next } = await collect(store, input, limit)
    return {
      Name: input.Bucket,
      Prefix: input.Prefix ?? '',
      ...(input.Delimiter && { Delimiter: input.Delimiter }),
      MaxKeys: limit,
      KeyCount: objects.length + prefixes.length,
      IsTruncated: next !== null,
      ...(next !== null && { NextContinuationToken: encode(next) }),
      ...(input.ContinuationToken && { ContinuationToken: input.ContinuationToken }),
      ...(input.StartAfter && { StartAfter: input.StartAfter }),
      Contents: objects.map(contentShape),
      CommonPrefixes: prefixes.map((Prefix) => ({ Prefix })),
    }
  },
})

const contentShape = ({ key, lastModified, etag, size }: ObjectHead) => ({
  Key: key,
  LastModified: lastModified,
  ETag: etag,
  Size: size,
  StorageClass: 'STANDARD' as const,
})

const encode = (key: string) => Buffer.from(key, 'utf8').toString('base64url')
const decode = (token: string) => Buffer.from(token, 'base64url').toString('utf8')

/**
 * Walks the keys in byte order. A key that holds the delimiter behind the prefix counts as its common prefix, and the walk
 * goes on behind all keys of that prefix, so that a folder of any size costs one step.
 */
async function collect(
  store: AccountStore,
  { Bucket, Prefix, Delimiter, ContinuationToken, StartAfter }: Input,
  limit: number,
) {
  const objects: ObjectHead[] = []
  const prefixes: string[] = []
  let after = ContinuationToken ? decode(ContinuationToken) : StartAfter
  for (;;) {
    const room = limit - objects.length - prefixes.length
    if (room === 0) return { objects, prefixes, next: limit === 0 ? null : (after ?? null) }
    const { rows, next } = await store.objects.list(Bucket, { prefix: Prefix, after, limit: room })
    const folded = rows.findIndex(({ key }) => folderOf(key, Prefix, Delimiter) !== null)
    const plain = folded === -1 ? rows : rows.slice(0, folded)
    objects.push(...plain)
    const folder = rows[folded] && folderOf(rows[folded].key, Prefix, Delimiter)
    if (folder) {
      prefixes.push(folder)
      after = `${folder}\u{10FFFF}`
    } else if (next === null) {
      return { objects, prefixes, next: null }
    } else {
      after = next
    }
  }
}

function folderOf(key: string, prefix = '', delimiter?: string): string | null {
  if (!delimiter) return null
  const end = key.indexOf(delimiter, prefix.length)
  return end === -1 ? null : key.slice(0, end + delimiter.length)
}
