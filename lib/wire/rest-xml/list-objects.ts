import 'server-only'
import { AwsError } from '@/lib/aws/errors'
import { perform } from '@/lib/gate/perform'
import { endOfKeys } from '@/lib/operations/nouns/bucket'
import { markerAfter } from '@/lib/operations/paging'
import { listObjectsV2 } from '@/lib/operations/s3/list-objects-v2'
import type { WireResponse } from '../message'
import { numberOf } from './number-of'
import { type S3Call, xmlAnswer } from './s3-call'

export async function answerListObjectsV2(call: S3Call): Promise<WireResponse> {
  const { parameters, world } = call
  const output = await perform(
    listObjectsV2,
    {
      ...listInput(call),
      ContinuationToken: parameters.get('continuation-token') || undefined,
      StartAfter: parameters.get('start-after') || undefined,
    },
    world,
  )
  const dress = dressOf(call)
  return xmlAnswer('ListBucketResult', { ...dress.list(output), StartAfter: dress.text(output.StartAfter) })
}

/** The older list: one goes on from a key, or from a common prefix and all that is below it. */
export async function answerListObjects(call: S3Call): Promise<WireResponse> {
  const { parameters, world } = call
  const { Delimiter } = listInput(call)
  const marker = parameters.get('marker') || undefined
  const from = marker && Delimiter && marker.endsWith(Delimiter) ? marker + endOfKeys : marker
  const input = { ...listInput(call), ContinuationToken: from && markerAfter(from) }
  const output = await perform(listObjectsV2, input, world)
  const { KeyCount, ContinuationToken, NextContinuationToken, ...page } = output
  const last = [page.Contents.at(-1)?.Key ?? '', page.CommonPrefixes.at(-1)?.Prefix ?? ''].sort(byBytes).at(-1)
  const dress = dressOf(call)
  return xmlAnswer('ListBucketResult', {
    ...dress.list(page),
    Marker: dress.text(marker ?? ''),
    NextMarker: page.IsTruncated ? dress.text(last) : undefined,
  })
}

const byBytes = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other))

function listInput({ bucket, parameters }: S3Call) {
  return {
    Bucket: bucket,
    Prefix: parameters.get('prefix') || undefined,
    Delimiter: parameters.get('delimiter') || undefined,
    MaxKeys: numberOf(parameters, 'max-keys'),
  }
}

type Listed = { Prefix: string; Delimiter?: string; Contents: { Key: string }[]; CommonPrefixes: { Prefix: string }[] }

/** Keys in the answer: as they are, or percent-encoded where `encoding-type=url` asks for it. */
function dressOf({ parameters }: S3Call) {
  const encoding = parameters.get('encoding-type')
  if (encoding !== undefined && encoding !== 'url') {
    throw new AwsError('InvalidArgument', 400, 'Invalid Encoding Method specified in Request')
  }
  const text = (value: string | undefined) =>
    value === undefined || !encoding ? value : encodeURIComponent(value.toWellFormed()).replaceAll('%2F', '/')
  const list = <Page extends Listed>(page: Page) => ({
    ...page,
    Prefix: text(page.Prefix),
    Delimiter: text(page.Delimiter),
    EncodingType: encoding,
    Contents: page.Contents.map((object) => ({ ...object, Key: text(object.Key) })),
    CommonPrefixes: page.CommonPrefixes.map(({ Prefix }) => ({ Prefix: text(Prefix) })),
  })
  return { text, list }
}
