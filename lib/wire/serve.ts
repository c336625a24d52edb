import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { factsOf } from '@/lib/caller/request-facts'
import { type Arrived, answer } from './answer'
import { readBody } from './read-body'

/** Answers one AWS API call on Node's own request: its address is the signed one, byte for byte. Never rejects. */
export async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const facts = factsOf({ get: (name) => request.headers[name]?.toString() ?? null })
    const body = await readBody(request)
    const { status, headers, body: content } = await answerer()({ ...asSent(request), body }, facts)
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

/** The thread of the AWS API where server.mjs runs one; it may be there later than this file. */
function answerer(): typeof answer {
  return (globalThis as { [elsewhere]?: typeof answer })[elsewhere] ?? answer
}

const elsewhere = Symbol.for('iam-dojo.answer-elsewhere')

function asSent({ method = 'GET', url = '/', rawHeaders }: IncomingMessage): Omit<Arrived, 'body'> {
  const mark = url.indexOf('?')
  const [path, query] = mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)]
  const headers: [string, string][] = []
  for (let index = 0; index < rawHeaders.length; index += 2) {
    headers.push([(rawHeaders[index] ?? '').toLowerCase(), rawHeaders[index + 1] ?? ''])
  }
  return { method, path, query, headers }
}
