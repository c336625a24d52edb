import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { bufferEvent, flushEvents } from './event-buffer'
import type { NewEvent } from './events'

// What is tried here is when they are written; events.test.ts has them in a database.
const written = vi.hoisted(() => [] as number[])
vi.mock('./client', () => ({ database: () => null }))
vi.mock('./events', () => ({ appendEvents: async (_: null, events: unknown[]) => void written.push(events.length) }))

const take = (events: number) => {
  for (let number = 0; number < events; number++) bufferEvent('123456789012', { name: 'ListUsers' } as NewEvent)
}
/** As many steps as the answers of a crowd of calls may take. */
const answers = async () => {
  for (let step = 0; step < 1_000; step++) await Promise.resolve()
}
const turn = () => new Promise(setImmediate)

describe('events that may wait', () => {
  it('wait for the answers of a busy moment and not for the clock', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    take(100)
    await answers()
    expect(written.splice(0)).toEqual([])
    await turn()
    expect(written.splice(0)).toEqual([100])
    take(99)
    await turn()
    expect(written.splice(0)).toEqual([])
    vi.advanceTimersByTime(200)
    await answers()
    expect(written.splice(0)).toEqual([99])
  })

  it('are written in batches that are not too long, however many came at once', async () => {
    take(114)
    await turn()
    await answers()
    expect(written.splice(0)).toEqual([114])
    take(270)
    await turn()
    await answers()
    expect(written.splice(0)).toEqual([128, 128, 14])
  })

  it('are given to another thread where that one writes, all at once, until too many are on their way', async () => {
    const elsewhere = Symbol.for('iam-dojo.write-elsewhere')
    const holder = globalThis as { [elsewhere]?: (events: unknown[]) => Promise<void> }
    onTestFinished(() => void delete holder[elsewhere])
    const given: { events: number; isWritten: () => void }[] = []
    holder[elsewhere] = ({ length: events }) =>
      new Promise((isWritten) => {
        given.push({ events, isWritten })
      })
    const done = vi.fn()
    take(200)
    void flushEvents().then(done)
    expect(given.map(({ events }) => events)).toEqual([128, 72])
    given[1]?.isWritten()
    await answers()
    expect(done).not.toHaveBeenCalled()
    given[0]?.isWritten()
    await answers()
    expect(done).toHaveBeenCalledOnce()
    expect(written.splice(0)).toEqual([])
    take(5_100)
    void flushEvents()
    await answers()
    expect(given.splice(2).map(({ events, isWritten }) => [events, isWritten()][0])).toEqual(Array(39).fill(128))
    expect(written.splice(0)).toEqual([108])
    await answers()
    take(1)
    void flushEvents()
    expect(given.map(({ events }) => events)).toEqual([128, 72, 1])
    given[2]?.isWritten()
    await answers()
  })

  it('are waited for by whoever asks, also those that were on their way before', async () => {
    const elsewhere = Symbol.for('iam-dojo.write-elsewhere')
    const holder = globalThis as { [elsewhere]?: (events: unknown[]) => Promise<void> }
    onTestFinished(() => void delete holder[elsewhere])
    let isWritten = () => {}
    holder[elsewhere] = () =>
      new Promise((resolve) => {
        isWritten = resolve
      })
    take(100)
    await turn()
    const done = vi.fn()
    void flushEvents().then(done)
    await answers()
    expect(done).not.toHaveBeenCalled()
    isWritten()
    await answers()
    expect(done).toHaveBeenCalledOnce()
  })
})
