import { Worker } from 'node:worker_threads'
import { leaveTurns } from '../../lib/store/sqlite/turn.mjs'

/**
 * A thread that is spoken with: what `ask` sends is answered by a message of the same `id`, and `{ id: 0 }` says that it is
 * ready. Its end fails what was not answered.
 * @param {URL} script
 * @param {object} workerData
 * @param {(error: Error) => void} onEnd
 */
export function runThread(script, workerData, onEnd) {
  const waiting = new Map() // what settles the promise of each message, by its ID
  const worker = new Worker(script, { workerData, env: { ...process.env, NEXT_RUNTIME: 'nodejs' } })
  let lastId = 0
  const settled = (id) => new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
  const ready = settled(lastId)
  // Who does not ask whether it is ready hears of its end.
  ready.catch(() => undefined)
  let failure = new Error('The thread has ended.')
  let hasEnded = false
  worker.on('message', ({ id, error, ...message }) => {
    const { resolve, reject } = waiting.get(id) ?? {}
    waiting.delete(id)
    if (error) reject?.(error)
    else resolve?.(message)
  })
  worker.on('error', (error) => {
    failure = error
  })
  worker.on('exit', () => {
    hasEnded = true
    for (const { reject } of waiting.values()) reject(failure)
    onEnd(failure)
  })
  return {
    ready,
    async ask(message) {
      if (hasEnded) throw failure
      worker.postMessage({ id: ++lastId, ...message })
      return await settled(lastId)
    },
    end: () => worker.terminate(),
  }
}

/**
 * The thread that listens: one that ends by itself is followed by another.
 * @param {URL} script
 * @param {{ turns: Int32Array<SharedArrayBuffer>, thread: number }} place the turns at writing, and its number in them
 * @param {(error: Error) => void} giveUp called when one cannot listen
 */
export function listeningThread(script, place, giveUp) {
  let isListening = false
  let isStopping = false
  let running = begin()

  function begin() {
    return runThread(script, place, (error) => {
      leaveTurns(place.turns, place.thread)
      if (isStopping) return
      if (!isListening) return giveUp(error)
      console.error('The thread that listens has ended, and another one begins:', error)
      running = begin()
      listen().catch((reason) => isStopping || giveUp(reason))
    })
  }

  async function listen() {
    isListening = false
    await running.ready
    await running.ask({ listen: true })
    isListening = true
  }

  return {
    listen,
    /** Has it answer what it has begun and write what it still keeps, and ends it. */
    async stop() {
      isStopping = true
      await running.ask({})
      await running.end()
    },
  }
}
