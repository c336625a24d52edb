import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { place } from '../nouns/bucket'
import { bucketName, objectKey } from '../shapes'

export const deleteObject = operation({
  service: 's3',
  name: 'DeleteObject',
  summary: 'Delete an object; one that is not there counts as deleted.',
  kind: 'data',
  input: z.object({ Bucket: bucketName, Key: objectKey }),
  on: existing(place),
  ask: ({ target }) => [may('s3:DeleteObject', target)],
  run: async ({ input, store }) => {
    await store.objects.delete(input.Bucket, input.Key)
    return {}
  },
})
