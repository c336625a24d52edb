import 'server-only'
import type { Claim } from './claim'
import type { Refusal } from './refusal'

const quarter = 15 * 60_000

/** Why the signature is too old or too new, or nothing. AWS allows clocks to differ by 15 minutes. */
export function staleness({ timestamp, signedAt, expiresSeconds }: Claim, now: Date): Refusal | null {
  const latest = new Date(now.getTime() + quarter)
  if (signedAt > latest) {
    const message = `Signature not yet current: ${timestamp} is still later than ${compact(latest)} (${compact(now)} + 15 min.)`
    return { kind: 'skewed', message }
  }
  if (expiresSeconds !== undefined) return expiry(signedAt, expiresSeconds, now)
  const earliest = new Date(now.getTime() - quarter)
  if (signedAt >= earliest) return null
  const message = `Signature expired: ${timestamp} is now earlier than ${compact(earliest)} (${compact(now)} - 15 min.)`
  return { kind: 'skewed', message }
}

function expiry(signedAt: Date, seconds: number, now: Date): Refusal | null {
  const end = new Date(signedAt.getTime() + seconds * 1000)
  if (now <= end) return null
  return { kind: 'expired', message: `Signature expired: ${compact(end)} is now earlier than ${compact(now)}` }
}

const compact = (date: Date) => date.toISOString().replace(/\.\d{3}|[-:]/g, '')
