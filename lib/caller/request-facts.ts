import 'server-only'
import { randomUUID } from 'node:crypto'

/** When a call came and from where: what the door calls its surroundings. */
export type RequestFacts = {
  now: Date
  requestId: string
  sourceIp: string
  userAgent: string
  secure: boolean
  region: string
  /** By `performance.now()`. What was looked at later need not be looked at again. */
  arrivedAt?: number
}

type Headers = { get(name: string): string | null }

// AWS: the console of a global service works in this region.
const consoleRegion = 'us-east-1'

let servedSecurely: boolean | undefined

/** Whether people reach this server by https; the start script settles the address. */
export function isServedSecurely(): boolean {
  // Asked by every call, and reading the environment is no reading of a variable.
  servedSecurely ??= process.env.NEXTAUTH_URL?.startsWith('https:') ?? false
  return servedSecurely
}

/** Reads them from a request. The one place where the console reads the clock. */
export function factsOf(headers: Headers): RequestFacts {
  return {
    now: new Date(),
    requestId: randomUUID(),
    // The front server writes this header itself and drops a client's own.
    sourceIp: headers.get('x-iam-dojo-remote') ?? '127.0.0.1',
    userAgent: (headers.get('user-agent') ?? '').slice(0, 512),
    secure: isServedSecurely() || headers.get('x-forwarded-proto') === 'https',
    region: consoleRegion,
    arrivedAt: performance.now(),
  }
}
