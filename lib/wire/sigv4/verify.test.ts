import { describe, expect, it } from 'vitest'
import type { WireRequest } from '../message'
import { readClaim } from './claim'
import { isRefusal } from './refusal'
import { verify } from './verify'

// The worked examples of AWS's S3 API reference, "Authenticating Requests (AWS Signature Version 4)".
const key = { id: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }
const now = new Date('2013-05-24T00:00:00Z')
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

type Given = {
  headers: Record<string, string>
  signature: string
  body?: string | Buffer
  method?: string
  target?: string
}

function example({ headers, signature, body = '', method = 'GET', target = '/' }: Given): WireRequest {
  const [path = '', query = ''] = target.split('?')
  const given = { host: 'examplebucket.s3.amazonaws.com', 'x-amz-date': '20130524T000000Z', ...headers }
  const signed = Object.keys(given).sort().join(';')
  const authorization = `AWS4-HMAC-SHA256 Credential=${key.id}/20130524/us-east-1/s3/aws4_request,SignedHeaders=${signed},Signature=${signature}`
  return { method, path, query, headers: Object.entries({ ...given, authorization }), body: Buffer.from(body) }
}

// No key here has a session token; one text stands for those that are over.
const findKey = async (id: string, token: string | undefined) => {
  if (token !== undefined) return token === 'old' ? 'expired' : 'wrong-token'
  return id === key.id ? key : null
}

const check = async (request: WireRequest, at = now) => {
  const claim = readClaim(request)
  return isRefusal(claim) ? claim : verify(request, claim, at, findKey)
}

const range = example({
  target: '/test.txt',
  headers: { range: 'bytes=0-9', 'x-amz-content-sha256': emptyHash },
  signature: 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
})

const without = (request: WireRequest, name: string) => ({
  ...request,
  headers: request.headers.filter(([candidate]) => candidate !== name),
})

const replaced = (request: WireRequest, from: string | RegExp, to: string): WireRequest => ({
  ...request,
  headers: request.headers.map(([name, value]) => [name, name === 'authorization' ? value.replace(from, to) : value]),
})

