import 'server-only'
import { AwsError } from '@/lib/aws/errors'
import type { WireResponse } from '../message'
import type { Call } from '../protocol'
import { queryParameters } from '../sigv4/uri'
import { element, textElement } from '../xml'

/** A call to S3: the bucket and key that its path names, and its parameters. */
export type S3Call = Call & { bucket: string; key: string; parameters: ReadonlyMap<string, string> }

export function s3Call(call: Call): S3Call {
  const { bucket, key } = addressOf(call.path)
  const parameters = new Map<string, string>()
  for (const [name, value] of queryParameters(call.query)) {
    const text = utf8(name)
    if (parameters.has(text))
      throw new AwsError('InvalidArgument', 400, `The parameter ${text.slice(0, 128)} was given more than once.`)
    parameters.set(text, utf8(value))
  }
  return { bucket, key, parameters, ...call }
}

/** Path style, below `/aws` or at the root. A bucket named `aws` is therefore reached below the prefix only. */
function addressOf(path: string): { bucket: string; key: string } {
  const rest = path.replace(/^\/aws(?=\/|$)/, '').replace(/^\//, '')
  const end = rest.indexOf('/')
  if (end === -1) return { bucket: decoded(rest), key: '' }
  return { bucket: decoded(rest.slice(0, end)), key: decoded(rest.slice(end + 1)) }
}

const invalidUri = () => new AwsError('InvalidURI', 400, "Couldn't parse the specified URI.")

function decoded(text: string): string {
  try {
    return decodeURIComponent(utf8(text))
  } catch {
    throw invalidUri()
  }
}

function utf8(bytes: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(bytes, 'latin1'))
  } catch {
    throw invalidUri()
  }
}

/** An answer without a body. */
export const emptyAnswer = (status: number, headers: Record<string, string> = {}): WireResponse => ({
  status,
  headers,
  body: '',
})

const xmlns = 'http://s3.amazonaws.com/doc/2006-03-01/'

export function xmlAnswer(name: string, members: object): WireResponse {
  const content = Object.entries(members)
    .map(([member, value]) => encode(member, value))
    .join('')
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${xmlns}">${content}</${name}>`
  return { status: 200, headers: { 'content-type': 'application/xml' }, body }
}

/** S3's lists have no element of their own: each item carries the member's name. */
function encode(name: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map((item) => encode(name, item)).join('')
  if (value instanceof Date) return element(name, value.toISOString())
  if (typeof value !== 'object') return textElement(name, String(value))
  return element(
    name,
    Object.entries(value)
      .map(([member, inner]) => encode(member, inner))
      .join(''),
  )
}
