import 'server-only'
import { AwsError, isAwsError } from '@/lib/aws/errors'
import { perform } from '@/lib/gate/perform'
import { deleteObject } from '@/lib/operations/s3/delete-object'
import type { WireResponse } from '../message'
import { notImplemented } from './buckets'
import { checkIntegrity } from './integrity'
import { childText, readXml } from './read-xml'
import { type S3Call, xmlAnswer } from './s3-call'

const mostKeys = 1000

/** Many deletions in one call: each is asked, done and recorded by itself, and may fail by itself. */
export async function answerDeleteObjects(call: S3Call): Promise<WireResponse> {
  checkIntegrity(call)
  const { keys, isQuiet } = readOrder(call.body)
  const Deleted: { Key: string }[] = []
  const failed: { Key: string; Code: string; Message: string }[] = []
  for (const Key of keys) {
    const error = await deleteOne(call, Key)
    if (error) failed.push({ Key, Code: error.code, Message: error.message })
    else if (!isQuiet) Deleted.push({ Key })
  }
  return xmlAnswer('DeleteResult', { Deleted, Error: failed })
}

async function deleteOne({ bucket, world }: S3Call, Key: string): Promise<AwsError | null> {
  try {
    await perform(deleteObject, { Bucket: bucket, Key }, world)
    return null
  } catch (error) {
    // A bucket that is not there is the whole call's failure.
    if (isAwsError(error) && error.code !== 'NoSuchBucket') return error
    throw error
  }
}

function readOrder(body: Buffer): { keys: string[]; isQuiet: boolean } {
  const order = readXml(body)
  const objects = order.children.filter(({ name }) => name === 'Object')
  if (order.name !== 'Delete' || objects.length === 0 || objects.length > mostKeys) {
    throw new AwsError('MalformedXML', 400, `A list of 1 to ${mostKeys} objects is expected.`)
  }
  if (objects.some((object) => object.children.some(({ name }) => name !== 'Key'))) throw notImplemented()
  return {
    keys: objects.map((object) => childText(object, 'Key') ?? ''),
    isQuiet: childText(order, 'Quiet') === 'true',
  }
}
