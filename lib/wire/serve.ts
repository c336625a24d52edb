import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { factsOf } from '@/lib/caller/request-facts'
import { answer } from './answer'
import { arrivedOf } from './arrived'
import { answerHttp, type Received } from './http.mjs'

/** Answers a call that Node read in this thread, or in the one that listens. */
export const answerReceived = (received: Received) =>
  answer(arrivedOf(received), factsOf({ get: (name) => received.seen[name] }))

/** Answers one AWS API call on Node's own request. Never rejects. */
export const serve = (request: IncomingMessage, response: ServerResponse): Promise<void> =>
  answerHttp(request, response, answerReceived)
