import 'server-only'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { throttling } from '@/lib/aws/errors'
import { once } from '@/lib/store/slot'

/** How many wrong old passwords are free before a user has to wait. */
export const freeGuesses = { perUser: 10, withinSeconds: 300 }

const limiter = () =>
  once(
    'password guesses',
    () => new RateLimiterMemory({ points: freeGuesses.perUser, duration: freeGuesses.withinSeconds }),
  )

/**
 * Takes one guess at a user's present password (or `what` else), or throws Throttling: a found session or key must not become
 * a password or a code by trying. Counted before it is looked at, so that many at the same moment do not slip through.
 */
export async function takeGuess(userId: string, what = 'password'): Promise<{ wasRight(): Promise<void> }> {
  const key = `${what} ${userId}`
  try {
    await limiter().consume(key)
  } catch (refused) {
    if (refused instanceof Error) throw refused
    throw throttling()
  }
  return {
    wasRight: async () => {
      await limiter().delete(key)
    },
  }
}
