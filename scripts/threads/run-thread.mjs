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
    const { resolve, reject } = waiting.get(id)
    waiting.delete(id)
    if (error) reject(error)
    else resolve(message)
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
    /** `transfer`: buffers of the message that are given away. */
    async ask(message, transfer = []) {
      if (hasEnded) throw failure
      worker.postMessage({ id: ++lastId, ...message }, transfer)
      return await settled(lastId)
    },
    end: () => worker.terminate(),
  }
}

/** In bytes: to give a shorter body away costs more than to write it out as text. */
const longestText = 16 * 1024

function askAbout(call, body, ask) {
  if (!body || body.length <= longestText) return ask({ call: { body: body?.toString('latin1') ?? null, ...call } })
  // A buffer may be a part of a larger one, and all of that would be sent.
  const bytes = new Uint8Array(body)
  return ask({ call: { body: bytes, ...call } }, [bytes.buffer])
}

/**
 * A thread that answers calls. One that ends by itself fails the calls that it has, and the next call begins another one.
 * @param {URL} script
 * @param {{ turns: Int32Array<SharedArrayBuffer>, thread: number }} place the turns at writing, and its number in them
 */
export function otherThread(script, place) {
  let running
  let isStopping = false
  const thread = () => {
    running ??= runThread(script, place, (error) => {
      running = undefined
      leaveTurns(place.turns, place.thread)
      if (!isStopping) console.error('A thread has ended; the next call begins another one:', error)
    })
    return running
  }
  return {
    ready: () => thread().ready,
    /** Has a call answered; all of it must be such that it can be sent. */
    async answer({ body, ...call }) {
      const { ready, ask } = thread()
      await ready
      const { answered } = await askAbout(call, body, ask)
      return answered
    },
    /** Has it write what it still keeps, and ends it. */
    async stop() {
      isStopping = true
      if (!running) return
      const { ask, end } = running
      await ask({})
      await end()
    },
  }
}
