import { BroadcastChannel, threadId } from 'node:worker_threads'

// Two threads that know nothing of each other but this name: between them may come and go others.
const channel = () => new BroadcastChannel('iam-dojo events')

/**
 * In the thread that writes: takes the batches that the other thread gives away.
 * @param {(events: object[]) => Promise<void>} write
 */
export function writeForOthers(write) {
  const from = channel()
  from.onmessage = async ({ data: { batch, events } }) => {
    if (!events) return
    try {
      await write(events)
      from.postMessage({ batch })
    } catch (error) {
      // Not every error can be sent.
      from.postMessage({ batch, failure: String(error?.stack ?? error) })
    }
  }
  from.unref()
}

/** In the thread that has the events: gives a batch away. The promise ends when it stands in the database. */
export function writeElsewhere() {
  const to = channel()
  const waiting = new Map() // what settles the promise of each batch
  let last = 0
  to.onmessage = ({ data: { batch, failure } }) => {
    const { resolve, reject } = waiting.get(batch) ?? {}
    waiting.delete(batch)
    if (failure) reject?.(new Error(failure))
    else resolve?.()
  }
  to.unref()
  return (events) => {
    const batch = `${threadId}-${++last}`
    to.postMessage({ batch, events })
    return new Promise((resolve, reject) => waiting.set(batch, { resolve, reject }))
  }
}
