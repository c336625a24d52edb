import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { bucket, noSuchKey, place } from '../nouns/bucket'
import { bucketName, objectKey } from '../shapes'

export const getObject = operation({
  service: 's3',
  name: 'GetObject',
  summary: 'Get an object with its bytes.',
  kind: 'read',
  input: z.object({ Bucket: bucketName, Key: objectKey }),
  on: existing(place),
  // AWS: who may not list the bucket is not told that a key is missing (API reference, GetObject, "Permissions").
  ask: ({ target, found, input, caller }) => {
    const get = may('s3:GetObject', target)
    const isMissing = found !== null && found.object === null
    return isMissing ? [get, may('s3:ListBucket', bucket.target({ input, caller, found: null }))] : [get]
  },
  run: async ({ input, store }) => {
    const object = await store.objects.get(input.Bucket, input.Key)
    if (!object) throw noSuchKey()
    return {
      Body: object.body,
      ContentLength: object.size,
      ContentType: object.contentType,
      ETag: object.etag,
      LastModified: object.lastModified,
    }
  },
})
