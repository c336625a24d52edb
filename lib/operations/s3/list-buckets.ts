import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import { bucketArn } from '../nouns/bucket'
import { integer, text } from '../shapes'

export const listBuckets = operation({
  service: 's3',
  name: 'ListBuckets',
  summary: 'List the buckets of the account.',
  kind: 'read',
  input: z.object({
    MaxBuckets: integer(1, 10_000).optional(),
    ContinuationToken: text({ max: 1024 }).optional(),
    Prefix: text({ max: 63 }).optional(),
  }),
  on: wholeAccount(),
  // AWS: the operation's permission has another name (service authorization reference, S3).
  ask: ({ target }) => [may('s3:ListAllMyBuckets', target)],
  run: async ({ input, store, caller }) => {
    const { rows, next } = await store.buckets.list({
      prefix: input.Prefix,
      after: input.ContinuationToken,
      limit: input.MaxBuckets ?? 10_000,
    })
    return {
      Buckets: rows.map(({ name, createdAt, region }) => ({
        Name: name,
        CreationDate: createdAt,
        BucketRegion: region,
        BucketArn: bucketArn(name),
      })),
      Owner: { ID: caller.account },
      ...(next !== null && { ContinuationToken: next }),
      ...(input.Prefix !== undefined && { Prefix: input.Prefix }),
    }
  },
})
