import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { AwsError } from '@/lib/aws/errors'
import { existing } from '../bindings'
import { operation } from '../define'
import { endOfKeys, place } from '../nouns/bucket'
import { bucketName, text } from '../shapes'

const largest = 5 * 1024 * 1024

export const putObject = operation({
  service: 's3',
  name: 'PutObject',
  summary: 'Put an object of up to 5 MB into a bucket, or replace it.',
  kind: 'data',
  input: z.object({
    Bucket: bucketName,
    Key: text({ min: 1, max: 8192 }),
    Body: z.instanceof(Uint8Array),
    ContentType: text({ max: 255 }).optional(),
  }),
  on: existing(place),
  ask: ({ target }) => [may('s3:PutObject', target)],
  run: async ({ input, store, now }) => {
    if (Buffer.byteLength(input.Key) > 1024) throw new AwsError('KeyTooLongError', 400, 'Your key is too long')
    if (input.Key.includes(endOfKeys)) {
      throw new AwsError('InvalidArgument', 400, 'Object keys here cannot contain the character U+10FFFF.')
    }
    if (input.Body.byteLength > largest) {
      throw new AwsError('EntityTooLarge', 400, 'Your proposed upload exceeds the maximum allowed size')
    }
    // AWS: the ETag of a plain upload is the MD5 of its bytes, in quotes (API reference, "Object").
    const etag = `"${createHash('md5').update(input.Body).digest('hex')}"`
    await store.objects.put(input.Bucket, {
      key: input.Key,
      etag,
      contentType: input.ContentType ?? 'binary/octet-stream',
      lastModified: now,
      body: input.Body,
    })
    return { ETag: etag }
  },
})
