import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { write } from '@/lib/store'
import { answer } from '../answer'
import { accountWithKey, facts, type Key, now, signed } from '../testing'

let key: Key
let bucket: string
beforeAll(async () => {
  const fresh = await accountWithKey()
  key = fresh.key
  bucket = `objects-${fresh.account}`
  await write(fresh.account, ({ buckets }) => buckets.create({ name: bucket, region: 'us-east-1', createdAt: now }))
  await ask('PUT', '/plain', { body: 'of plain' })
})

type Rest = { query?: string; body?: string; headers?: Record<string, string>; payloadHash?: string }

async function ask(method: string, path: string, { headers = {}, ...rest }: Rest = {}) {
  const request = { service: 's3', method, path: `/aws/${bucket}${path}`, headers: Object.entries(headers), ...rest }
  const { status, headers: given, body } = await answer(signed(key, request), facts())
  const text = Buffer.from(body).toString()
  return { status, headers: given, text, code: /<Code>(.*?)<\/Code>/.exec(text)?.[1] }
}

const digestOf = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('base64')

describe('GetObject', () => {
  it.each([
    ['bytes=3-5', 206, 'pla', 'bytes 3-5/8'],
    ['bytes=3-', 206, 'plain', 'bytes 3-7/8'],
    ['bytes=3-99', 206, 'plain', 'bytes 3-7/8'],
    ['bytes=-5', 206, 'plain', 'bytes 3-7/8'],
    ['bytes=-99', 206, 'of plain', 'bytes 0-7/8'],
    ['bytes=5-3', 200, 'of plain', undefined],
    ['bytes=-', 200, 'of plain', undefined],
    ['bytes=0-1,3-4', 200, 'of plain', undefined],
  ])('with the range %s answers %i', async (range, status, text, told) => {
    const answered = await ask('GET', '/plain', { headers: { range } })
    expect(answered).toMatchObject({ status, text })
    expect([answered.headers['content-range'], answered.headers['content-length']]).toEqual([told, `${text.length}`])
  })

  it.each(['bytes=8-', 'bytes=-0'])('has nothing for the range %s', async (range) => {
    expect(await ask('GET', '/plain', { headers: { range } })).toMatchObject({ status: 416, code: 'InvalidRange' })
  })

  it('holds to the conditions of the request', async () => {
    const etag = `"${createHash('md5').update('of plain').digest('hex')}"`
    const other = `"${'0'.repeat(32)}"`
    const statusWith = async (name: string, value: string) =>
      (await ask('GET', '/plain', { headers: { [name]: value } })).status
    expect(await statusWith('if-match', `${other}, ${etag}`)).toBe(200)
    expect(await statusWith('if-match', '*')).toBe(200)
    expect(await statusWith('if-none-match', other)).toBe(200)
    expect(await ask('GET', '/plain', { headers: { 'if-match': other } })).toMatchObject({
      status: 412,
      code: 'PreconditionFailed',
    })
    expect(await ask('GET', '/plain', { headers: { 'if-none-match': etag } })).toMatchObject({
      status: 304,
      text: '',
      headers: { etag },
    })
  })

  it('takes headers of the answer from the address, but no line of another', async () => {
    const query = 'response-content-disposition=attachment%3B%20filename%3Da.txt&response-content-type=text%2Fhtml'
    expect((await ask('GET', '/plain', { query })).headers).toMatchObject({
      'content-disposition': 'attachment; filename=a.txt',
      'content-type': 'text/html',
    })
    const { headers } = await ask('GET', '/plain', { query: 'response-content-type=a%0D%0Aset-cookie%3A%20b' })
    expect(headers['content-type']).toBe('binary/octet-stream')
  })
})

describe('PutObject', () => {
  it('confirms the checksums that fit', async () => {
    const sha256 = digestOf('sha256', 'x')
    const headers = { 'content-md5': digestOf('md5', 'x'), 'x-amz-checksum-sha256': sha256 }
    expect(await ask('PUT', '/x', { body: 'x', headers })).toMatchObject({
      status: 200,
      headers: { 'x-amz-checksum-sha256': sha256 },
    })
  })

  it.each([
    ['content-md5', digestOf('md5', 'y')],
    ['x-amz-checksum-sha1', digestOf('sha1', 'y')],
    ['x-amz-checksum-sha256', digestOf('sha256', 'y')],
  ])('refuses a body that is not the one of %s, and keeps nothing', async (name, value) => {
    const refused = await ask('PUT', '/refused', { body: 'x', headers: { [name]: value } })
    expect(refused).toMatchObject({ status: 400, code: 'BadDigest' })
    expect(await ask('GET', '/refused')).toMatchObject({ status: 404, code: 'NoSuchKey' })
  })

  it('reads the checksum behind the chunks', async () => {
    const inChunks = (checksum: string) =>
      ask('PUT', '/chunks', {
        body: `1\r\nx\r\n0\r\nx-amz-checksum-sha256:${checksum}\r\n\r\n`,
        headers: { 'x-amz-decoded-content-length': '1', 'x-amz-trailer': 'x-amz-checksum-sha256' },
        payloadHash: 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
      })
    expect(await inChunks(digestOf('sha256', 'y'))).toMatchObject({ status: 400, code: 'BadDigest' })
    expect(await inChunks(digestOf('sha256', 'x'))).toMatchObject({ status: 200 })
    expect(await ask('GET', '/chunks')).toMatchObject({ text: 'x' })
  })
})

describe('DeleteObjects', () => {
  const order = (inner: string) => ask('POST', '', { query: 'delete', body: `<Delete>${inner}</Delete>` })
  const object = (name: string) => `<Object><Key>${name}</Key></Object>`

  it('names what is deleted, or keeps quiet', async () => {
    const loud = await order(object('a&amp;b'))
    expect(loud).toMatchObject({ status: 200, text: expect.stringContaining('<Deleted><Key>a&amp;b</Key></Deleted>') })
    const quiet = await order(`<Quiet>true</Quiet>${object('a')}`)
    expect(quiet).toMatchObject({ status: 200, text: expect.not.stringContaining('Deleted>') })
  })

  it('takes a thousand objects at most, and no versions', async () => {
    expect(await order(object('a').repeat(1001))).toMatchObject({ status: 400, code: 'MalformedXML' })
    expect(await order('')).toMatchObject({ status: 400, code: 'MalformedXML' })
    const version = '<Object><Key>plain</Key><VersionId>1</VersionId></Object>'
    expect(await order(version)).toMatchObject({ status: 501, code: 'NotImplemented' })
    expect(await ask('HEAD', '/plain')).toMatchObject({ status: 200 })
  })
})
