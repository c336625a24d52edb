import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { joinTurns } from '../../lib/store/sqlite/turn.mjs'
import { inCrowds } from './in-crowds.mjs'

// The thread of the AWS API: whoever renders pages does not keep it waiting. See docs/decisions/0012.
joinTurns(workerData.turns, workerData.thread)

// What Next made of instrumentation.ts, from which lib/wire/install.ts reaches the slot.
const { register } = createRequire(import.meta.url)('../../.next/server/instrumentation.js')
await register()
const answer = globalThis[Symbol.for('iam-dojo.answer')]

// From here on, what goes wrong beside one call must not end the others.
process.on('unhandledRejection', (reason) => console.error('Unhandled rejection:', reason))
process.on('uncaughtException', (error) => console.error('Uncaught exception:', error))

const calls = inCrowds(({ id, call }) => reply(id, call))
parentPort.on('message', (message) => {
  if (message.call) calls.take(message)
  else void leave(message.id)
})
parentPort.postMessage({ id: 0 })

/** What still runs for callers that have gone may leave events, too. */
async function leave(id) {
  await calls.idle()
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
