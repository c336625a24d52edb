import { Worker } from 'node:worker_threads'
import { leaveTurns } from '../lib/store/sqlite/turn.mjs'

/**
 * A thread that answers calls. It ends only when it is told to: one that ends by itself fails the calls that it has, and the
 * next call begins another one.
 * @param {URL} script
 * @param {{ turns: Int32Array<SharedArrayBuffer>, thread: number }} place the turns at writing, and its number in them
 */
export function otherThread(script, place) {
  let running
  const begun = () => {
    running ??= begin(script, place, () => {
      running = undefined
    })
    return running
  }
  return {
    ready: () => begun().ready,
    /** Has a call answered; `arrived` and `facts` must be such that they can be sent. */
    async answer(arrived, facts) {
      const thread = begun()
      await thread.ready
      const { answered } = await thread.ask({ arrived: { ...arrived, body: ownBytes(arrived.body) }, facts })
      return answered
    },
    /** Has it write what it still keeps, and ends it. */
    async stop() {
      const thread = running
      if (!thread) return
      await thread.ask({})
      await thread.end()
    },
  }
}

function begin(script, place, onEnd) {
  const waiting = new Map() // what settles the promise of each message, by its ID
  const worker = new Worker(script, { workerData: place, env: { ...process.env, NEXT_RUNTIME: 'nodejs' } })
  let lastId = 0
  const settled = (id) => new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
  const ready = settled(lastId)
  let failure
  worker.on('message', ({ id, error, ...message }) => {
    const { resolve, reject } = waiting.get(id)
    waiting.delete(id)
    if (error) reject(error)
    else resolve(message)
  })
  worker.on('error', (error) => {
    failure = error
  })
  worker.on('exit', () => {
    onEnd()
    leaveTurns(place.turns, place.thread)
    const error = failure ?? new Error('The thread has ended.')
    for (const { reject } of waiting.values()) reject(error)
  })
  return {
    ready,
    ask(message) {
      worker.postMessage({ ...message, id: ++lastId })
      return settled(lastId)
    },
    end: () => worker.terminate(),
  }
}

/** A small buffer is a part of a larger one, and all of that would be sent. */
const ownBytes = (body) => body && new Uint8Array(body)
