import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { Turn, turnWords } from '../../lib/store/sqlite/turn.mjs'
import { otherThread, runThread } from './other-thread.mjs'

const folder = mkdtempSync(join(tmpdir(), 'iam-dojo-thread-'))
afterAll(() => rmSync(folder, { recursive: true }))

const left = join(folder, 'left.txt')
const script = join(folder, 'thread.mjs')
writeFileSync(
  script,
  `import { writeFileSync } from 'node:fs'
  import { parentPort, workerData, threadId } from 'node:worker_threads'
  parentPort.on('message', ({ id, call }) => {
    if (!call) {
      writeFileSync(${JSON.stringify(left)}, 'written')
      parentPort.postMessage({ id })
    } else if (call.seen === 'fall') {
      Atomics.store(workerData.turns, 0, workerData.thread)
      setImmediate(() => { throw new Error('fallen') })
    } else if (call.seen === 'refuse') parentPort.postMessage({ id, error: new Error('refused') })
    else {
      const { body } = call
      const sent = typeof body === 'string' ? 'text' : body.buffer.byteLength
      parentPort.postMessage({ id, answered: [threadId, sent, Buffer.from(body, 'latin1').toString('latin1'), call.seen] })
    }
  })
  parentPort.postMessage({ id: 0 })`,
)

const begin = () => {
  const turns = turnWords(2)
  return { turns, thread: otherThread(pathToFileURL(script), { turns, thread: 2 }) }
}
const body = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
const text = body.toString('latin1')

describe('another thread', () => {
  it('answers many calls at once, each its own', async () => {
    const { thread } = begin()
    const answers = await Promise.all(['one', 'two', 'three'].map((seen) => thread.answer({ body, seen })))
    expect(answers.map((answer) => (answer as unknown[]).slice(1))).toEqual([
      ['text', text, 'one'],
      ['text', text, 'two'],
      ['text', text, 'three'],
    ])
    await thread.stop()
  })

  it('gives a long body away, and no more than the body', async () => {
    const { thread } = begin()
    const large = Buffer.concat([Buffer.alloc(20_000, body), Buffer.from('something else')])
    const answered = (await thread.answer({ body: large.subarray(0, 20_000), seen: 'long' })) as unknown[]
    expect(answered.slice(1)).toEqual([20_000, large.toString('latin1', 0, 20_000), 'long'])
    await thread.stop()
  })

  it('tells what went wrong with one call, and goes on', async () => {
    const { thread } = begin()
    await expect(thread.answer({ body, seen: 'refuse' })).rejects.toThrow('refused')
    await expect(thread.answer({ body, seen: 'again' })).resolves.toContain('again')
    await thread.stop()
  })

  it('fails the calls of a thread that fell, gives its turn away, and begins another one', async () => {
    const { thread, turns } = begin()
    const [first] = (await thread.answer({ body, seen: 'one' })) as [number]
    const calls = await Promise.allSettled([
      thread.answer({ body, seen: 'fall' }),
      thread.answer({ body, seen: 'fall' }),
    ])
    expect(calls.map((call) => call.status)).toEqual(['rejected', 'rejected'])
    expect(new Turn(turns, 1).tryTake()).toBe(true)
    const [second] = (await thread.answer({ body, seen: 'one' })) as [number]
    expect(second).not.toBe(first)
    await thread.stop()
  })

  it('keeps no call waiting that comes between the end of a thread and the news of it', async () => {
    const brief = join(folder, 'brief.mjs')
    writeFileSync(
      brief,
      `import { parentPort } from 'node:worker_threads'
      parentPort.postMessage({ id: 0 })
      setImmediate(() => process.exit(3))`,
    )
    const { ready, ask } = runThread(pathToFileURL(brief), {}, () => undefined)
    // Both messages, that it is ready and that it has ended, come in one turn.
    for (const end = performance.now() + 300; performance.now() < end; );
    await ready
    await expect(ask({})).rejects.toThrow('The thread has ended.')
  })

  it('says that it could not begin', async () => {
    const thread = otherThread(pathToFileURL(join(folder, 'nothing.mjs')), { turns: turnWords(2), thread: 2 })
    await expect(thread.ready()).rejects.toThrow('nothing.mjs')
  })

  it('lets the thread write what it keeps before it stops', async () => {
    const { thread } = begin()
    await thread.answer({ body, seen: 'one' })
    await thread.stop()
    expect(readFileSync(left, 'utf8')).toBe('written')
  })
})
