import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FactualHeader } from '@/lib/caller/request-facts'
import type { WireRequest, WireResponse } from './message'

/** A request as it arrived; no body where it was too large to keep. */
export type Arrived = Omit<WireRequest, 'body'> & { body: Buffer | null }

/** What of a request's headers its facts are made of. */
export type Seen = Record<FactualHeader, string | null>

export function answerHttp(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (arrived: Arrived, seen: Seen) => Promise<WireResponse>,
): Promise<void>
