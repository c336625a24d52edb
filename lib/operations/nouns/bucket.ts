import 'server-only'
import { AwsError } from '@/lib/aws/errors'
import type { Bucket } from '@/lib/store/buckets'
import type { StoredObject } from '@/lib/store/objects'
import type { Noun } from '../bindings'

export const bucketArn = (name: string) => `arn:aws:s3:::${name}`
export const objectArn = (bucket: string, key: string) => `${bucketArn(bucket)}/${key}`

const noSuchBucket = () => new AwsError('NoSuchBucket', 404, 'The specified bucket does not exist')

// AWS: S3 puts the resource of a refusal in quotes (S3 user guide, "Troubleshoot access denied (403 Forbidden) errors").
const targetOf = (arn: string, account: string) => ({ arn, display: `"${arn}"`, account })

/** The caller's own bucket that the input names. */
export const bucket: Noun<{ Bucket: string }, Bucket> = {
  name: 'bucket',
  find: ({ store, input }) => store.buckets.find(input.Bucket),
  target: ({ input, caller }) => targetOf(bucketArn(input.Bucket), caller.account),
  missing: noSuchBucket,
  taken: () =>
    new AwsError(
      'BucketAlreadyOwnedByYou',
      409,
      'Your previous request to create the named bucket succeeded and you already own it.',
    ),
}

/** A place in a bucket: the bucket must exist, the object need not. */
export type Place = { bucket: Bucket; object: StoredObject | null }

/** Where the input's key is or would be. */
export const place: Noun<{ Bucket: string; Key: string }, Place> = {
  name: 'object',
  find: async ({ store, input }) => {
    const found = await store.buckets.find(input.Bucket)
    return found && { bucket: found, object: await store.objects.head(input.Bucket, input.Key) }
  },
  target: ({ input, caller }) => targetOf(objectArn(input.Bucket, input.Key), caller.account),
  missing: noSuchBucket,
  taken: noSuchBucket,
}

/** Behind every key that begins like what stands before it, in byte order; so no key may hold it. */
export const endOfKeys = '\u{10FFFF}'

export const noSuchKey = () => new AwsError('NoSuchKey', 404, 'The specified key does not exist.')
