import 'server-only'
import { headerOf, type WireRequest } from '../message'
import type { Refusal } from './refusal'
import { algorithm, type Scope } from './signing-key'
import { queryParameters } from './uri'

/** What a request says about its own signature, readable but not yet believed. */
export type Claim = {
  form: 'header' | 'query'
  keyId: string
  scope: Scope
  signedHeaders: readonly string[]
  signature: string
  /** `20261122T090000Z` */
  timestamp: string
  signedAt: Date
  /** Presigned addresses only. */
  expiresSeconds?: number
  /** The body's hash where a presigned address names one. */
  payloadHash?: string
  token?: string
}

type Reading = Claim | { refused: Refusal }

/** Reads the Authorization header or the query parameters of a presigned address. */
export function readClaim(request: WireRequest): Reading {
  const header = headerOf(request, 'authorization')
  const parameters = request.query.includes('X-Amz-') ? queryParameters(request.query) : []
  const isPresigned = parameters.some(([name]) => name === 'X-Amz-Algorithm')
  if (header !== undefined && isPresigned)
    return malformed(
      'header',
      'Only one auth mechanism allowed: the Authorization header or the X-Amz-Algorithm query parameter.',
    )
  if (header !== undefined) return readHeader(request, header)
  return isPresigned ? readQuery(parameters) : { refused: { kind: 'unsigned' } }
}

function readHeader(request: WireRequest, header: string): Reading {
  const [name, ...rest] = header.trim().split(/\s+/)
  if (name !== algorithm) return malformed('header', `Authorization header must begin with '${algorithm}'.`)
  const fields = new Map<string, string>()
  for (const part of rest.join('').split(',')) {
    const end = part.indexOf('=')
    if (end === -1 || fields.has(part.slice(0, end)))
      return malformed(
        'header',
        `'${part}' not a valid key=value pair (missing equal-sign or repeated) in Authorization header.`,
      )
    fields.set(part.slice(0, end), part.slice(end + 1))
  }
  const missing = ['Credential', 'Signature', 'SignedHeaders']
    .filter((field) => !fields.get(field))
    .map((field) => `Authorization header requires '${field}' parameter.`)
  const timestamp = timestampOf(request)
  if (!timestamp) missing.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.")
  if (missing.length > 0) return malformed('header', missing.join(' '))
  return finish({
    form: 'header',
    credential: fields.get('Credential') ?? '',
    signature: fields.get('Signature') ?? '',
    signedHeaders: fields.get('SignedHeaders') ?? '',
    timestamp: timestamp ?? '',
    token: headerOf(request, 'x-amz-security-token'),
  })
}

/** AWS: X-Amz-Date counts before Date; the latter may be written as HTTP writes dates. */
function timestampOf(request: WireRequest): string | undefined {
  const amazon = headerOf(request, 'x-amz-date')
  if (amazon !== undefined) return amazon
  const date = headerOf(request, 'date')
  if (date === undefined || /^\d{8}T\d{6}Z$/.test(date)) return date
  const at = Date.parse(date)
  return Number.isNaN(at) ? date : new Date(at).toISOString().replace(/\.\d{3}|[-:]/g, '')
}

const required = [
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Signature',
  'X-Amz-Date',
  'X-Amz-SignedHeaders',
  'X-Amz-Expires',
]
const week = 604_800

function readQuery(parameters: [string, string][]): Reading {
  const fields = new Map<string, string>()
  for (const [name, value] of parameters) {
    if (name.startsWith('X-Amz-') && fields.has(name)) return malformed('query', `${name} was given more than once.`)
    fields.set(name, value)
  }
  const missing = required.filter((name) => !fields.get(name))
  if (missing.length > 0) return malformed('query', `AWS query-string parameters must include '${missing[0]}'.`)
  if (fields.get('X-Amz-Algorithm') !== algorithm)
    return malformed('query', `X-Amz-Algorithm only supports "${algorithm}"`)
  const expires = fields.get('X-Amz-Expires') ?? ''
  if (!/^\d{1,9}$/.test(expires)) return malformed('query', 'X-Amz-Expires should be a number')
  if (Number(expires) > week)
    return malformed(
      'query',
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    )
  return finish({
    form: 'query',
    credential: fields.get('X-Amz-Credential') ?? '',
    signature: fields.get('X-Amz-Signature') ?? '',
    signedHeaders: fields.get('X-Amz-SignedHeaders') ?? '',
    timestamp: fields.get('X-Amz-Date') ?? '',
    token: fields.get('X-Amz-Security-Token'),
    payloadHash: fields.get('X-Amz-Content-Sha256'),
    expiresSeconds: Number(expires),
  })
}

type Fields = Pick<Claim, 'form' | 'signature' | 'timestamp' | 'token' | 'expiresSeconds' | 'payloadHash'> & {
  credential: string
  signedHeaders: string
}

function finish({ credential, signedHeaders, ...fields }: Fields): Reading {
  const { form, timestamp } = fields
  const match = /^(\w{1,128})\/(\d{8})\/([a-z0-9-]{1,32})\/([a-z0-9-]{1,32})\/aws4_request$/.exec(credential)
  if (!match) return malformed(form, 'Credential must be <access key ID>/<YYYYMMDD>/<region>/<service>/aws4_request.')
  const [, keyId = '', date = '', region = '', service = ''] = match
  const signedAt = dateOf(timestamp)
  if (!signedAt) return malformed(form, `Date must be in ISO-8601 'basic format'. Got '${timestamp}'.`)
  if (!timestamp.startsWith(date))
    return malformed(
      form,
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date}' != '${timestamp.slice(0, 8)}', from '${timestamp}'.`,
    )
  const names = signedHeaders.split(';')
  if (
    !names.includes('host') ||
    new Set(names).size < names.length ||
    names.some((name) => !/^[!-9<-@[-~]+$/.test(name))
  )
    return malformed(form, "SignedHeaders must name 'host' and each header once, in lower case.")
  return { keyId, scope: { date, region, service }, signedHeaders: names, signedAt, ...fields }
}

function dateOf(timestamp: string): Date | null {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(timestamp)
  if (!match) return null
  const [, year, month, day, hour, minute, second] = match
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(date.getTime()) ? null : date
}

const malformed = (form: Claim['form'], message: string) => ({ refused: { kind: 'malformed', form, message } as const })
