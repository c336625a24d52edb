import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { factsOf, type RequestFacts } from '@/lib/caller/request-facts'
import { answer } from './answer'
import { arrivedOf } from './arrived'
import { readBody } from './body'
import { inCrowds } from './in-crowds'
import type { WireResponse } from './message'

type Call = { request: IncomingMessage; body: Buffer | null; facts: RequestFacts }

const calls = inCrowds<Call, WireResponse>(({ request, body, facts }) => answer(arrivedOf(request, body), facts))

/** Answers one AWS API call on Node's own request. Never rejects. */
export async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const body = await readBody(request)
    const facts = factsOf({ get: (name) => request.headers[name]?.toString() ?? null })
    const { status, headers, body: content } = await calls.take({ request, body, facts })
    if (body === null) response.setHeader('connection', 'close')
    // The answer to HEAD tells a length of its own.
    response.writeHead(status, { 'content-length': Buffer.byteLength(content), ...headers }).end(content)
  } catch (error) {
    // A client that goes away in the middle of its body is not worth a line.
    if (!request.readableAborted) console.error('A call of the AWS API got no answer:', error)
    if (response.headersSent) response.destroy()
    else response.writeHead(500).end()
  }
}

/** Waits for the calls that still run, also those whose clients have gone. */
export const served = (): Promise<void> => calls.idle()
