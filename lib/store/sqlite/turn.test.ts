import { Worker } from 'node:worker_threads'
import { describe, expect, it, vi } from 'vitest'
import { leaveTurns, Turn, turnWords } from './turn.mjs'

const twoThreads = () => {
  const words = turnWords(2)
  return { words, one: new Turn(words, 1), two: new Turn(words, 2) }
}

describe('turns of threads', () => {
  it('lets nobody in while another one has the turn', async () => {
    const { one, two } = twoThreads()
    expect(one.tryTake()).toBe(true)
    expect(two.tryTake()).toBe(false)
    one.give()
    expect(two.tryTake()).toBe(true)
  })

  it('keeps nobody from coming first for a moment, and lets nobody pass who has waited long', async () => {
    const { one, two } = twoThreads()
    one.tryTake()
    let hasWaited = false
    const waited = two.take().then(() => {
      hasWaited = true
    })
    one.give()
    expect(one.tryTake()).toBe(true)
    await new Promise((later) => setTimeout(later, 30))
    expect(hasWaited).toBe(false)
    one.give()
    expect(one.tryTake()).toBe(false)
    await waited
    two.give()
    expect(one.tryTake()).toBe(true)
  })

  it('waits as long as its patience lasts before it comes first', async () => {
    const words = turnWords(2)
    const [one, two] = [new Turn(words, 1), new Turn(words, 2, 60_000)]
    one.tryTake()
    void two.take()
    await new Promise((later) => setTimeout(later, 30))
    one.give()
    expect(one.tryTake()).toBe(true)
  })

  it('is tried for again and again before anybody waits', () => {
    const { words, one, two } = twoThreads()
    one.tryTake()
    vi.spyOn(performance, 'now').mockReturnValue(0)
    let tries = 0
    const { compareExchange } = Atomics
    vi.spyOn(Atomics, 'compareExchange').mockImplementation((...at) => {
      if (++tries === 3) one.give()
      return compareExchange.apply(Atomics, at as Parameters<typeof compareExchange>)
    })
    void two.take()
    vi.restoreAllMocks()
    expect(words[0]).toBe(2)
  })

  it('goes on without a thread that ended in its turn', async () => {
    const { words, one, two } = twoThreads()
    two.tryTake()
    const waited = one.take()
    leaveTurns(words, 2)
    await waited
  })

  it('gives the turn to no thread that ended while it waited', async () => {
    const { words, one, two } = twoThreads()
    one.tryTake()
    void two.take()
    await new Promise((later) => setTimeout(later, 30))
    leaveTurns(words, 2)
    one.give()
    expect(one.tryTake()).toBe(true)
  })

  it('belongs to no dead thread, whatever its end and the giving do at the same moment', () => {
    // Every place of the end among the steps of giving: each step of `give` is one call of Atomics.
    for (let place = 0; place < 6; place++) {
      const { words, one } = twoThreads()
      one.tryTake()
      Atomics.store(words, 2, 1)
      let step = 0
      const { load, store } = Atomics
      const between = () => {
        if (step++ === place) leaveTurns(words, 2)
      }
      vi.spyOn(Atomics, 'load').mockImplementation((...at) => {
        between()
        return load.apply(Atomics, at as Parameters<typeof load>)
      })
      vi.spyOn(Atomics, 'store').mockImplementation((...at) => {
        if (at[1] === 0) between()
        return store.apply(Atomics, at as Parameters<typeof store>)
      })
      one.give()
      vi.restoreAllMocks()
      if (step <= place) leaveTurns(words, 2)
      expect(words[0], `the end at step ${place}`).toBe(0)
    }
  })

  it('keeps threads apart that want it all the time', async () => {
    const words = turnWords(2)
    const shared = new Int32Array(new SharedArrayBuffer(8)) // the count, and how many have come
    // Each reads, lets the other one run, and writes: without turns many of the additions would be lost.
    const source = `
      const { workerData: { url, words, shared, thread } } = require('node:worker_threads')
      import(url).then(async ({ Turn }) => {
        const turn = new Turn(words, thread)
        const awake = setInterval(() => undefined, 1000) // to wait for a turn keeps no thread alive
        Atomics.add(shared, 1, 1)
        while (Atomics.load(shared, 1) < 2) await new Promise(setImmediate)
        for (let round = 0; round < 300; round++) {
          if (!turn.tryTake()) await turn.take()
          const before = shared[0]
          await new Promise(setImmediate)
          shared[0] = before + 1
          turn.give()
        }
        clearInterval(awake)
      })`
    const url = new URL('./turn.mjs', import.meta.url).href
    const ended = [1, 2].map(
      (thread) =>
        new Promise((resolve, reject) => {
          const worker = new Worker(source, { eval: true, workerData: { url, words, shared, thread } })
          worker.once('error', reject).once('exit', resolve)
        }),
    )
    expect(await Promise.all(ended)).toEqual([0, 0])
    expect(shared[0]).toBe(600)
  })
})
