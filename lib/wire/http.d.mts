import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FactualHeader } from '@/lib/caller/request-facts'
import type { WireResponse } from './message'

/** A request as Node read it. */
export type Received = {
  method: string
  url: string
  /** Names and values in turn. */
  rawHeaders: readonly string[]
  /** None where it was too large to keep. */
  body: Buffer | null
  /** What of its headers its facts are made of. */
  seen: Record<FactualHeader, string | null>
}

export function answerHttp(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (received: Received) => Promise<WireResponse>,
): Promise<void>
