import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { IAMClient } from '@aws-sdk/client-iam'
import { encodeAccessKeyId } from '@/lib/aws/access-key-id'
import { seal } from '@/lib/secrets/seal'
import { write } from '@/lib/store'
import { freshAccount } from '@/lib/store/testing'
import { answer } from './answer'
import type { Arrived } from './arrived'
import { canonicalRequest, sha256 } from './sigv4/canonical-request'
import { type Scope, signatureOf, signingKey, stringToSign } from './sigv4/signing-key'

process.env.IAM_DOJO_SECRET ??= 'only for tests'

export type Key = { id: string; secret: string }

export const now = new Date('2026-11-22T09:00:00.000Z')

export const facts = (at: Date = now) => ({
  now: at,
  requestId: '00000000-0000-4000-8000-000000000000',
  sourceIp: '203.0.113.10',
  userAgent: 'tests',
  secure: false,
  region: 'us-east-1',
})

/** A fresh account with a key for root. */
export async function accountWithKey(): Promise<{ account: string; key: Key }> {
  const account = await freshAccount()
  const key = { id: encodeAccessKeyId('AKIA', account, randomBytes(5)), secret: randomBytes(30).toString('base64') }
  const row = { id: key.id, userId: account, secretSealed: seal(key.secret, 'access-key'), createdAt: now }
  await write(account, (store) => store.accessKeys.create(row))
  return { account, key }
}

type Wanted = {
  method?: string
  path?: string
  query?: string
  headers?: [string, string][]
  body?: string | Buffer
  service?: string
  date?: Date
  payloadHash?: string
}

/** A request signed in the header form over all of its headers, by our own signing functions. */
export function signed(key: Key, wanted: Wanted): Arrived & { body: Buffer } {
  const { method = 'POST', path = '/aws', query = '', service = 'iam', date = now } = wanted
  const body = Buffer.from(wanted.body ?? '')
  const timestamp = date.toISOString().replace(/\.\d{3}|[-:]/g, '')
  const hash = wanted.payloadHash ?? sha256(body)
  const headers: [string, string][] = [
    ['host', 'localhost:3000'],
    ['x-amz-date', timestamp],
    ...(service === 's3' ? [['x-amz-content-sha256', hash] as [string, string]] : []),
    ...(wanted.headers ?? []),
  ]
  const signedHeaders = [...new Set(headers.map(([name]) => name))].sort()
  const scope: Scope = { date: timestamp.slice(0, 8), region: 'eu-west-1', service }
  const request = { method, path, query, headers, body }
  const canonical = canonicalRequest(request, { signedHeaders, payloadHash: hash, service })
  const signature = signatureOf(signingKey(key.secret, scope), stringToSign(timestamp, scope, canonical))
  const credential = `${key.id}/${scope.date}/${scope.region}/${service}/aws4_request`
  headers.push([
    'authorization',
    `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`,
  ])
  return request
}

/** Asks IAM; `parameters` is a form without its version. */
export const askIam = (key: Key, parameters: string, date?: Date) =>
  answer(signed(key, { body: `${parameters}&Version=2010-05-08`, date }), facts())

type Sent = {
  method: string
  path: string
  query?: Record<string, string | string[] | null>
  headers: Record<string, string>
  body?: unknown
}

/** Carries the official SDK's requests straight to `answer`, without a network. */
export const inProcess = {
  async handle(sent: Sent) {
    const body =
      typeof sent.body === 'string' || sent.body instanceof Uint8Array ? Buffer.from(sent.body) : Buffer.alloc(0)
    const headers = Object.entries(sent.headers).map(([name, value]) => [name.toLowerCase(), value] as const)
    const {
      status,
      headers: given,
      body: content,
    } = await answer(
      { method: sent.method, path: sent.path, query: queryOf(sent.query ?? {}), headers, body },
      facts(new Date()),
    )
    return { response: { statusCode: status, headers: given, body: Readable.from([Buffer.from(content)]) } }
  },
}

function queryOf(query: Record<string, string | string[] | null>): string {
  const encoded = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  return Object.entries(query)
    .flatMap(([name, value]) => [value].flat().map((item) => `${encoded(name)}=${encoded(item ?? '')}`))
    .join('&')
}

/** The official client of a new account's root. */
export async function iamClient() {
  const { key, account } = await accountWithKey()
  const iam = new IAMClient({
    region: 'eu-west-1',
    endpoint: 'http://localhost:3000/aws',
    credentials: { accessKeyId: key.id, secretAccessKey: key.secret },
    requestHandler: inProcess,
    maxAttempts: 1,
  })
  return { iam, account }
}
