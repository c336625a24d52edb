import 'server-only'
import { hash } from 'node:crypto'
import type { WireRequest } from '../message'
import { normalPath, queryParameters, uriEncode } from './uri'

export const sha256 = (content: string | Uint8Array) =>
  // A string here is bytes, one character for each.
  hash('sha256', typeof content === 'string' ? Buffer.from(content, 'latin1') : content, 'hex')

/** What the client signed, as far as the request alone tells it. */
export type Signed = { signedHeaders: readonly string[]; payloadHash: string; service: string }

/** SigV4's canonical request. AWS: S3 signs the path as sent, all others encode its normal form once more. */
export function canonicalRequest(request: WireRequest, { signedHeaders, payloadHash, service }: Signed): string {
  return [
    request.method,
    service === 's3' ? request.path : canonicalPath(request.path),
    canonicalQuery(request.query),
    ...signedHeaders.map((name) => `${name}:${canonicalHeader(request, name)}`),
    '',
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n')
}

function canonicalPath(path: string): string {
  return path === '/' ? path : normalPath(path).split('/').map(uriEncode).join('/')
}

function canonicalQuery(query: string): string {
  if (query === '') return ''
  return queryParameters(query)
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [uriEncode(name), uriEncode(value)] as const)
    .sort((one, other) => compare(one[0], other[0]) || compare(one[1], other[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

function canonicalHeader({ headers }: WireRequest, name: string): string {
  return headers
    .filter(([candidate]) => candidate === name)
    .map(([, value]) => value.trim().replace(/ +/g, ' '))
    .join(',')
}
