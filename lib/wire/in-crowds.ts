import 'server-only'

/** Side by side, the calls' common code stays in the processor's caches: each costs a quarter less. More would only wait. */
export const crowd = 8

/**
 * Runs what comes, in whatever bursts, in the order in which it came: a crowd begins in each turn of the event loop. A turn
 * may read a request of each of a thousand connections, and under load nothing else that is ready would have its turn:
 * timers, passwords that were hashed, writers that waited. `idle` waits for the end of all that was taken.
 */
export function inCrowds<One, Result>(run: (one: One) => Promise<Result>) {
  const waiting: (() => Promise<void>)[] = []
  let running = 0
  let isDue = false
  const later = () => {
    if (!isDue) setImmediate(next)
    isDue = true
  }
  const next = () => {
    isDue = false
    for (const begin of waiting.splice(0, crowd)) void begin()
    if (waiting.length > 0) later()
  }
  return {
    take: (one: One) =>
      new Promise<Result>((resolve, reject) => {
        waiting.push(async () => {
          running += 1
          try {
            resolve(await run(one))
          } catch (error) {
            reject(error)
          }
          running -= 1
        })
        later()
      }),
    async idle(): Promise<void> {
      while (waiting.length > 0 || running > 0) await new Promise((turn) => setImmediate(turn))
    },
  }
}
