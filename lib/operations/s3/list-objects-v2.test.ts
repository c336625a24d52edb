import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { writeData } from '@/lib/store'
import { noPolicyAllows } from '../testing/expected'
import { allow, type Lab, labWith } from '../testing/lab'
import { createBucket } from './create-bucket'
import { deleteObject } from './delete-object'
import { listObjectsV2 } from './list-objects-v2'

const Bucket = 'lab'
/** In the order of their bytes. */
const keys = ['a+b c.txt', 'a/1', 'a/2', 'a/b/3', 'a//4', 'a0', 'big/000', 'big/001', 'z%2Fz', 'é/ü', '🙂/x'].toSorted(
  (one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)),
)

let lab: Lab

beforeAll(async () => {
  const home = { StringLike: { 's3:prefix': ['a/*', ''] } }
  lab = await labWith({
    ann: allow('s3:ListBucket', 'arn:aws:s3:::lab', home),
    bob: allow('s3:ListBucket', 'arn:aws:s3:::lab/*'),
    cid: allow('s3:ListBucket', '*', { NumericLessThanEquals: { 's3:max-keys': '10' } }),
    dan: allow('s3:ListBucket', '*', { StringEquals: { 's3:delimiter': '/' } }),
  })
  await lab.root.perform(createBucket, { Bucket })
  await lab.root.perform(createBucket, { Bucket: 'folders' })
  const object = { body: new Uint8Array(3), etag: '"e"', contentType: 'text/plain', lastModified: lab.now }
  await writeData(lab.account, async (store) => {
    for (const key of keys) await store.objects.put(Bucket, { key, ...object })
    for (let folder = 0; folder < 3; folder++) {
      for (let at = 0; at < 120; at++) await store.objects.put('folders', { key: `${folder}/${at}`, ...object })
    }
    await store.objects.put('folders', { key: 'last', ...object })
  })
})

type Query = Omit<z.output<typeof listObjectsV2.input>, 'Bucket'>

const list = (query: Query = {}, bucket = Bucket) => lab.root.perform(listObjectsV2, { Bucket: bucket, ...query })
const contents = ({ Contents }: { Contents: { Key: string }[] }) => Contents.map((object) => object.Key)
const folders = ({ CommonPrefixes }: { CommonPrefixes: { Prefix: string }[] }) =>
  CommonPrefixes.map((folder) => folder.Prefix)
const tokenIn = (page: object) => ('NextContinuationToken' in page ? String(page.NextContinuationToken) : undefined)

/** The pages of so many keys; each must say truly whether there is more. */
async function walk(query: Query & { MaxKeys: number }, bucket = Bucket) {
  const pages: string[][] = []
  let ContinuationToken: string | undefined
  do {
    const page = await list({ ...query, ContinuationToken }, bucket)
    pages.push([...contents(page), ...folders(page)].toSorted())
    expect(page.KeyCount).toBe(pages.at(-1)?.length)
    ContinuationToken = tokenIn(page)
    expect(page.IsTruncated).toBe(ContinuationToken !== undefined)
  } while (ContinuationToken)
  return pages
}

