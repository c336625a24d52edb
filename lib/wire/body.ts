import 'server-only'
import type { IncomingMessage } from 'node:http'

const megabyte = 1024 * 1024
/** An object of 5 MB in signed chunks, with room. */
const largest = 6 * megabyte
/** How much of a body that is too large is thrown away, so that its sender gets to read the answer. */
const patience = 64 * megabyte

/** The whole body as sent, or null for one that is too large: no more of it than the limit is ever kept. */
export function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > patience) return Promise.resolve(null)
  const parts: Buffer[] = []
  let size = 0
  // Listeners and no loop over the stream: for a small body that costs more than all the rest of reading it.
  return new Promise((resolve, reject) => {
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size <= largest) parts.push(part)
      else parts.length = 0
      if (size <= patience) return
      // To destroy the request would be to destroy the answer's connection.
      request.pause()
      resolve(null)
    })
    request.on('end', () => resolve(size > largest ? null : Buffer.concat(parts)))
    request.on('error', reject)
  })
}
