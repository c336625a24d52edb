import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { AwsError } from '@/lib/aws/errors'
import type { AccountStore } from '@/lib/store/account-store'
import type { StoredObject } from '@/lib/store/objects'
import { existing } from '../bindings'
import { operation } from '../define'
import { bucket, endOfKeys } from '../nouns/bucket'
import { keyOfMarker, markerAfter } from '../paging'
import { bucketName, integer, text } from '../shapes'

const input = z.object({
  Bucket: bucketName,
  Prefix: text({ max: 1024 }).optional(),
  Delimiter: text({ max: 1024 }).optional(),
  MaxKeys: integer(0, 2_147_483_647).optional(),
  ContinuationToken: text({ max: 8192 }).optional(),
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
      ...(next !== null && { NextContinuationToken: markerAfter(next) }),
      ...(input.ContinuationToken && { ContinuationToken: input.ContinuationToken }),
      ...(input.StartAfter && { StartAfter: input.StartAfter }),
      Contents: objects.map(contentShape),
      CommonPrefixes: prefixes.map((Prefix) => ({ Prefix })),
    }
  },
})

const contentShape = ({ key, lastModified, etag, size }: StoredObject) => ({
  Key: key,
  LastModified: lastModified,
  ETag: etag,
  Size: size,
  StorageClass: 'STANDARD' as const,
})

type Collected = { objects: StoredObject[]; prefixes: string[]; next: string | null }

/**
 * Walks the keys in byte order. A key that holds the delimiter behind the prefix counts as its common prefix, once; after
 * each stretch the walk goes on behind all keys of the folder where it stands.
 */
async function collect(store: AccountStore, input: Input, limit: number): Promise<Collected> {
  const { Bucket, Prefix, Delimiter } = input
  const found: Collected = { objects: [], prefixes: [], next: null }
  let after = startOf(input)
  if (limit === 0) return found
  for (;;) {
    const room = limit - found.objects.length - found.prefixes.length
    const stretch = Delimiter ? Math.min(room + 1, 100) : room + 1
    const { rows, next } = await store.objects.list(Bucket, { prefix: Prefix, after, limit: stretch })
    for (const object of rows) {
      const folder = folderOf(object.key, Prefix, Delimiter)
      if (folder !== null && folder === found.prefixes.at(-1)) continue
      if (found.objects.length + found.prefixes.length === limit) return { ...found, next: after ?? null }
      if (folder === null) found.objects.push(object)
      else found.prefixes.push(folder)
      after = folder === null ? object.key : folder + endOfKeys
    }
    if (next === null) return found
  }
}

function startOf({ ContinuationToken, StartAfter }: Input): string | undefined {
  if (!ContinuationToken) return StartAfter
  const key = keyOfMarker(ContinuationToken)
  if (key === null) throw new AwsError('InvalidArgument', 400, 'The continuation token provided is incorrect')
  return key
}

function folderOf(key: string, prefix = '', delimiter?: string): string | null {
  if (!delimiter) return null
  const end = key.indexOf(delimiter, prefix.length)
  return end === -1 ? null : key.slice(0, end + delimiter.length)
}
