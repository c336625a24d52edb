import 'server-only'
import { AwsError } from '@/lib/aws/errors'
import { perform } from '@/lib/gate/perform'
import { findOperation } from '@/lib/operations'
import type { WireResponse } from '../message'
import type { Call, Protocol } from '../protocol'
import { refuse } from '../query/refusals'
import { queryParameters } from '../sigv4/uri'
import { encodeError, jsonAnswer, readJson } from './dress'

const contentType = 'application/json'

/** What is built of the services whose operations are addresses. */
const operations: Record<string, string> = { 'POST /policy/validation': 'ValidatePolicy' }

/** AWS's REST with JSON: address and method name the operation, parameters join the body. */
export const restJson: Protocol = {
  answer,
  refuse,
  encodeError: (error, _, requestId) => encodeError(contentType, error, requestId),
}

async function answer(call: Call): Promise<WireResponse> {
  const address = `${call.method} ${call.path.replace(/^\/aws(?=\/)/, '')}`
  const name = Object.hasOwn(operations, address) ? operations[address] : undefined
  const operation = name && findOperation(call.service, name)
  if (!operation) throw new AwsError('UnknownOperationException', 404, 'The operation is not known here.')
  const input = { ...readJson(call.body), ...Object.fromEntries(queryParameters(call.query)) }
  return jsonAnswer(contentType, await perform(operation, input, call.world), call.world.requestId)
}
