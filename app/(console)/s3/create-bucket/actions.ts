'use server'

import { act } from '@/app/act'
import type { ActionResult } from '@/app/action-result'
import { createBucket } from '@/lib/operations/s3/create-bucket'
import { bucketHref } from '../place'

export async function makeBucket(Bucket: string, region: string): Promise<ActionResult> {
  const link = { label: 'View bucket', href: bucketHref(Bucket) }
  // AWS: us-east-1 is what no constraint means, and the only Region that may not be named (API reference, CreateBucket).
  const place = region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: region } }
  return act(createBucket, { Bucket, ...place }, { kind: 'success', title: `Bucket ${Bucket} created.`, link })
}
