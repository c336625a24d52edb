import 'server-only'
import type { WireResponse } from '../message'
import type { Call, Protocol } from '../protocol'
import { encodeError, refuse } from './errors'
import { routeOf } from './routes'
import { s3Call } from './s3-call'

/** S3's protocol: things are addresses, lists and errors are XML. */
export const restXml: Protocol = { answer, refuse, encodeError }

async function answer(call: Call): Promise<WireResponse> {
  const addressed = s3Call(call)
  const { status, headers, body } = await routeOf(addressed).answer(addressed)
  return { status, headers: { 'x-amz-request-id': call.world.requestId, ...headers }, body }
}
