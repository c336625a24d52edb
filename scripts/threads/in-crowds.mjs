/** Side by side, the calls' common code stays in the processor's caches: each costs a quarter less. More would only wait. */
export const crowd = 8

/**
 * Takes what comes, in whatever bursts, and begins it in the order in which it came: a crowd in each turn of the event loop.
 * A port gives up to a thousand messages in one go, and under load nothing else that is ready would have its turn: timers,
 * passwords that were hashed, writers that waited.
 * @template T
 * @param {(one: T) => void} begin must not throw
 * @returns {(one: T) => void}
 */
export function inCrowds(begin) {
  const waiting = []
  let isDue = false
  const later = () => {
    if (!isDue) setImmediate(next)
    isDue = true
  }
  const next = () => {
    isDue = false
    for (const one of waiting.splice(0, crowd)) begin(one)
    if (waiting.length > 0) later()
  }
  return (one) => {
    waiting.push(one)
    later()
  }
}
