import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { bucket } from '../nouns/bucket'
import { bucketName } from '../shapes'

export const headBucket = operation({
  service: 's3',
  name: 'HeadBucket',
  summary: 'Tell whether a bucket is there, and in which Region.',
  kind: 'read',
  input: z.object({ Bucket: bucketName }),
  on: existing(bucket),
  // AWS: there is no permission of that name; who may list the bucket may ask (API reference, HeadBucket).
  ask: ({ target }) => [may('s3:ListBucket', target)],
  run: async ({ found }) => ({ BucketRegion: found.region }),
})
