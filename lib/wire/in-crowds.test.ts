import { describe, expect, it } from 'vitest'
import { crowd, inCrowds } from './in-crowds'

const turn = () => new Promise<void>((over) => setImmediate(over))

describe('inCrowds', () => {
  it('begins nothing at once, then a crowd in each turn, in order', async () => {
    const begun: number[] = []
    const { take } = inCrowds<number, void>(async (one) => void begun.push(one))
    const all = Array.from({ length: 2 * crowd + 1 }, (_, at) => at)
    for (const one of all) void take(one)
    expect(begun).toEqual([])
    for (const end of [crowd, 2 * crowd, 2 * crowd + 1]) {
      await turn()
      expect(begun).toEqual(all.slice(0, end))
    }
  })

  it('gives to each its own result or error, and goes on', async () => {
    const { take } = inCrowds<string, string>(async (one) => {
      if (one === 'bad') throw new Error('no')
      return `${one} done`
    })
    expect(await Promise.allSettled(['one', 'bad', 'two'].map(take))).toEqual([
      { status: 'fulfilled', value: 'one done' },
      { status: 'rejected', reason: new Error('no') },
      { status: 'fulfilled', value: 'two done' },
    ])
  })

  it('takes up what comes while others begin, and after a rest', async () => {
    const begun: string[] = []
    const { take } = inCrowds<string, void>(async (one) => {
      begun.push(one)
      if (one === 'first') void take('second')
    })
    void take('first')
    await turn()
    await turn()
    expect(begun).toEqual(['first', 'second'])
    void take('later')
    await turn()
    expect(begun).toEqual(['first', 'second', 'later'])
  })

  it('is idle when all that was taken has ended: what waits and what runs', async () => {
    const ended: number[] = []
    const { take, idle } = inCrowds<number, void>(async (one) => {
      for (let turns = 0; turns < 3; turns++) await turn()
      ended.push(one)
    })
    const all = Array.from({ length: crowd + 1 }, (_, at) => at)
    for (const one of all) void take(one)
    await idle()
    expect(ended).toEqual(all)
    await idle()
  })
})