describe('the header form', () => {
  it('is believed for the examples of the S3 reference', async () => {
    expect(await check(range)).toMatchObject({ key, scope: { region: 'us-east-1', service: 's3' } })
    const lifecycle = example({
      target: '/?lifecycle',
      headers: { 'x-amz-content-sha256': emptyHash },
      signature: 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
    })
    expect(await check(lifecycle)).toMatchObject({ key })
    const list = example({
      target: '/?max-keys=2&prefix=J',
      headers: { 'x-amz-content-sha256': emptyHash },
      signature: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    })
    expect(await check(list)).toMatchObject({ key })
    const put = example({
      method: 'PUT',
      target: '/test%24file.text',
      headers: {
        date: 'Fri, 24 May 2013 00:00:00 GMT',
        'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      },
      body: 'Welcome to Amazon S3.',
      signature: '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    })
    expect(await check(put)).toMatchObject({ key, body: put.body })
    expect(await check({ ...put, body: Buffer.from('Welcome to Amazon S4.') })).toEqual({
      refused: { kind: 'payload' },
    })
  })

  it.each([
    ['another method', { ...range, method: 'HEAD' }],
    ['another path', { ...range, path: '/Test.txt' }],
    ['another query', { ...range, query: 'acl' }],
    [
      'a changed header',
      { ...range, headers: range.headers.map(([n, v]) => [n, n === 'range' ? 'bytes=0-8' : v] as const) },
    ],
    ['a header left out', without(range, 'range')],
    ['another region', replaced(range, 'us-east-1', 'us-east-2')],
    ['a shorter signature', replaced(range, /41$/, '')],
    ['a signature in capitals', replaced(range, 'Signature=f0e8', 'Signature=F0E8')],
  ])('is not believed with %s', async (_, request) => {
    expect(await check(request)).toEqual({ refused: { kind: 'mismatch' } })
  })

  it.each([
    ['no credential', replaced(range, 'Credential=', 'Kredential='), /requires 'Credential' parameter/],
    ['a repeated field', replaced(range, 'Signature=', 'Signature=0,Signature='), /repeated/],
    ['host not signed', replaced(range, 'SignedHeaders=host;', 'SignedHeaders='), /must name 'host'/],
    ['a header signed twice', replaced(range, 'SignedHeaders=host;', 'SignedHeaders=host;host;'), /each header once/],
    ['another day in the scope', replaced(range, '20130524', '20130523'), /'20130523' != '20130524'/],
    ['no date', without(range, 'x-amz-date'), /'X-Amz-Date' or a 'Date'/],
    ['another algorithm', replaced(range, 'AWS4-HMAC', 'AWS4-ECDSA'), /must begin with/],
    ['a hostile region', replaced(range, 'us-east-1', 'us<script>'), /Credential must be/],
  ])('cannot be read with %s', async (_, request, message) => {
    expect(await check(request)).toMatchObject({
      refused: { kind: 'malformed', message: expect.stringMatching(message) },
    })
  })

  it('holds for 15 minutes in both directions', async () => {
    const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
    expect(await check(range, later(15))).toMatchObject({ key })
    expect(await check(range, later(-15))).toMatchObject({ key })
    expect(await check(range, later(20))).toEqual({
      refused: {
        kind: 'skewed',
        message:
          'Signature expired: 20130524T000000Z is now earlier than 20130524T000500Z (20130524T002000Z - 15 min.)',
      },
    })
    expect(await check(range, later(-20))).toMatchObject({
      refused: { kind: 'skewed', message: expect.stringContaining('Signature not yet current: 20130524T000000Z') },
    })
  })

  it('knows no strangers and no headers that somebody added', async () => {
    const added = (name: string) => ({ ...range, headers: [...range.headers, [name, 'x'] as const] })
    expect(await check(added('x-amz-security-token'))).toEqual({
      refused: { kind: 'unsigned-header', name: 'x-amz-security-token' },
    })
    expect(await check(added('x-amz-copy-source'))).toEqual({
      refused: { kind: 'unsigned-header', name: 'x-amz-copy-source' },
    })
    const stranger = replaced(range, key.id, 'AKIAIOSFODNN7EXAMPLF')
    expect(await check(stranger)).toEqual({ refused: { kind: 'unknown-key', keyId: 'AKIAIOSFODNN7EXAMPLF' } })
  })
})

describe('a presigned address', () => {
  const query = [
    'X-Amz-Algorithm=AWS4-HMAC-SHA256',
    `X-Amz-Credential=${key.id}%2F20130524%2Fus-east-1%2Fs3%2Faws4_request`,
    'X-Amz-Date=20130524T000000Z',
    'X-Amz-Expires=86400',
    'X-Amz-SignedHeaders=host',
    'X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  ].join('&')
  const headers = [['host', 'examplebucket.s3.amazonaws.com']] as const
  const presigned: WireRequest = { method: 'GET', path: '/test.txt', query, headers, body: Buffer.alloc(0) }

  it('is believed until it expires', async () => {
    expect(await check(presigned, new Date('2013-05-25T00:00:00Z'))).toMatchObject({ key })
    const late = await check(presigned, new Date('2013-05-25T00:00:01Z'))
    expect(late).toMatchObject({ refused: { kind: 'expired' } })
  })

  it.each([
    ['Expires=86400', 'Expires=604801', 'malformed'],
    ['Expires=86400', 'Expires=-1', 'malformed'],
    ['Expires=86400', 'Expires=86401', 'mismatch'],
    ['&X-Amz-SignedHeaders=host', '', 'malformed'],
    ['SignedHeaders=host', 'SignedHeaders=range', 'malformed'],
    ['&X-Amz-Signature', '&X-Amz-Date=20130524T000000Z&X-Amz-Signature', 'malformed'],
    ['&X-Amz-Signature', '&X-Amz-Security-Token=x&X-Amz-Signature', 'token'],
    ['&X-Amz-Signature', '&X-Amz-Security-Token=old&X-Amz-Signature', 'expired-token'],
  ])('with %s as %s is refused', async (from, to, kind) => {
    expect(await check({ ...presigned, query: query.replace(from, to) })).toMatchObject({ refused: { kind } })
  })

  it('cannot come with an Authorization header', async () => {
    const both = { ...presigned, headers: range.headers }
    expect(await check(both)).toMatchObject({ refused: { kind: 'malformed' } })
  })
})

describe('a body in signed chunks', () => {
  const signatures = [
    'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648',
    '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497',
    'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9',
  ]
  const chunks = ['a'.repeat(65_536), 'a'.repeat(1024), '']
  const body = chunks.map(
    (chunk, at) => `${chunk.length.toString(16)};chunk-signature=${signatures[at]}\r\n${chunk}\r\n`,
  )
  const upload = example({
    method: 'PUT',
    target: '/examplebucket/chunkObject.txt',
    headers: {
      host: 's3.amazonaws.com',
      'content-encoding': 'aws-chunked',
      'content-length': '66824',
      'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
      'x-amz-decoded-content-length': '66560',
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
    },
    body: body.join(''),
    signature: '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
  })

  it('is put together where every signature in the chain is right', async () => {
    expect(await check(upload)).toMatchObject({ body: Buffer.from(chunks.join('')) })
  })

  const changed = (text: string) => check({ ...upload, body: Buffer.from(text) })

  it('is refused with one byte changed, a chunk left out or an end that is missing', async () => {
    const [first = '', second = '', last = ''] = body
    expect(await changed(first + second.replace('aa', 'ab') + last)).toEqual({ refused: { kind: 'mismatch' } })
    expect(await changed(second + last)).toEqual({ refused: { kind: 'mismatch' } })
    expect(await changed(first + last)).toEqual({ refused: { kind: 'mismatch' } })
    for (const text of [first + second, first.slice(0, 1000), '', 'zz\r\n', `${first}${second}${last}more`]) {
      expect(await changed(text)).toMatchObject({ refused: { kind: 'chunk' } })
    }
  })
})
