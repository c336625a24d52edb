import { describe, expect, it } from 'vitest'
import { isStoreError, read, writeData } from '.'
import { freshAccount } from './testing'

const at = new Date('2026-11-22T09:00:00.000Z')
const bytes = new Uint8Array([0, 255, 128, 10])
const object = (key: string, body = bytes) => ({
  key,
  body,
  etag: `"${key}"`,
  contentType: 'text/plain',
  lastModified: at,
})

async function withBucket(...keys: string[]) {
  const account = await freshAccount()
  await writeData(account, async ({ buckets, objects }) => {
    await buckets.create({ name: 'lab', region: 'eu-west-1', createdAt: at })
    for (const key of keys) await objects.put('lab', object(key))
  })
  return account
}

describe('objects', () => {
  it('come back byte for byte', async () => {
    const account = await withBucket('a/b')
    const { body, ...head } = { ...object('a/b'), size: 4 }
    const found = await read(account).objects.get('lab', 'a/b')
    expect(found).toMatchObject(head)
    expect([...(found?.body ?? [])]).toEqual([...body])
    expect(await read(account).objects.head('lab', 'a/b')).toEqual(head)
    expect(await read(account).objects.head('lab', 'A/b')).toBeNull()
  })

  it('are replaced by a second put', async () => {
    const account = await withBucket('a')
    await writeData(account, ({ objects }) => objects.put('lab', object('a', new Uint8Array(0))))
    expect((await read(account).objects.head('lab', 'a'))?.size).toBe(0)
    expect(await read(account).objects.count('lab')).toBe(1)
  })

  it('are listed in byte order, by prefix and after any key', async () => {
    const keys = ['Z', 'a', 'a/1', 'a/2', 'a0', 'é', '\u{1F600}', '\uFF01']
    const account = await withBucket(...keys)
    const { objects } = read(account)
    const list = async (query: Parameters<typeof objects.list>[1]) => {
      const { rows, next } = await objects.list('lab', query)
      return [rows.map((row) => row.key), next]
    }
    expect(await list({ limit: 9 })).toEqual([['Z', 'a', 'a/1', 'a/2', 'a0', 'é', '\uFF01', '\u{1F600}'], null])
    expect(await list({ limit: 2 })).toEqual([['Z', 'a'], 'a'])
    expect(await list({ limit: 1, prefix: 'a/' })).toEqual([['a/1'], 'a/1'])
    expect(await list({ limit: 9, prefix: 'a/', after: 'a/1x' })).toEqual([['a/2'], null])
    expect(await list({ limit: 9, prefix: 'A' })).toEqual([[], null])
  })

  it('need a bucket, and a bucket with objects stays', async () => {
    const account = await withBucket('a')
    const kindOf = (error: unknown) => isStoreError(error) && error.kind
    const lost = writeData(account, ({ objects }) => objects.put('nowhere', object('a')))
    expect(await lost.catch(kindOf)).toBe('missing')
    expect(await writeData(account, ({ buckets }) => buckets.delete('lab')).catch(kindOf)).toBe('in-use')
    await writeData(account, async ({ objects, buckets }) => {
      expect(await objects.delete('lab', 'a')).toBe(true)
      expect(await objects.delete('lab', 'a')).toBe(false)
      await buckets.delete('lab')
    })
    expect(await read(account).buckets.find('lab')).toBeNull()
  })
})

describe('buckets', () => {
  it('are listed, searched and taken once', async () => {
    const account = await freshAccount()
    const add = (name: string) =>
      writeData(account, ({ buckets }) => buckets.create({ name, region: 'us-east-1', createdAt: at }))
    for (const name of ['b2', 'a-1', 'b1']) await add(name)
    expect(await add('b1').catch((error) => isStoreError(error) && error.kind)).toBe('taken')
    const { buckets } = read(account)
    expect((await buckets.list({ limit: 2 })).next).toBe('b1')
    expect((await buckets.list({ limit: 9, prefix: 'b', after: 'b1' })).rows.map((row) => row.name)).toEqual(['b2'])
    const page = await buckets.page({ limit: 1, search: 'B', sort: 'name', direction: 'desc' })
    expect(page).toEqual({ rows: [{ name: 'b2', region: 'us-east-1', createdAt: at }], total: 3, matches: 2 })
  })
})
