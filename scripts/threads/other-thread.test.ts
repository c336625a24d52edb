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
  parentPort.on('message', ({ id, arrived, seen }) => {
    if (!arrived) {
      writeFileSync(${JSON.stringify(left)}, 'written')
      parentPort.postMessage({ id })
    } else if (seen === 'fall') {
      Atomics.store(workerData.turns, 0, workerData.thread)
      setImmediate(() => { throw new Error('fallen') })
    } else if (seen === 'refuse') parentPort.postMessage({ id, error: new Error('refused') })
    else parentPort.postMessage({ id, answered: [threadId, String.fromCharCode(...arrived.body), seen] })
  })
  parentPort.postMessage({ id: 0 })`,
)

const begin = () => {
  const turns = turnWords(2)
  return { turns, thread: otherThread(pathToFileURL(script), { turns, thread: 2 }) }
}
const body = Buffer.from('a body')

describe('another thread', () => {
  it('answers many calls at once, each its own', async () => {
    const { thread } = begin()
    const answers = await Promise.all(['one', 'two', 'three'].map((facts) => thread.answer({ body }, facts)))
    expect(answers.map((answer) => (answer as unknown[]).slice(1))).toEqual([
      ['a body', 'one'],
      ['a body', 'two'],
      ['a body', 'three'],
    ])
    await thread.stop()
  })

  it('tells what went wrong with one call, and goes on', async () => {
    const { thread } = begin()
    await expect(thread.answer({ body }, 'refuse')).rejects.toThrow('refused')
    await expect(thread.answer({ body }, 'again')).resolves.toContain('again')
    await thread.stop()
  })

  it('fails the calls of a thread that fell, gives its turn away, and begins another one', async () => {
    const { thread, turns } = begin()
    const [first] = (await thread.answer({ body }, 'one')) as [number]
    const calls = await Promise.allSettled([thread.answer({ body }, 'fall'), thread.answer({ body }, 'fall')])
    expect(calls.map((call) => call.status)).toEqual(['rejected', 'rejected'])
    expect(new Turn(turns, 1).tryTake()).toBe(true)
    const [second] = (await thread.answer({ body }, 'one')) as [number]
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
    await thread.answer({ body }, 'one')
    await thread.stop()
    expect(readFileSync(left, 'utf8')).toBe('written')
  })
})
