import 'server-only'
import { AwsError } from '@/lib/aws/errors'
import { perform } from '@/lib/gate/perform'
import { findOperation } from '@/lib/operations'
import { headerOf, type WireResponse } from '../message'
import type { Call, Protocol } from '../protocol'
import { refuse } from '../query/refusals'
import { encodeError, jsonAnswer, readJson } from './dress'

const contentType = 'application/x-amz-json-1.1'

/** The services that speak this protocol, by the prefix of their targets. */
const services: Record<string, string> = { CloudTrail_20131101: 'cloudtrail' }

/** AWS's JSON 1.1: the header x-amz-target names the operation, times are seconds since 1970. */
export const targetJson: Protocol = {
  answer,
  refuse,
  encodeError: (error, _, requestId) => encodeError(contentType, error, requestId),
}

async function answer(call: Call): Promise<WireResponse> {
  const [action = '', prefix = ''] = (headerOf(call, 'x-amz-target') ?? '').split('.').reverse()
  const service = Object.hasOwn(services, prefix) ? services[prefix] : undefined
  const operation = service === call.service ? findOperation(service, action) : undefined
  if (!operation) throw new AwsError('UnknownOperationException', 400, 'The operation is not known here.')
  const output = await perform(operation, withDates(readJson(call.body)), call.world)
  return jsonAnswer(contentType, withSeconds(output), call.world.requestId)
}

/** Members whose names end in `Time` are times. */
function withDates(input: Record<string, unknown>): Record<string, unknown> {
  const pairs = Object.entries(input).map(([name, value]) => [
    name,
    name.endsWith('Time') && typeof value === 'number' ? new Date(value * 1000) : value,
  ])
  return Object.fromEntries(pairs)
}

function withSeconds(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000
  if (Array.isArray(value)) return value.map(withSeconds)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withSeconds(inner)]))
}
