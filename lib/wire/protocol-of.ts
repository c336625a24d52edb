import 'server-only'
import { restJson } from './json/rest-json'
import { targetJson } from './json/target-json'
import { headerOf, type WireRequest } from './message'
import type { Protocol } from './protocol'
import { query } from './query/protocol'
import { restXml } from './rest-xml/protocol'

/** Who answers: told by the service that was signed for, and without a readable signature by the request's looks. */
export function protocolOf(request: WireRequest, service: string | undefined): Protocol {
  if (service === 's3' || (service === undefined && looksLikeS3(request))) return restXml
  if (service === 'access-analyzer') return restJson
  return headerOf(request, 'x-amz-target') === undefined ? query : targetJson
}

function looksLikeS3(request: WireRequest): boolean {
  const claim = headerOf(request, 'authorization') ?? request.query
  return /(\/|%2F)s3(\/|%2F)aws4_request/i.test(claim) || /^\/aws\/./.test(request.path)
}
