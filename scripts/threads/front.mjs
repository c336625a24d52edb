import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { joinTurns } from '../../lib/store/sqlite/turn.mjs'
import { addressed, isWire, refusedBody, trustedProxies } from '../front.mjs'
import { writeElsewhere } from './events-over.mjs'
import { forwarder } from './forward.mjs'

// The thread that listens: it answers the calls of the AWS API, and pages go to the thread that renders them, so that those
// keep no call waiting. See docs/decisions/0012.
const { port, hostname, pages, turns, thread } = workerData
joinTurns(turns, thread)
globalThis[Symbol.for('iam-dojo.write-elsewhere')] = writeElsewhere()

// What Next made of instrumentation.ts, from which lib/wire/install.ts reaches the slot.
const { register } = createRequire(import.meta.url)('../../.next/server/instrumentation.js')
await register()
const wire = globalThis[Symbol.for('iam-dojo.wire')]

const proxies = trustedProxies(process.env.TRUST_PROXY)
const forward = forwarder(pages)

const server = createServer((request, response) => {
  addressed(request, proxies)
  // Next would ask the connection, which is ours.
  request.headers['x-forwarded-for'] ??= request.headers['x-iam-dojo-remote']
  if (isWire(request)) return wire.serve(request, response)
  const refused = refusedBody(request)
  if (refused) response.writeHead(refused, { connection: 'close' }).end()
  else forward(request, response)
})

// From here on, what goes wrong beside one request must not end the others.
process.on('unhandledRejection', (reason) => console.error('Unhandled rejection:', reason))
process.on('uncaughtException', (error) => console.error('Uncaught exception:', error))

parentPort.on('message', ({ id, listen }) => (listen ? begin(id) : stop(id)))
parentPort.postMessage({ id: 0 })

function begin(id) {
  server.keepAliveTimeout = 65_000
  const refuse = (error) => parentPort.postMessage({ id, error })
  server.once('error', refuse)
  server.listen(port, hostname, () => {
    server.off('error', refuse)
    parentPort.postMessage({ id })
  })
}

/** After the last answer, what this thread still keeps is written. */
function stop(id) {
  // A connection that was busy becomes idle later: ask again until all are closed.
  const closing = setInterval(() => server.closeIdleConnections(), 50)
  server.close(async () => {
    clearInterval(closing)
    // Calls whose clients have gone may still leave events.
    await wire.served()
    for (const speak of globalThis[Symbol.for('iam-dojo.stopping')] ?? []) await speak()
    parentPort.postMessage({ id })
  })
}
