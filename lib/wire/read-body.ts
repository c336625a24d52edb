import 'server-only'
import type { IncomingMessage } from 'node:http'

const megabyte = 1024 * 1024
/** An object of 5 MB in signed chunks, with room. */
const largest = 6 * megabyte
/** How much of a body that is too large is thrown away, so that its sender gets to read the answer. */
const patience = 64 * megabyte

/** The whole body as sent, or null for one that is too large: no more of it than the limit is ever kept. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > patience) return null
  const parts: Buffer[] = []
  let size = 0
  // To destroy the request would be to destroy the answer's connection.
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += part.length
    if (size > patience) return null
    if (size > largest) parts.length = 0
    else parts.push(part)
  }
  return size > largest ? null : Buffer.concat(parts)
}
