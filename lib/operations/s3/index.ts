import 'server-only'
import type { Operation } from '../define'
import { createBucket } from './create-bucket'
import { deleteBucket } from './delete-bucket'
import { deleteObject } from './delete-object'
import { getObject } from './get-object'
import { headBucket } from './head-bucket'
import { listBuckets } from './list-buckets'
import { listObjectsV2 } from './list-objects-v2'
import { putObject } from './put-object'

export const s3Operations: readonly Operation[] = [
  createBucket,
  deleteBucket,
  deleteObject,
  getObject,
  headBucket,
  listBuckets,
  listObjectsV2,
  putObject,
]
