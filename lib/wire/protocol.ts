import 'server-only'
import type { AwsError } from '@/lib/aws/errors'
import type { RequestFacts } from '@/lib/caller/request-facts'
import type { World } from '@/lib/gate/world'
import type { WireRequest, WireResponse } from './message'
import type { Refusal } from './sigv4/refusal'

/** A request that was believed. `body` is without chunks, `trailers` came behind them. */
export type Call = WireRequest & { service: string; trailers: ReadonlyMap<string, string>; world: World }

/** A dress in which AWS's services speak: how calls are read, and answers and errors written. */
export type Protocol = {
  answer(call: Call): Promise<WireResponse>
  /** Answers a request without a signature; throws for all calls that need one. */
  answerUnsigned?(request: WireRequest, facts: RequestFacts): Promise<WireResponse>
  /** What the client is told when its signature was not believed. */
  refuse(refusal: Refusal): AwsError
  encodeError(error: AwsError, request: WireRequest, requestId: string): WireResponse
}
