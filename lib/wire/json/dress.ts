import 'server-only'
import { AwsError } from '@/lib/aws/errors'
import type { WireResponse } from '../message'

// AWS: the JSON services name the same refusals with other words (API references, "Common Errors").
const codes: Record<string, string> = {
  AccessDenied: 'AccessDeniedException',
  ExpiredToken: 'ExpiredTokenException',
  IncompleteSignature: 'IncompleteSignatureException',
  InternalFailure: 'InternalServerException',
  InvalidClientTokenId: 'UnrecognizedClientException',
  MissingAuthenticationToken: 'MissingAuthenticationTokenException',
  SignatureDoesNotMatch: 'InvalidSignatureException',
  ValidationError: 'ValidationException',
}

export function encodeError(contentType: string, { code, status, message }: AwsError, requestId: string): WireResponse {
  const type = codes[code] ?? code
  const headers = { 'content-type': contentType, 'x-amzn-requestid': requestId, 'x-amzn-errortype': type }
  return { status, headers, body: JSON.stringify({ __type: type, message }) }
}

/** The body as an object; JSON of any other kind is no input. */
export function readJson(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8') || '{}')
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {
    // Told below, like all that is no object.
  }
  throw new AwsError('SerializationException', 400, 'The request body is not a JSON object.')
}

export function jsonAnswer(contentType: string, output: unknown, requestId: string): WireResponse {
  const headers = { 'content-type': contentType, 'x-amzn-requestid': requestId }
  return { status: 200, headers, body: JSON.stringify(output) }
}
