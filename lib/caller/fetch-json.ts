import 'server-only'
import { once } from '@/lib/store/slot'

const longest = 64 * 1024
const patience = 5_000
const mostAtOnce = 16

/** Nobody answered, or not in time: to try again may help. */
export class Unreachable extends Error {}

/**
 * A small JSON object from the network. INVARIANT: no redirects, no more than 64 KB, no more than five seconds, and a few
 * at a time; who is asked is for the caller to choose.
 */
export async function fetchJson(url: string): Promise<Record<string, unknown>> {
  const running = once('fetches', () => ({ count: 0 }))
  if (running.count >= mostAtOnce) throw new Unreachable('Too many fetches at once.')
  running.count += 1
  try {
    const parsed: unknown = JSON.parse(await fetchText(url))
    if (typeof parsed !== 'object' || parsed === null) throw new Error('The answer is no JSON object.')
    return parsed as Record<string, unknown>
  } finally {
    running.count -= 1
  }
}

async function fetchText(url: string): Promise<string> {
  const signal = AbortSignal.timeout(patience)
  const headers = { accept: 'application/json' }
  const response = await fetch(url, { redirect: 'manual', cache: 'no-store', headers, signal }).catch((cause) => {
    throw new Unreachable('No answer.', { cause })
  })
  if (response.status >= 500) throw new Unreachable(`Answered with ${response.status}.`)
  if (response.status !== 200 || !response.body) throw new Error(`Answered with ${response.status}.`)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body) {
    size += part.length
    if (size > longest) throw new Error('The answer is too long.')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
