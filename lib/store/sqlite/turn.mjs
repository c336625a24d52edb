// Plain JavaScript: server.mjs makes the words and clears up behind a thread, outside Next's bundle.

/** Where a thread finds the words that it shares with the others, and its own number, from 1. */
const slot = Symbol.for('iam-dojo.turn')

/** Words for so many threads: whose turn it is (0: nobody's), then for each thread whether it waits. */
export const turnWords = (threads) => new Int32Array(new SharedArrayBuffer(4 * (threads + 1)))

/** This thread's part in the turns of all; null where it is the only one that writes. */
export function ownTurn() {
  const place = globalThis[slot]
  return place ? new Turn(place.words, place.thread) : null
}

export function joinTurns(words, thread) {
  globalThis[slot] = { words, thread }
}

/** The thread has ended, perhaps in its turn. */
export function leaveTurns(words, thread) {
  Atomics.store(words, thread, 0)
  if (Atomics.load(words, 0) === thread) pass(words, thread)
}

/** A thread asks for one turn at a time. Whoever waits is next, however often the others come. */
export class Turn {
  constructor(words, thread) {
    this.words = words
    this.thread = thread
  }

  /** Whether it is our turn without waiting. */
  tryTake() {
    return Atomics.compareExchange(this.words, 0, 0, this.thread) === 0
  }

  async take() {
    const { words, thread } = this
    Atomics.store(words, thread, 1)
    for (;;) {
      const owner = Atomics.compareExchange(words, 0, 0, thread)
      if (owner === 0 || owner === thread) break
      const change = Atomics.waitAsync(words, 0, owner)
      if (change.async) await change.value
    }
    Atomics.store(words, thread, 0)
  }

  give() {
    pass(this.words, this.thread)
  }
}

/** To the next of those who wait, counted from us, or to nobody. */
function pass(words, thread) {
  const threads = words.length - 1
  let next = 0
  for (let step = 1; step < threads && next === 0; step++) {
    const other = ((thread - 1 + step) % threads) + 1
    if (Atomics.load(words, other) === 1) next = other
  }
  Atomics.store(words, 0, next)
  Atomics.notify(words, 0)
}
