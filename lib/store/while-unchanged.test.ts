import { beforeEach, describe, expect, it, vi } from 'vitest'
import { whileUnchanged } from './while-unchanged'

// What is tried here is when it looks again; sqlite/database.test.ts has the versions of a real file.
const database = vi.hoisted(() => ({ version: 'one' as string | null, looks: 0 }))
vi.mock('./client', () => ({
  databaseVersion: () => {
    database.looks += 1
    return database.version
  },
}))

let kind = 0
const find = vi.fn(async (): Promise<string | null> => 'found')
const ask = (id: string, arrivedAt?: number) => whileUnchanged(`test ${kind}`, id, find, arrivedAt)

beforeEach(() => {
  kind += 1
  find.mockClear()
  Object.assign(database, { version: 'one', looks: 0 })
})

describe('what is found while nothing changes', () => {
  it('is found once for each ID, also when there is nothing', async () => {
    find.mockResolvedValueOnce('a').mockResolvedValueOnce(null)
    expect([await ask('a'), await ask('b'), await ask('a'), await ask('b')]).toEqual(['a', null, 'a', null])
    expect(find).toHaveBeenCalledTimes(2)
  })

  it('is found anew after a commit', async () => {
    await ask('a')
    database.version = 'two'
    find.mockResolvedValueOnce('new')
    expect(await ask('a')).toBe('new')
  })

  it('is not kept when a commit came while it was found', async () => {
    find.mockImplementationOnce(async () => {
      database.version = 'two'
      return 'old'
    })
    expect(await ask('a')).toBe('old')
    expect(await ask('a')).toBe('found')
  })

  it('is looked at once for calls that had come before, and again for one that comes later', async () => {
    const arrivedAt = performance.now() - 1
    await ask('a', arrivedAt)
    database.version = 'two'
    await ask('a', arrivedAt)
    expect([database.looks, find.mock.calls.length]).toEqual([1, 1])
    await ask('a', performance.now())
    expect([database.looks, find.mock.calls.length]).toEqual([2, 2])
  })

  it('is always found anew in a database that has no version', async () => {
    database.version = null
    await ask('a')
    await ask('a', 0)
    expect(find).toHaveBeenCalledTimes(2)
  })

  it('is not kept without end', async () => {
    for (let id = 0; id <= 1_000; id++) await ask(String(id))
    await ask('0')
    expect(find).toHaveBeenCalledTimes(1_001)
    await ask('1000')
    expect(find).toHaveBeenCalledTimes(1_002)
  })
})
