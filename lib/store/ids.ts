import 'server-only'
import { randomBytes, randomInt } from 'node:crypto'
import { isMainThread } from 'node:worker_threads'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * What an ID belongs to: users, groups, policies, roles, instance profiles, SSH keys, service-specific credentials, server
 * certificates.
 */
export type IdPrefix = 'AIDA' | 'AGPA' | 'ANPA' | 'AROA' | 'AIPA' | 'APKA' | 'ACCA' | 'ASCA'

/** A unique ID as AWS makes them: the prefix and 17 random characters. */
export const newId = (prefix: IdPrefix): string => prefix + idText(randomBytes(17))

/** Bytes in the letters of IDs: five bits of each make one character. */
export const idText = (bytes: Uint8Array): string => Array.from(bytes, (byte) => alphabet.charAt(byte & 31)).join('')

/** A session's ID: 256 random bits, for nothing but knowing it proves the session. */
export const newSessionId = (): string => randomBytes(32).toString('base64url')

let last = { millisecond: 0, count: 0 }

/**
 * An event's ID: a UUID (version 7) that begins with the event's time and goes on with a counter, so that the events of one
 * thread sort in the order in which they happened, also when they share a millisecond or a stopped clock.
 */
export function newEventId(time: Date): string {
  const { millisecond, count } = nextTick()
  // 52 bits: the millisecond's last 40 and the count. The variant stands between their first 12 and the others.
  const tick = hex(millisecond % 2 ** 40, 10) + hex(count, 3)
  const rest = Number.parseInt(tick.slice(3), 16)
  const upper = hex(2 ** 31 + Math.floor(rest / 1024), 8)
  const lower = hex((rest % 1024) * 2 ** 22 + thread + randomInt(2 ** 21), 8)
  const at = hex(time.getTime(), 12)
  return `${at.slice(0, 8)}-${at.slice(8)}-7${tick.slice(0, 3)}-${upper.slice(0, 4)}-${upper.slice(4)}${lower}`
}

function nextTick() {
  const now = Date.now()
  if (now > last.millisecond) last = { millisecond: now, count: 0 }
  else if (last.count < 4095) last = { ...last, count: last.count + 1 }
  else last = { millisecond: last.millisecond + 1, count: 0 }
  return last
}

const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0')

/** Each thread has a counter of its own. */
const thread = isMainThread ? 0 : 2 ** 21
