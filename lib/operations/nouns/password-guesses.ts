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
 * Takes one guess at a user's present password, or throws Throttling: a found session or key must not become a password by
 * trying. Counted before it is looked at, so that many at the same moment do not slip through.
 */
export async function takeGuess(userId: string): Promise<{ wasRight(): Promise<void> }> {
  try {
    await limiter().consume(userId)
  } catch (refused) {
    if (refused instanceof Error) throw refused
    throw throttling()
  }
  return {
    wasRight: async () => {
      await limiter().delete(userId)
    },
  }
}
