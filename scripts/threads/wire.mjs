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

parentPort.on('message', async ({ id, arrived, seen }) => {
  if (arrived) await reply(id, arrived, seen)
  else {
    for (const speak of globalThis[Symbol.for('iam-dojo.stopping')] ?? []) await speak()
    parentPort.postMessage({ id })
  }
})
parentPort.postMessage({ id: 0 })

async function reply(id, { body, ...arrived }, seen) {
  try {
    // A buffer comes over as plain bytes.
    const bytes = body && Buffer.from(body.buffer, body.byteOffset, body.length)
    const answered = await answer({ body: bytes, ...arrived }, seen)
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
