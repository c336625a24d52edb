import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { joinTurns } from '../../lib/store/sqlite/turn.mjs'

// The thread of the AWS API: whoever renders pages does not keep it waiting. See docs/decisions/0012.
joinTurns(workerData.turns, workerData.thread)

// What Next made of instrumentation.ts, from which lib/wire/install.ts reaches the slot.
const { register } = createRequire(import.meta.url)('../../.next/server/instrumentation.js')
await register()
const answer = globalThis[Symbol.for('iam-dojo.answer')]

// From here on, what goes wrong beside one call must not end the others.
process.on('unhandledRejection', (reason) => console.error('Unhandled rejection:', reason))
process.on('uncaughtException', (error) => console.error('Uncaught exception:', error))

/** Calls that came together go side by side: what they all run stays in the processor's caches, and each costs a quarter less. */
const crowd = 8
const waiting = []

// A port gives up to a thousand messages in one go, and under load nothing else that is ready would have its turn: timers,
// passwords that were hashed, writers that waited.
parentPort.on('message', (message) => {
  if (waiting.push(message) === 1) setImmediate(begin)
})
parentPort.postMessage({ id: 0 })

function begin() {
  for (const { id, call } of waiting.splice(0, crowd)) void (call ? reply(id, call) : leave(id))
  if (waiting.length > 0) setImmediate(begin)
}

async function leave(id) {
  for (const speak of globalThis[Symbol.for('iam-dojo.stopping')] ?? []) await speak()
  parentPort.postMessage({ id })
}

async function reply(id, call) {
  try {
    call.body = asBuffer(call.body)
    const answered = await answer(call)
    if (typeof answered.body === 'string') parentPort.postMessage({ id, answered })
    else {
      // Perhaps a part of something large, and all of that would be sent.
      const own = new Uint8Array(answered.body)
      parentPort.postMessage({ id, answered: { ...answered, body: own } }, [own.buffer])
    }
  } catch (error) {
    // Not every error can be sent.
    parentPort.postMessage({ id, error: new Error(String(error?.stack ?? error)) })
  }
}

/** A short body comes over as text of one character for each byte, a long one as plain bytes. */
function asBuffer(body) {
  if (typeof body === 'string') return Buffer.from(body, 'latin1')
  return body && Buffer.from(body.buffer, body.byteOffset, body.length)
}
