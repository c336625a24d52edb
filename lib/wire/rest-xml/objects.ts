import 'server-only'
import { AwsError } from '@/lib/aws/errors'
import { perform } from '@/lib/gate/perform'
import { deleteObject } from '@/lib/operations/s3/delete-object'
import { getObject } from '@/lib/operations/s3/get-object'
import { putObject } from '@/lib/operations/s3/put-object'
import { headerOf, type WireResponse } from '../message'
import { checkIntegrity } from './integrity'
import { rangeOf } from './range'
import { emptyAnswer, type S3Call } from './s3-call'

/** What a presigned address may say about the answer's headers. */
export const overrides = [
  'response-cache-control',
  'response-content-disposition',
  'response-content-encoding',
  'response-content-language',
  'response-content-type',
  'response-expires',
]

/** GetObject, and HeadObject: the same permission, the same headers, no bytes. */
export async function answerGetObject(call: S3Call): Promise<WireResponse> {
  const { bucket, key, world } = call
  const object = await perform(getObject, { Bucket: bucket, Key: key }, world)
  const headers: Record<string, string> = {
    'accept-ranges': 'bytes',
    'content-type': object.ContentType,
    etag: object.ETag,
    'last-modified': object.LastModified.toUTCString(),
    ...overridden(call),
  }
  const ifMatch = headerOf(call, 'if-match')
  if (ifMatch && !names(ifMatch, object.ETag)) {
    throw new AwsError('PreconditionFailed', 412, 'At least one of the pre-conditions you specified did not hold')
  }
  if (names(headerOf(call, 'if-none-match') ?? '', object.ETag)) return emptyAnswer(304, headers)
  const range = rangeOf(headerOf(call, 'range'), object.Body.byteLength)
  const body = range ? object.Body.subarray(range.start, range.end) : object.Body
  headers['content-length'] = String(body.byteLength)
  if (range) headers['content-range'] = `bytes ${range.start}-${range.end - 1}/${object.Body.byteLength}`
  return { status: range ? 206 : 200, headers, body }
}

const names = (list: string, etag: string) =>
  list.split(',').some((item) => item.trim() === '*' || item.trim().replaceAll('"', '') === etag.replaceAll('"', ''))

function overridden({ parameters }: S3Call): Record<string, string> {
  const given = overrides.flatMap((name) => {
    const value = parameters.get(name)
    // A line's end in a value would begin a header of the client's own making.
    return value && /^[\x20-\x7e]*$/.test(value) ? [[name.slice('response-'.length), value]] : []
  })
  return Object.fromEntries(given)
}

export async function answerPutObject(call: S3Call): Promise<WireResponse> {
  const { bucket, key, world } = call
  const confirmed = checkIntegrity(call)
  const Body = new Uint8Array(call.body)
  const ContentType = headerOf(call, 'content-type') || undefined
  const { ETag } = await perform(putObject, { Bucket: bucket, Key: key, Body, ContentType }, world)
  return emptyAnswer(200, { etag: ETag, ...confirmed })
}

export async function answerDeleteObject({ bucket, key, world }: S3Call): Promise<WireResponse> {
  await perform(deleteObject, { Bucket: bucket, Key: key }, world)
  return emptyAnswer(204)
}
