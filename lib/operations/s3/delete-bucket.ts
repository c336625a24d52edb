import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { AwsError } from '@/lib/aws/errors'
import { existing } from '../bindings'
import { operation } from '../define'
import { bucket } from '../nouns/bucket'
import { bucketName } from '../shapes'

export const deleteBucket = operation({
  service: 's3',
  name: 'DeleteBucket',
  summary: 'Delete an empty bucket.',
  kind: 'write',
  input: z.object({ Bucket: bucketName }),
  on: existing(bucket),
  ask: ({ target }) => [may('s3:DeleteBucket', target)],
  run: async ({ input, store }) => {
    const { rows } = await store.objects.list(input.Bucket, { limit: 1 })
    if (rows.length > 0) {
      throw new AwsError('BucketNotEmpty', 409, 'The bucket you tried to delete is not empty')
    }
    await store.buckets.delete(input.Bucket)
    return {}
  },
})
