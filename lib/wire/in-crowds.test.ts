import { describe, expect, it } from 'vitest'
import { crowd, inCrowds } from './in-crowds.mjs'

const turn = () => new Promise<void>((over) => setImmediate(over))

describe('inCrowds', () => {
  it('begins nothing at once, then a crowd in each turn, in order', async () => {
    const begun: number[] = []
    const { take } = inCrowds<number>(async (one) => void begun.push(one))
    const all = Array.from({ length: 2 * crowd + 1 }, (_, at) => at)
    all.forEach(take)
    expect(begun).toEqual([])
    for (const end of [crowd, 2 * crowd, 2 * crowd + 1]) {
      await turn()
      expect(begun).toEqual(all.slice(0, end))
    }
  })

  it('takes up what comes while others begin, and after a rest', async () => {
    const begun: string[] = []
    const { take } = inCrowds<string>(async (one) => {
      begun.push(one)
      if (one === 'first') take('second')
    })
    take('first')
    await turn()
    await turn()
    expect(begun).toEqual(['first', 'second'])
    take('later')
    await turn()
    expect(begun).toEqual(['first', 'second', 'later'])
  })

  it('is idle when all that was taken has ended: what waits and what runs', async () => {
    const ended: number[] = []
    const { take, idle } = inCrowds<number>(async (one) => {
      for (let turns = 0; turns < 3; turns++) await turn()
      ended.push(one)
    })
    const all = Array.from({ length: crowd + 1 }, (_, at) => at)
    all.forEach(take)
    await idle()
    expect(ended).toEqual(all)
    await idle()
  })
})
