import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
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

  it('gives the turn to who waits, even if the other one asks again at once', async () => {
    const { one, two } = twoThreads()
    one.tryTake()
    const waited = two.take()
    one.give()
    expect(one.tryTake()).toBe(false)
    await waited
    two.give()
    expect(one.tryTake()).toBe(true)
  })

  it('goes on without a thread that ended in its turn', async () => {
    const { words, one, two } = twoThreads()
    two.tryTake()
    const waited = one.take()
    leaveTurns(words, 2)
    await waited
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
