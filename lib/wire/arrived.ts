import 'server-only'
import type { IncomingMessage } from 'node:http'
import type { WireRequest } from './message'

/** A request as it arrived; no body where it was too large to keep. */
export type Arrived = Omit<WireRequest, 'body'> & { body: Buffer | null }

/** Its address is the signed one, byte for byte. */
export function arrivedOf({ method = 'GET', url = '/', rawHeaders }: IncomingMessage, body: Buffer | null): Arrived {
  const mark = url.indexOf('?')
  const [path, query] = mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)]
  const headers: [string, string][] = []
  for (let index = 0; index < rawHeaders.length; index += 2) {
    headers.push([rawHeaders[index]?.toLowerCase() ?? '', rawHeaders[index + 1] ?? ''])
  }
  return { method, path, query, headers, body }
}
