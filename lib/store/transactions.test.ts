import { describe, expect, it } from 'vitest'
import { isStoreError, read, write, writeData } from '.'
import { database } from './client'
import { freshAccount } from './testing'

const at = new Date('2026-11-22T09:00:00.123Z')

describe('write', () => {
  it('gives the account a new revision and tells which', async () => {
    const account = await freshAccount()
    const before = await read(account).account.revision()
    expect(await write(account, async (_store, revision) => revision)).toBe(before + 1)
    expect(await read(account).account.revision()).toBe(before + 1)
  })

  it('leaves nothing behind when it fails, not even the revision', async () => {
    const account = await freshAccount()
    const before = await read(account).account.revision()
    const failing = write(account, async ({ users }) => {
      await users.create({ name: 'ann', path: '/', createdAt: at })
      throw new Error('too late')
    })
    await expect(failing).rejects.toThrow('too late')
    expect(await read(account).users.count()).toBe(0)
    expect(await read(account).account.revision()).toBe(before)
  })

  it('lets no two writers pass the same check', async () => {
    const account = await freshAccount()
    const addIfRoom = (name: string) =>
      write(account, async ({ users }) => {
        if ((await users.count()) >= 3) return false
        await users.create({ name, path: '/', createdAt: at })
        return true
      })
    const added = await Promise.all(Array.from({ length: 12 }, (_, number) => addIfRoom(`user-${number}`)))
    expect(added.filter(Boolean)).toHaveLength(3)
    expect(await read(account).users.count()).toBe(3)
  })

  it('knows no account that does not exist', async () => {
    await freshAccount()
    const error = await write('000000000000', async () => 1).catch((reason: unknown) => reason)
    expect(isStoreError(error) && error.kind).toBe('missing')
  })
})

describe('writeData', () => {
  it('keeps the revision', async () => {
    const account = await freshAccount()
    const before = await read(account).account.revision()
    await writeData(account, ({ buckets }) => buckets.create({ name: 'b', region: 'us-east-1', createdAt: at }))
    expect(await read(account).account.revision()).toBe(before)
    expect(await read(account).buckets.count()).toBe(1)
  })
})

describe('the database client', () => {
  it('keeps dates to the millisecond', async () => {
    const account = await freshAccount()
    await write(account, ({ users }) => users.create({ name: 'ann', path: '/', createdAt: at }))
    expect((await read(account).users.page({ limit: 1 })).rows[0]?.createdAt).toEqual(at)
    expect(await database().user.count({ where: { accountId: account, createdAt: at } })).toBe(1)
  })
})
