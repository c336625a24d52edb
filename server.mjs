import { createServer } from 'node:http'
import next from 'next'
import { joinTurns, turnWords } from './lib/store/sqlite/turn.mjs'
import { addressed, isWire, refusedBody, trustedProxies } from './scripts/front.mjs'
import { otherThread } from './scripts/other-thread.mjs'
import { guardScripts } from './scripts/script-policy.mjs'
import { whenStopped } from './scripts/stop.mjs'

const dev = process.env.NODE_ENV !== 'production'
const port = Number(process.env.PORT ?? 3000)
const hostname = process.env.HOST ?? '127.0.0.1'
const proxies = trustedProxies(process.env.TRUST_PROXY)
const patience = dev ? 500 : 10_000

const server = createServer()
// In production the AWS API has a thread of its own; in development one that Next brings up to date with every edit is better.
const wireThread = dev ? null : startWireThread()
const app = next({ dev, port, hostname, httpServer: server })
await app.prepare()
const page = app.getRequestHandler()
if (!dev) await instrumented()
await wireThread?.ready()

// This file is plain JavaScript outside Next's bundle: slots on globalThis are where the two meet.
const wire = Symbol.for('iam-dojo.wire') // (request, response) => Promise<void>
const lastWords = Symbol.for('iam-dojo.stopping') // Set<() => Promise<void>>: run after the last answer

server.on('request', async (request, response) => {
  addressed(request, proxies)
  try {
    if (isWire(request)) await answerWire(request, response)
    else await answerPage(request, response)
  } catch (error) {
    console.error(error)
    if (response.headersSent) response.destroy()
    else response.writeHead(500).end()
  }
})

function startWireThread() {
  const turns = turnWords(2)
  joinTurns(turns, 1)
  const thread = otherThread(new URL('./scripts/wire-thread.mjs', import.meta.url), { turns, thread: 2 })
  globalThis[Symbol.for('iam-dojo.answer-elsewhere')] = thread.answer
  // It begins while Next prepares itself; whether it could is asked after that.
  thread.ready().catch(() => undefined)
  return thread
}

async function answerPage(request, response) {
  const refused = refusedBody(request)
  if (refused) response.writeHead(refused, { connection: 'close' }).end()
  else {
    guardScripts(request, response, dev)
    await page(request, response)
  }
}

async function answerWire(request, response) {
  // next dev does not run instrumentation.ts again after an edit; this route imports the same module, fresh.
  if (dev) await fetch(`http://${hostname}:${port}/api/wire`).catch(() => {})
  const answer = globalThis[wire]
  if (answer) await answer(request, response)
  else
    response.writeHead(404, { 'content-type': 'text/plain', connection: 'close' }).end('No AWS API is served here.\n')
}

// A promise that nobody awaited must not end the class for everybody.
process.on('unhandledRejection', (reason) => console.error('Unhandled rejection:', reason))

/**
 * Next runs instrumentation.ts before its first answer: that answer is to us, before anybody else may ask. It loads a route
 * at the first call to it, so the one whose callers count milliseconds is called, too: without a token it only refuses.
 */
async function instrumented() {
  const inner = createServer(page)
  await new Promise((listening) => inner.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${inner.address().port}/api`
  const { status } = await fetch(`${url}/health`)
  if (status === 200) await fetch(`${url}/operator/accounts/000000000000/reset`, { method: 'POST' })
  inner.close()
  if (status !== 200) throw new Error('The server could not prepare itself; the reason is above.')
}

let stopping = false
whenStopped(() => {
  if (stopping) return
  stopping = true
  // Development has web sockets that never end by themselves; in production a call that hangs is a fault.
  setTimeout(() => finish(dev ? 0 : 1), patience).unref()
  // A connection that was busy becomes idle later: ask again until all are closed.
  setInterval(() => server.closeIdleConnections(), 50).unref()
  server.close(() => finish(0))
})

async function finish(exitCode) {
  try {
    await app.close()
    await wireThread?.stop()
    for (const speak of globalThis[lastWords] ?? []) await speak()
    process.exit(exitCode)
  } catch (error) {
    console.error(error)
    process.exit(1)
  }
}

server.keepAliveTimeout = 65_000
await new Promise((listening, failed) => server.once('error', failed).listen(port, hostname, listening))
