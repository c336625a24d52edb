import { describe, expect, it } from 'vitest'
import { sha256 } from './canonical-request'
import { type ChunkForm, chunkForm, unchunk } from './chunks'
import { scopeText, signatureOf } from './signing-key'

const form = (name: string) => chunkForm(name) as ChunkForm
const chain = {
  key: Buffer.from('key'),
  timestamp: '20261122T090000Z',
  scope: { date: '20261122', region: 'eu-west-1', service: 's3' },
  signature: '0'.repeat(64),
}

describe('chunks with a trailer', () => {
  const unsigned = form('STREAMING-UNSIGNED-PAYLOAD-TRAILER')

  it('are put together without signatures', () => {
    const raw = Buffer.from('5\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32: DUoRhQ==\r\n\r\n')
    expect(unchunk(raw, unsigned, chain)).toEqual({
      body: Buffer.from('hello world'),
      trailers: new Map([['x-amz-checksum-crc32', 'DUoRhQ==']]),
    })
  })

  it.each([
    '5\r\nhell',
    '5\r\nhello!\r\n0\r\n\r\n',
    '5\r\nhello!!0\r\n\r\n',
    '-1\r\n',
    '5;x=y\r\nhello\r\n0\r\n\r\n',
    'fffffffff\r\n',
    '0\r\nno colon\r\n',
    '0\r\na:1\r\na:2\r\n',
  ])('are refused as %j', (text) =>
    expect(unchunk(Buffer.from(text), unsigned, chain)).toMatchObject({ refused: { kind: 'chunk' } }),
  )

  it('have a signed end where the chunks are signed', () => {
    const signed = form('STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER')
    const sign = (...lines: string[]) => signatureOf(chain.key, lines.join('\n'))
    const scope = scopeText(chain.scope)
    const one = sign('AWS4-HMAC-SHA256-PAYLOAD', chain.timestamp, scope, chain.signature, sha256(''), sha256('hi'))
    const last = sign('AWS4-HMAC-SHA256-PAYLOAD', chain.timestamp, scope, one, sha256(''), sha256(''))
    const end = sign('AWS4-HMAC-SHA256-TRAILER', chain.timestamp, scope, last, sha256('x-amz-checksum-crc32:AA==\n'))
    const raw = (value: string) =>
      `2;chunk-signature=${one}\r\nhi\r\n0;chunk-signature=${last}\r\nx-amz-checksum-crc32:${value}\r\nx-amz-trailer-signature:${end}\r\n\r\n`
    expect(unchunk(Buffer.from(raw('AA==')), signed, chain)).toMatchObject({ body: Buffer.from('hi') })
    expect(unchunk(Buffer.from(raw('AB==')), signed, chain)).toEqual({ refused: { kind: 'mismatch' } })
  })
})
