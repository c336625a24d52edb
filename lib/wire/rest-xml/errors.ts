import 'server-only'
import { AwsError } from '@/lib/aws/errors'
import type { WireRequest, WireResponse } from '../message'
import type { Refusal } from '../sigv4/refusal'
import { element, textElement } from '../xml'

/** S3's answer to a signature that is not believed. */
export function refuse(refusal: Refusal): AwsError {
  switch (refusal.kind) {
    case 'unsigned':
      return new AwsError('AccessDenied', 403, 'Access Denied')
    case 'malformed':
      return refusal.form === 'query'
        ? new AwsError('AuthorizationQueryParametersError', 400, refusal.message)
        : new AwsError('AuthorizationHeaderMalformed', 400, `The authorization header is malformed; ${refusal.message}`)
    case 'unknown-key':
      return new AwsError(
        'InvalidAccessKeyId',
        403,
        'The AWS Access Key Id you provided does not exist in our records.',
      )
    case 'token':
      return new AwsError('InvalidToken', 400, 'The provided token is malformed or otherwise invalid.')
    case 'expired-token':
      return new AwsError('ExpiredToken', 400, 'The provided token has expired.')
    case 'unsigned-header':
      return new AwsError('AccessDenied', 403, 'There were headers present in the request which were not signed')
    case 'skewed':
      return new AwsError(
        'RequestTimeTooSkewed',
        403,
        'The difference between the request time and the current time is too large.',
      )
    case 'expired':
      return new AwsError('AccessDenied', 403, 'Request has expired')
    case 'mismatch':
      return new AwsError(
        'SignatureDoesNotMatch',
        403,
        'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      )
    case 'payload':
      return new AwsError(
        'XAmzContentSHA256Mismatch',
        400,
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
      )
    case 'chunk':
      return new AwsError('IncompleteBody', 400, refusal.message)
  }
}

// AWS: S3 has other names for what the other services call so (API reference, "Error responses").
const codes: Record<string, string> = {
  ValidationError: 'InvalidArgument',
  InternalFailure: 'InternalError',
  RequestEntityTooLarge: 'EntityTooLarge',
}

export function encodeError(
  { code, status, message }: AwsError,
  request: WireRequest,
  requestId: string,
): WireResponse {
  const error = element(
    'Error',
    textElement('Code', codes[code] ?? code) +
      textElement('Message', message) +
      textElement('Resource', request.path) +
      textElement('RequestId', requestId) +
      textElement('HostId', requestId),
  )
  const body = request.method === 'HEAD' ? '' : `<?xml version="1.0" encoding="UTF-8"?>\n${error}`
  return { status, headers: { 'content-type': 'application/xml', 'x-amz-request-id': requestId }, body }
}
