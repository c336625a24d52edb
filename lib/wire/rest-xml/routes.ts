import 'server-only'
import { AwsError } from '@/lib/aws/errors'
import type { WireResponse } from '../message'
import { answerCreateBucket, answerDeleteBucket, answerHeadBucket, answerListBuckets, notImplemented } from './buckets'
import { answerDeleteObjects } from './delete-objects'
import { answerListObjects, answerListObjectsV2 } from './list-objects'
import { answerDeleteObject, answerGetObject, answerPutObject, overrides } from './objects'
import type { S3Call } from './s3-call'

type Place = 'account' | 'bucket' | 'object'

/** One operation's address: its method, what its path names, the parameter that marks it and those that it knows. */
type Route = {
  method: string
  place: Place
  marker?: string
  parameters?: readonly string[]
  answer(call: S3Call): Promise<WireResponse>
}

const listing = ['prefix', 'delimiter', 'max-keys', 'encoding-type']

/** Those with a marker come first. */
const routes: readonly Route[] = [
  {
    method: 'GET',
    place: 'account',
    parameters: ['max-buckets', 'continuation-token', 'prefix'],
    answer: answerListBuckets,
  },
  {
    method: 'GET',
    place: 'bucket',
    marker: 'list-type',
    parameters: [...listing, 'continuation-token', 'start-after', 'fetch-owner'],
    answer: answerListObjectsV2,
  },
  { method: 'GET', place: 'bucket', parameters: [...listing, 'marker'], answer: answerListObjects },
  { method: 'HEAD', place: 'bucket', answer: answerHeadBucket },
  { method: 'PUT', place: 'bucket', answer: answerCreateBucket },
  { method: 'DELETE', place: 'bucket', answer: answerDeleteBucket },
  { method: 'POST', place: 'bucket', marker: 'delete', answer: answerDeleteObjects },
  { method: 'GET', place: 'object', parameters: overrides, answer: answerGetObject },
  { method: 'HEAD', place: 'object', parameters: overrides, answer: answerGetObject },
  { method: 'PUT', place: 'object', answer: answerPutObject },
  { method: 'DELETE', place: 'object', answer: answerDeleteObject },
]

/**
 * The operation that the call means. INVARIANT: a parameter or header that asks for more than is built is refused and never
 * overlooked: `PUT ?acl` would else replace an object by its access list.
 */
export function routeOf(call: S3Call): Route {
  const place = placeOf(call)
  const here = routes.filter((route) => route.place === place && route.method === call.method)
  const route = here.find(({ marker }) => marker === undefined || call.parameters.has(marker))
  if (!route && here.length === 0 && !['GET', 'HEAD', 'PUT', 'POST', 'DELETE'].includes(call.method)) {
    throw new AwsError('MethodNotAllowed', 405, 'The specified method is not allowed against this resource.')
  }
  const known = new Set([route?.marker, ...(route?.parameters ?? []), 'x-id'])
  const isStrange = (name: string) => !known.has(name) && !name.startsWith('X-Amz-')
  if (!route || [...call.parameters.keys()].some(isStrange) || call.headers.some(([name]) => asksForMore(name, call))) {
    throw notImplemented()
  }
  return route
}

const placeOf = ({ bucket, key }: S3Call): Place => (key ? 'object' : bucket ? 'bucket' : 'account')

function asksForMore(name: string, { method }: S3Call): boolean {
  if (/^x-amz-(copy-source|meta-|tagging|object-lock|website|grant-|server-side-encryption-customer)/.test(name))
    return true
  return method === 'PUT' && (name === 'if-match' || name === 'if-none-match')
}
