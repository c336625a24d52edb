import { Readable } from 'node:stream'
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  waitUntilBucketExists,
} from '@aws-sdk/client-s3'
import { expect, test } from './fixtures'

test('a bucket is filled, read, listed and emptied', async ({ s3, account }) => {
  const Bucket = `lab-${account.id}`
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } }))
  await waitUntilBucketExists({ client: s3, maxWaitTime: 10 }, { Bucket })
  const keys = ['a b+c//d%2F.txt', 'ü/1', 'ü/2', "z!'()*&<>"]
  for (const Key of keys) await s3.send(new PutObjectCommand({ Bucket, Key, Body: `of ${Key}` }))

  const first = await s3.send(new GetObjectCommand({ Bucket, Key: keys[0] }))
  expect(await first.Body?.transformToString()).toBe(`of ${keys[0]}`)
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'ü/1' }))
  expect(head).toMatchObject({ ContentLength: 7, ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/) })

  const found: (string | undefined)[] = []
  for await (const page of paginateListObjectsV2({ client: s3, pageSize: 1 }, { Bucket, Delimiter: '/' })) {
    found.push(
      ...(page.Contents ?? []).map(({ Key }) => Key),
      ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
    )
  }
  expect(found).toEqual(['a b+c/', "z!'()*&<>", 'ü/'])

  await expect(s3.send(new DeleteBucketCommand({ Bucket }))).rejects.toMatchObject({ name: 'BucketNotEmpty' })
  await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: keys.map((Key) => ({ Key })), Quiet: true } }))
  await s3.send(new DeleteBucketCommand({ Bucket }))
  expect((await s3.send(new ListBucketsCommand({}))).Buckets ?? []).toEqual([])
  await expect(s3.send(new GetObjectCommand({ Bucket, Key: 'x' }))).rejects.toMatchObject({ name: 'NoSuchBucket' })
})

test('megabytes arrive whole, at once and as a stream in chunks', async ({ s3, account }) => {
  const Bucket = `lab-${account.id}`
  await s3.send(new CreateBucketCommand({ Bucket }))
  const whole = Buffer.alloc(3 * 1024 * 1024, 'stream ')
  const parts = Array.from({ length: 30 }, (_, at) =>
    whole.subarray((at * whole.length) / 30, ((at + 1) * whole.length) / 30),
  )
  const bodies = { whole, stream: Readable.from(parts, { objectMode: false }) }
  for (const [Key, Body] of Object.entries(bodies)) {
    await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentLength: whole.length }))
    const object = await s3.send(new GetObjectCommand({ Bucket, Key }))
    expect(Buffer.from((await object.Body?.transformToByteArray()) ?? []).equals(whole)).toBe(true)
  }
})
