import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { Turn, turnWords } from '../../lib/store/sqlite/turn.mjs'
import { listeningThread, runThread } from './run-thread.mjs'

const folder = mkdtempSync(join(tmpdir(), 'iam-dojo-thread-'))
afterAll(() => rmSync(folder, { recursive: true }))

function script(name: string, text: string) {
  const path = join(folder, name)
  writeFileSync(path, `import { parentPort, workerData } from 'node:worker_threads'\n${text}`)
  return pathToFileURL(path)
}

describe('a thread that is spoken with', () => {
  it('answers many messages at once, each its own, and tells what went wrong with one', async () => {
    const echo = script(
      'echo.mjs',
      `parentPort.on('message', ({ id, say }) => setTimeout(
        () => parentPort.postMessage(say === 'no' ? { id, error: new Error('refused') } : { id, said: say }),
        say === 'slow' ? 20 : 0,
      ))
      parentPort.postMessage({ id: 0 })`,
    )
    const { ready, ask, end } = runThread(echo, {}, () => undefined)
    await ready
    const answers = await Promise.allSettled(['slow', 'no', 'quick'].map((say) => ask({ say })))
    expect(answers).toEqual([
      { status: 'fulfilled', value: { said: 'slow' } },
      { status: 'rejected', reason: new Error('refused') },
      { status: 'fulfilled', value: { said: 'quick' } },
    ])
    await end()
  })

  it('keeps nobody waiting who asks between its end and the news of it', async () => {
    const brief = script('brief.mjs', 'parentPort.postMessage({ id: 0 }); setImmediate(() => process.exit(3))')
    const { ready, ask } = runThread(brief, {}, () => undefined)
    // Both messages, that it is ready and that it has ended, come in one turn.
    for (const end = performance.now() + 300; performance.now() < end; );
    await ready
    await expect(ask({})).rejects.toThrow('The thread has ended.')
  })
})

/** Listens on a port of this machine, falls in its turn at writing when it is visited, and writes a file before it stops. */
const listener = script(
  'listener.mjs',
  `import { createServer } from 'node:http'
  import { writeFileSync } from 'node:fs'
  const { port, left, turns, thread } = workerData
  const server = createServer(({ url }, response) => {
    if (url !== '/fall') return response.end('here')
    Atomics.store(turns, 0, thread)
    setImmediate(() => { throw new Error('fallen') })
  })
  parentPort.on('message', ({ id, listen }) => {
    if (listen) {
      server.once('error', (error) => parentPort.postMessage({ id, error }))
      server.listen(port, '127.0.0.1', () => parentPort.postMessage({ id }))
    } else {
      writeFileSync(left, 'written')
      parentPort.postMessage({ id })
    }
  })
  parentPort.postMessage({ id: 0 })`,
)

function errors() {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  onTestFinished(() => said.mockRestore())
  return said
}

async function freePort() {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

describe('the thread that listens', () => {
  const begin = (port: number, from = listener) => {
    const place = { turns: turnWords(2), thread: 2, port, left: join(folder, `${port}.txt`) }
    const givenUp = vi.fn()
    return { ...place, givenUp, ...listeningThread(from, place, givenUp) }
  }

  it('is followed by another when it falls: on the same port, and its turn at writing is free', async () => {
    const said = errors()
    const port = await freePort()
    const { listen, stop, turns, givenUp } = begin(port)
    await listen()
    await expect(fetch(`http://127.0.0.1:${port}/fall`)).rejects.toThrow()
    await vi.waitFor(async () => expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here'))
    expect(new Turn(turns, 1).tryTake()).toBe(true)
    expect(said.mock.calls).toEqual([[expect.stringContaining('another one begins'), new Error('fallen')]])
    expect(givenUp).not.toHaveBeenCalled()
    await stop()
  })

  it('writes what it keeps before it stops, and nobody follows it', async () => {
    const said = errors()
    const port = await freePort()
    const { listen, stop, left, givenUp } = begin(port)
    await listen()
    await stop()
    expect(readFileSync(left, 'utf8')).toBe('written')
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
    expect(said).not.toHaveBeenCalled()
    expect(givenUp).not.toHaveBeenCalled()
  })

  it('stops in order also where it has just fallen', async () => {
    const said = errors()
    const port = await freePort()
    const { listen, stop, left, givenUp } = begin(port)
    await listen()
    await expect(fetch(`http://127.0.0.1:${port}/fall`)).rejects.toThrow()
    await vi.waitFor(() => expect(said).toHaveBeenCalled())
    await stop()
    expect(readFileSync(left, 'utf8')).toBe('written')
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
    expect(givenUp).not.toHaveBeenCalled()
  })

  it('takes no notice of an answer that nobody waits for', async () => {
    const talker = script(
      'talker.mjs',
      `parentPort.on('message', ({ id }) => { for (let time = 0; time < 2; time++) parentPort.postMessage({ id }) })
      parentPort.postMessage({ id: 0 })`,
    )
    const { listen, stop } = begin(0, talker)
    await listen()
    await stop()
  })

  it('says that it cannot listen where somebody else does', async () => {
    const port = await freePort()
    const one = begin(port)
    await one.listen()
    const other = begin(port)
    await expect(other.listen()).rejects.toThrow('EADDRINUSE')
    await Promise.all([one.stop(), other.stop()])
  })

  it('is given up when it ends before it listens', async () => {
    const { listen, givenUp } = begin(await freePort(), pathToFileURL(join(folder, 'nothing.mjs')))
    await expect(listen()).rejects.toThrow('nothing.mjs')
    expect(givenUp).toHaveBeenCalledOnce()
  })
})
