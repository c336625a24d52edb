import 'server-only'
import { createHash } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { throttling } from '@/lib/aws/errors'
import { once } from '@/lib/store/slot'

const minutes = 60

/** How many failures are free before one has to wait. A whole class may sit behind one address. */
export const freeFailures = { perUser: 10, perAddress: 100, within: 5 * minutes }

/** How many calls of the AWS API without a readable signature an address may make: each costs a look at its token. */
export const unsignedCalls = { perAddress: 600, within: minutes }

// AWS: has no lock-out. Ours ends by itself and counts failures only.
const limiters = () =>
  once('sign-in throttle', () => ({
    user: new RateLimiterMemory({ points: freeFailures.perUser, duration: freeFailures.within }),
    address: new RateLimiterMemory({ points: freeFailures.perAddress, duration: freeFailures.within }),
  }))

export type Attempt = { allowed: true; succeeded(): Promise<void> } | { allowed: false; waitSeconds: number }

/**
 * Takes one attempt from the address and from whom it is for. Counted before the password is looked at, so that many
 * attempts at the same moment do not slip through; a success gives them back.
 */
export async function attempt(address: string, subject: string): Promise<Attempt> {
  const { user, address: addresses } = limiters()
  const key = createHash('sha256').update(subject.toLowerCase()).digest('base64url')
  // An address that must wait does not use up the attempts of the user it aims at.
  const waitSeconds = (await take(addresses, address)) || (await take(user, key))
  if (waitSeconds > 0) return { allowed: false, waitSeconds }
  const succeeded = async () => {
    await user.delete(key)
    await addresses.reward(address)
  }
  return { allowed: true, succeeded }
}

/** Takes one call without a readable signature from the address; throws AWS's error where it made too many. */
export async function takeUnsignedCall(address: string): Promise<void> {
  const { perAddress: points, within: duration } = unsignedCalls
  const limiter = once('unsigned throttle', () => new RateLimiterMemory({ points, duration }))
  if ((await take(limiter, address)) > 0) throw throttling()
}

/** Seconds to wait, 0 for none. */
async function take(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refused) {
    const wait = (refused as { msBeforeNext?: number }).msBeforeNext
    if (wait === undefined) throw refused
    return Math.max(1, Math.ceil(wait / 1000))
  }
}

/** `a minute`, `3 minutes`: never less than what is really to wait. */
export function waitText(seconds: number): string {
  const whole = Math.ceil(seconds / 60)
  return whole === 1 ? 'a minute' : `${whole} minutes`
}
