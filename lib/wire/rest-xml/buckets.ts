import 'server-only'
import { AwsError } from '@/lib/aws/errors'
import { perform } from '@/lib/gate/perform'
import { createBucket } from '@/lib/operations/s3/create-bucket'
import { deleteBucket } from '@/lib/operations/s3/delete-bucket'
import { headBucket } from '@/lib/operations/s3/head-bucket'
import { listBuckets } from '@/lib/operations/s3/list-buckets'
import type { WireResponse } from '../message'
import { numberOf } from './number-of'
import { childText, readXml } from './read-xml'
import { emptyAnswer, type S3Call, xmlAnswer } from './s3-call'

export async function answerListBuckets({ parameters, world }: S3Call): Promise<WireResponse> {
  const { Buckets, ...rest } = await perform(
    listBuckets,
    {
      MaxBuckets: numberOf(parameters, 'max-buckets'),
      ContinuationToken: parameters.get('continuation-token'),
      Prefix: parameters.get('prefix'),
    },
    world,
  )
  return xmlAnswer('ListAllMyBucketsResult', { Buckets: { Bucket: Buckets }, ...rest })
}

export async function answerCreateBucket({ bucket, body, world }: S3Call): Promise<WireResponse> {
  const LocationConstraint = body.byteLength === 0 ? undefined : locationIn(body)
  const input = { Bucket: bucket, ...(LocationConstraint && { CreateBucketConfiguration: { LocationConstraint } }) }
  const { Location } = await perform(createBucket, input, world)
  return emptyAnswer(200, { location: Location })
}

function locationIn(body: Buffer): string | undefined {
  const document = readXml(body)
  if (document.name !== 'CreateBucketConfiguration') throw notImplemented()
  // A directory bucket or tags: silently making a plain bucket would be a wrong answer.
  if (document.children.some(({ name }) => name !== 'LocationConstraint')) throw notImplemented()
  return childText(document, 'LocationConstraint') || undefined
}

export async function answerDeleteBucket({ bucket, world }: S3Call): Promise<WireResponse> {
  await perform(deleteBucket, { Bucket: bucket }, world)
  return emptyAnswer(204)
}

export async function answerHeadBucket({ bucket, world }: S3Call): Promise<WireResponse> {
  const { BucketRegion } = await perform(headBucket, { Bucket: bucket }, world)
  return emptyAnswer(200, { 'x-amz-bucket-region': BucketRegion })
}

export const notImplemented = () => new AwsError('NotImplemented', 501, 'This part of S3 is not built here.')
