import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { AwsError, internalFailure, isAwsError } from '@/lib/aws/errors'
import { operate } from '@/lib/gate/perform'
import type { OperatorOperation } from '@/lib/operations/define'
import { operatorWorld } from './operator-world'

const kilobyte = 1024
const megabyte = 1024 * kilobyte

/** How much of a body is read: an order of a few words, or a whole account. */
export const bodyLimits = { order: 64 * kilobyte, account: 64 * megabyte }

type Answering<In, Out> = {
  operation: OperatorOperation<In, Out>
  input(request: Request): unknown | Promise<unknown>
  status?: number
}

/** Answers one call of the operator's HTTP interface: a token, an operation, JSON in both directions. */
export async function answerOperator<In, Out>(request: Request, answering: Answering<In, Out>): Promise<Response> {
  const { operation, input, status = 200 } = answering
  try {
    demandToken(request.headers.get('authorization'))
    const output = await operate(operation, await input(request), operatorWorld(request.headers))
    return json(output, status)
  } catch (error) {
    const known = isAwsError(error) ? error : unexpected(error)
    return json({ code: known.code, message: known.message }, known.status)
  }
}

/** The body as JSON, read no further than the limit. */
export async function jsonBody(request: Request, limit: number): Promise<unknown> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.byteLength
    if (size > limit) throw new AwsError('RequestTooLarge', 413, `The body may have up to ${limit} bytes.`)
    parts.push(part)
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8') || '{}')
  } catch {
    throw new AwsError('InvalidInput', 400, 'The body must be JSON.')
  }
}

function demandToken(authorization: string | null) {
  const token = process.env.OPERATOR_TOKEN
  if (!token) throw new AwsError('NotFound', 404, 'This server has no operator interface: OPERATOR_TOKEN is not set.')
  const given = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? ''
  if (!timingSafeEqual(digest(given), digest(token)))
    throw new AwsError('Unauthorized', 401, 'Send the operator token: Authorization: Bearer ...')
}

/** Of equal length whatever the text, so that the comparison tells nothing. */
const digest = (text: string) => createHash('sha256').update(text).digest()

function unexpected(error: unknown): AwsError {
  const id = crypto.randomUUID()
  console.error(`${id}:`, error)
  return internalFailure(id)
}

function json(value: unknown, status: number): Response {
  const headers = { 'Cache-Control': 'no-store', ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }) }
  return Response.json(value, { status, headers })
}
