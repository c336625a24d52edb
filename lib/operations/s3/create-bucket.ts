import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { regions } from '@/lib/aws/catalogue/regions'
import { AwsError } from '@/lib/aws/errors'
import * as names from '@/lib/aws/names'
import { absent } from '../bindings'
import { operation } from '../define'
import { bucket } from '../nouns/bucket'
import { bucketName, text } from '../shapes'

export const createBucket = operation({
  service: 's3',
  name: 'CreateBucket',
  summary: 'Create a bucket.',
  kind: 'write',
  input: z.object({
    Bucket: bucketName,
    CreateBucketConfiguration: z.object({ LocationConstraint: text({ min: 1, max: 32 }).optional() }).optional(),
  }),
  on: absent(bucket, { isShownAs: 'display' }),
  ask: ({ target, input }) => {
    const region = input.CreateBucketConfiguration?.LocationConstraint
    return [may('s3:CreateBucket', target, { 's3:LocationConstraint': region })]
  },
  run: async ({ input, store, now }) => {
    if (!names.isName(names.bucketName, input.Bucket)) {
      throw new AwsError('InvalidBucketName', 400, 'The specified bucket is not valid.')
    }
    const region = input.CreateBucketConfiguration?.LocationConstraint ?? 'us-east-1'
    if (!regions.has(region)) {
      throw new AwsError('InvalidLocationConstraint', 400, 'The specified location-constraint is not valid')
    }
    await store.buckets.create({ name: input.Bucket, region, createdAt: now })
    return { Location: `/${input.Bucket}` }
  },
})
