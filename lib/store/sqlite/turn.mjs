// Plain JavaScript: server.mjs makes the words and clears up behind a thread, outside Next's bundle.

/** Where a thread finds the words that it shares with the others, and its own number, from 1. */
const slot = Symbol.for('iam-dojo.turn')

/** What a thread's word says besides 0: it has waited too long, or it has ended. */
const pressing = 1
const gone = 2

/** So many milliseconds a turn is tried for again and again: most are over sooner. */
const trying = 1
/** So many milliseconds others may come first. */
const usualPatience = 10

/** Words for so many threads: whose turn it is (0: nobody's), then one for each thread. */
export const turnWords = (threads) => new Int32Array(new SharedArrayBuffer(4 * (threads + 1)))

/** This thread's part in the turns of all; null where it is the only one that writes. */
export function ownTurn() {
  const place = globalThis[slot]
  return place ? new Turn(place.words, place.thread, place.patience) : null
}

export function joinTurns(words, thread, patience = usualPatience) {
  Atomics.store(words, thread, 0)
  globalThis[slot] = { words, thread, patience }
}

/** The thread has ended, perhaps in its turn. */
export function leaveTurns(words, thread) {
  Atomics.store(words, thread, gone)
  if (Atomics.compareExchange(words, 0, thread, 0) === thread) Atomics.notify(words, 0)
}

/** A thread asks for one turn at a time. Whoever runs first gets it, unless another one has waited too long. */
export class Turn {
  constructor(words, thread, patience = usualPatience) {
    this.words = words
    this.thread = thread
    this.patience = patience
  }

  /** Whether it is our turn without waiting. */
  tryTake() {
    return Atomics.compareExchange(this.words, 0, 0, this.thread) === 0
  }

  async take() {
    const { words, thread, patience } = this
    for (const soon = performance.now() + trying; performance.now() < soon; ) if (this.tryTake()) return
    const end = performance.now() + patience
    for (;;) {
      const owner = Atomics.compareExchange(words, 0, 0, thread)
      if (owner === 0 || owner === thread) break
      const left = end - performance.now()
      if (left <= 0) Atomics.store(words, thread, pressing)
      const change = Atomics.waitAsync(words, 0, owner, left > 0 ? left : Number.POSITIVE_INFINITY)
      if (change.async) await change.value
    }
    Atomics.store(words, thread, 0)
  }

  give() {
    const { words } = this
    const next = this.whoPresses()
    Atomics.store(words, 0, next)
    // It may have ended in between: `leaveTurns` was then too early to find it in its turn.
    if (next !== 0 && Atomics.load(words, next) === gone) Atomics.compareExchange(words, 0, next, 0)
    Atomics.notify(words, 0)
  }

  /** The next in the row after us, or 0. */
  whoPresses() {
    const threads = this.words.length - 1
    for (let step = 1; step < threads; step++) {
      const other = ((this.thread - 1 + step) % threads) + 1
      if (Atomics.load(this.words, other) === pressing) return other
    }
    return 0
  }
}