describe('ListObjectsV2', () => {
  it('gives all keys in the order of their bytes', async () => {
    const page = await list()
    expect(contents(page)).toEqual(keys)
    expect(page).toMatchObject({ Name: Bucket, Prefix: '', MaxKeys: 1000, KeyCount: 11, IsTruncated: false })
    expect(page).not.toHaveProperty('Delimiter')
    expect(page.Contents[0]).toEqual({
      Key: 'a+b c.txt',
      LastModified: lab.now,
      ETag: '"e"',
      Size: 3,
      StorageClass: 'STANDARD',
    })
  })

  it.each([
    [{ Delimiter: '/' }, ['a+b c.txt', 'a0', 'z%2Fz'], ['a/', 'big/', 'é/', '🙂/']],
    [{ Delimiter: '/', Prefix: 'a/' }, ['a/1', 'a/2'], ['a//', 'a/b/']],
    [{ Delimiter: '/', Prefix: 'a' }, ['a+b c.txt', 'a0'], ['a/']],
    [{ Delimiter: '/', Prefix: 'é/' }, ['é/ü'], []],
    [{ Delimiter: '%2F' }, keys.filter((key) => key !== 'z%2Fz'), ['z%2F']],
    [{ Delimiter: '0' }, ['a+b c.txt', 'a//4', 'a/1', 'a/2', 'a/b/3', 'z%2Fz', 'é/ü', '🙂/x'], ['a0', 'big/0']],
    [{ Prefix: 'A' }, [], []],
    [{ Prefix: 'big_0' }, [], []],
    [{ Prefix: 'z%' }, ['z%2Fz'], []],
    [{ StartAfter: 'a/2' }, keys.slice(keys.indexOf('a/2') + 1), []],
    [{ StartAfter: 'a/1a', Prefix: 'a/' }, ['a/2', 'a/b/3'], []],
    [{ Delimiter: '' }, keys, []],
  ])('lists %o', async (query, expectedKeys, expectedFolders) => {
    const page = await list(query)
    expect(contents(page)).toEqual(expectedKeys)
    expect(folders(page)).toEqual(expectedFolders)
  })

  it.each([1, 2, 3, 7, 100])('gives pages of %i keys and common prefixes', async (MaxKeys) => {
    expect((await walk({ MaxKeys })).flat().toSorted()).toEqual(keys.toSorted())
    const whole = (await walk({ MaxKeys: 1000, Delimiter: '/' })).flat()
    const pages = await walk({ MaxKeys, Delimiter: '/' })
    expect(pages.flat().toSorted()).toEqual(whole)
    expect(pages.slice(0, -1).every((page) => page.length === MaxKeys)).toBe(true)
    expect(pages.at(-1)).not.toEqual([])
  })

  it('counts a folder of any size once', async () => {
    for (const MaxKeys of [1, 3, 4, 1000]) {
      const all = (await walk({ MaxKeys, Delimiter: '/' }, 'folders')).flat()
      expect(all.toSorted()).toEqual(['0/', '1/', '2/', 'last'])
    }
  })

  it('gives nothing where nothing is wanted, and a thousand where more is', async () => {
    expect(await list({ MaxKeys: 0 })).toMatchObject({ KeyCount: 0, IsTruncated: false, Contents: [] })
    expect(await list({ MaxKeys: 5000 })).toMatchObject({ MaxKeys: 1000 })
  })

  it('goes on behind a key that is gone', async () => {
    const first = await list({ MaxKeys: 1 }, 'folders')
    await lab.root.perform(deleteObject, { Bucket: 'folders', Key: '0/0' })
    const rest = await list({ MaxKeys: 1, ContinuationToken: tokenIn(first) }, 'folders')
    expect(contents(rest)).toEqual(['0/1'])
  })

  it('is asked with prefix, delimiter and number: an empty prefix is one, none is none', async () => {
    const ann = lab.as('ann')
    expect(contents(await ann.perform(listObjectsV2, { Bucket, Prefix: 'a/b' }))).toEqual(['a/b/3'])
    await ann.perform(listObjectsV2, { Bucket, Prefix: '', Delimiter: '/' })
    for (const query of [{}, { Prefix: 'a' }, { Prefix: 'A/' }]) {
      await expect(ann.perform(listObjectsV2, { Bucket, ...query })).rejects.toMatchObject(
        noPolicyAllows(lab.userArn('ann'), 's3:ListBucket', '"arn:aws:s3:::lab"'),
      )
    }
    await lab.as('cid').perform(listObjectsV2, { Bucket, MaxKeys: 10 })
    await expect(lab.as('cid').perform(listObjectsV2, { Bucket })).rejects.toMatchObject({ code: 'AccessDenied' })
    await lab.as('dan').perform(listObjectsV2, { Bucket, Delimiter: '/' })
    await expect(lab.as('dan').perform(listObjectsV2, { Bucket })).rejects.toMatchObject({ code: 'AccessDenied' })
  })

  it('is refused to those whose permission names the objects, and leaves an event', async () => {
    await expect(lab.as('bob').perform(listObjectsV2, { Bucket })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('bob'), 's3:ListBucket', '"arn:aws:s3:::lab"'),
    )
    const events = (await lab.events()).filter((event) => event.userName === 'bob')
    expect(events).toMatchObject([{ name: 'ListObjectsV2', errorCode: 'AccessDenied', resourceName: 'lab' }])
    await expect(list({}, 'none')).rejects.toMatchObject({ code: 'NoSuchBucket' })
  })

  it.each([
    [
      { ContinuationToken: 'made up' },
      { code: 'InvalidArgument', message: 'The continuation token provided is incorrect' },
    ],
    [{ MaxKeys: -1 }, { code: 'ValidationError' }],
    [{ Prefix: '\0' }, { code: 'ValidationError' }],
  ])('does not take %o', async (query, expected) => {
    await expect(list(query)).rejects.toMatchObject(expected)
  })
})
