import { createServer } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { answerHttp } from '../../lib/wire/http.mjs'
import { addressed, isWire, refusedBody, trustedProxies } from '../front.mjs'
import { forwarder } from './forward.mjs'
import { otherThread } from './other-thread.mjs'

// The thread that listens: pages go to the thread that renders them, calls of the AWS API to theirs, and neither keeps the
// other waiting. See docs/decisions/0012.
const { port, hostname, pages, turns } = workerData
const proxies = trustedProxies(process.env.TRUST_PROXY)
const wire = otherThread(new URL('./wire.mjs', import.meta.url), { turns, thread: 2 })
const forward = forwarder(pages)

const server = createServer((request, response) => {
  addressed(request, proxies)
  // Next would ask the connection, which is ours.
  request.headers['x-forwarded-for'] ??= request.headers['x-iam-dojo-remote']
  if (isWire(request)) return answerHttp(request, response, wire.answer)
  const refused = refusedBody(request)
  if (refused) response.writeHead(refused, { connection: 'close' }).end()
  else forward(request, response)
})

parentPort.on('message', ({ id, listen }) => (listen ? begin(id) : stop(id)))
await wire.ready()

// From here on, what goes wrong beside one request must not end the others.
process.on('unhandledRejection', (reason) => console.error('Unhandled rejection:', reason))
process.on('uncaughtException', (error) => console.error('Uncaught exception:', error))

parentPort.postMessage({ id: 0 })

function begin(id) {
  server.keepAliveTimeout = 65_000
  server.once('error', (error) => parentPort.postMessage({ id, error }))
  server.listen(port, hostname, () => parentPort.postMessage({ id }))
}

/** After the last answer, what the other thread still keeps is written. */
function stop(id) {
  // A connection that was busy becomes idle later: ask again until all are closed.
  const closing = setInterval(() => server.closeIdleConnections(), 50)
  server.close(async () => {
    clearInterval(closing)
    await wire.stop()
    parentPort.postMessage({ id })
  })
}
