import 'server-only'
import { AwsError, internalFailure, isAwsError } from '@/lib/aws/errors'
import type { RequestFacts } from '@/lib/caller/request-facts'
import { findSigningKey, noteUse } from '@/lib/caller/signing-key'
import { takeUnsignedCall } from '@/lib/caller/throttle'
import type { Arrived } from './arrived'
import { repeatedHeader, type WireRequest, type WireResponse } from './message'
import type { Protocol } from './protocol'
import { protocolOf } from './protocol-of'
import { type Claim, readClaim } from './sigv4/claim'
import { isRefusal } from './sigv4/refusal'
import { verify } from './sigv4/verify'

/** Answers one call of the AWS API, whatever was sent. Who calls is told by the signature alone, never by a cookie. */
export async function answer({ body, ...arrived }: Arrived, facts: RequestFacts): Promise<WireResponse> {
  const request = { body: body ?? Buffer.alloc(0), ...arrived }
  const claim = readClaim(request)
  const protocol = protocolOf(request, isRefusal(claim) ? undefined : claim.scope.service)
  try {
    if (isRefusal(claim)) await takeUnsignedCall(facts.sourceIp)
    if (body === null) throw new AwsError('RequestEntityTooLarge', 413, 'The request body is larger than 6 MB.')
    demandPlain(request)
    if (isRefusal(claim)) {
      if (claim.refused.kind === 'unsigned' && protocol.answerUnsigned)
        return await protocol.answerUnsigned(request, facts)
      throw protocol.refuse(claim.refused)
    }
    return await answerClaim(request, claim, protocol, facts)
  } catch (error) {
    const known = isAwsError(error) ? error : unexpected(error, facts.requestId)
    return protocol.encodeError(known, request, facts.requestId)
  }
}

/** Refuses what two readers could read differently. */
function demandPlain(request: WireRequest) {
  const repeated = repeatedHeader(request)
  if (repeated) throw new AwsError('InvalidRequest', 400, `The header ${repeated} was sent more than once.`)
  if (!request.path.startsWith('/')) throw new AwsError('InvalidURI', 400, "Couldn't parse the specified URI.")
}

async function answerClaim(request: WireRequest, claim: Claim, protocol: Protocol, facts: RequestFacts) {
  const verified = await verify(request, claim, facts.now, (id, token) => findSigningKey(id, token, facts))
  if (isRefusal(verified)) throw protocol.refuse(verified.refused)
  const { key, scope, body, trailers } = verified
  await noteUse(key, { at: facts.now, service: scope.service, region: scope.region }, facts.arrivedAt)
  const world = { caller: key.caller, ...facts, region: scope.region }
  return protocol.answer({ trailers, service: scope.service, world, ...request, body })
}

/** INVARIANT: what went wrong inside stays inside; the client gets an id to ask about. */
function unexpected(error: unknown, id: string): AwsError {
  console.error(`InternalFailure ${id}:`, error)
  return internalFailure(id)
}
