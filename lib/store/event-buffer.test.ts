import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { bufferEvent } from './event-buffer'
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
    take(50)
    await answers()
    expect(written.splice(0)).toEqual([])
    await turn()
    expect(written.splice(0)).toEqual([50])
    take(49)
    await turn()
    expect(written.splice(0)).toEqual([])
    vi.advanceTimersByTime(200)
    await answers()
    expect(written.splice(0)).toEqual([49])
  })

  it('are written in batches of a hundred at most, however many came at once', async () => {
    take(64)
    await turn()
    await answers()
    expect(written.splice(0)).toEqual([64])
    take(220)
    await turn()
    await answers()
    expect(written.splice(0)).toEqual([100, 100, 20])
  })
})
