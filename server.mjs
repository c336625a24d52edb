import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import next from 'next'
import { joinTurns, turnWords } from './lib/store/sqlite/turn.mjs'
import { addressed, isWire, refusedBody, trustedProxies } from './scripts/front.mjs'
import { guardScripts } from './scripts/script-policy.mjs'
import { whenStopped } from './scripts/stop.mjs'
import { writeForOthers } from './scripts/threads/events-over.mjs'
import { longestHead } from './scripts/threads/forward.mjs'
import { listeningThread } from './scripts/threads/run-thread.mjs'

const dev = process.env.NODE_ENV !== 'production'
const port = Number(process.env.PORT ?? 3000)
const hostname = process.env.HOST ?? '127.0.0.1'
const proxies = trustedProxies(process.env.TRUST_PROXY)
const patience = dev ? 500 : 10_000
let stopping = false

// Little of what a call makes outlives it. The collector's helpers wake up for nothing and take the cores from our threads.
if (!dev) setFlagsFromString('--no-parallel-scavenge')

const server = createServer({ maxHeaderSize: dev ? undefined : longestHead })
// In production another thread listens and speaks the AWS API, and this one renders pages. In development it does all of
// it, because Next brings it up to date with every edit.
const front = dev ? null : startFront()
const app = next({ dev, port, hostname, httpServer: server })
await app.prepare()
const page = app.getRequestHandler()
if (!dev) {
  await instrumented()
  writeForOthers(globalThis[Symbol.for('iam-dojo.write-events')])
}

// This file is plain JavaScript outside Next's bundle: slots on globalThis are where the two meet.
const wire = Symbol.for('iam-dojo.wire') // { serve(request, response), served() }: answers a call, waits for all
const lastWords = Symbol.for('iam-dojo.stopping') // Set<() => Promise<void>>: run after the last answer

const answerRequest = dev ? answerAll : answerPage

server.on('request', async (request, response) => {
  try {
    await answerRequest(request, response)
  } catch (error) {
    console.error(error)
    if (response.headersSent) response.destroy()
    else response.writeHead(500).end()
  }
})

function startFront() {
  const turns = turnWords(2)
  // A turn that is given to this thread while it renders would keep all calls waiting that write: it tries by itself, and
  // comes first only after a second.
  joinTurns(turns, 1, 1000)
  const pages = ownSocket()
  const place = { port, hostname, pages, turns, thread: 2 }
  const thread = listeningThread(new URL('./scripts/threads/front.mjs', import.meta.url), place, (error) => {
    console.error('Nobody listens any more:', error)
    process.exit(1)
  })
  return { pages, ...thread }
}

/** A socket of this machine in a folder that nobody else may enter; on Windows a pipe. */
function ownSocket() {
  if (process.platform === 'win32') return `\\\\.\\pipe\\iam-dojo-${process.pid}`
  const folder = mkdtempSync(join(tmpdir(), 'iam-dojo-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'pages')
}

/** What the front thread does in production. */
async function answerAll(request, response) {
  addressed(request, proxies)
  if (isWire(request)) return await answerWire(request, response)
  const refused = refusedBody(request)
  if (refused) response.writeHead(refused, { connection: 'close' }).end()
  else await answerPage(request, response)
}

async function answerPage(request, response) {
  // A page cannot see its own address; whoever must sign in first wants to come back to it.
  request.headers['x-iam-dojo-address'] = request.url
  guardScripts(request, response, dev)
  await page(request, response)
}

async function answerWire(request, response) {
  // next dev does not run instrumentation.ts again after an edit; this route imports the same module, fresh, where it can be
  // reached.
  await fetch(`http://${hostname}:${port}/api/wire`).catch(() => {})
  const api = globalThis[wire]
  if (api) await api.serve(request, response)
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

whenStopped(() => {
  if (stopping) return
  stopping = true
  // Development has web sockets that never end by themselves; in production a call that hangs is a fault.
  setTimeout(() => finish(dev ? 0 : 1), patience).unref()
  if (front) {
    front.stop().then(
      () => finish(0),
      (error) => {
        console.error('Not everything could be finished:', error)
        return finish(1)
      },
    )
  } else {
    // A connection that was busy becomes idle later: ask again until all are closed.
    setInterval(() => server.closeIdleConnections(), 50).unref()
    server.close(async () => {
      // Calls whose clients have gone may still leave events.
      await globalThis[wire]?.served()
      await finish(0)
    })
  }
})

async function finish(exitCode) {
  try {
    await app.close()
    for (const speak of globalThis[lastWords] ?? []) await speak()
    process.exit(exitCode)
  } catch (error) {
    console.error(error)
    process.exit(1)
  }
}

const listening = (...place) => new Promise((listens, failed) => server.once('error', failed).listen(...place, listens))

if (front) {
  // Connections of the front thread stay: one that is closed here could just be in use there.
  server.keepAliveTimeout = 0
  await listening(front.pages)
  await front.listen()
} else {
  server.keepAliveTimeout = 65_000
  await listening(port, hostname)
}
