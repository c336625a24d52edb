import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { factsOf } from '@/lib/caller/request-facts'
import { answer } from './answer'
import { type Arrived, answerHttp, type Seen } from './http.mjs'

/** Answers a call with what was seen of its headers: in this thread, or for one that listens. */
export const answerSeen = (arrived: Arrived, seen: Seen) => answer(arrived, factsOf({ get: (name) => seen[name] }))

/** Answers one AWS API call on Node's own request. Never rejects. */
export const serve = (request: IncomingMessage, response: ServerResponse): Promise<void> =>
  answerHttp(request, response, answerSeen)
