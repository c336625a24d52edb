import { describe, expect, it } from 'vitest'
import { deletePastEvents, newEventId, read, write, writeEmptying } from '.'
import { database } from './client'
import type { NewEvent } from './events'
import { freshAccount } from './testing'

const noon = new Date('2026-11-22T12:00:00.000Z')
const noonPlus = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const userArn = 'arn:aws:iam::123456789012:user/ann'

const event = (name: string, time: Date): NewEvent => ({
  id: newEventId(time),
  time,
  name,
  source: 'iam.amazonaws.com',
  readOnly: false,
  userName: 'ann',
  userArn,
  accessKeyId: null,
  errorCode: null,
  resourceType: null,
  resourceName: null,
  record: '{}',
})

/** 250 events before noon, a reset at noon, and one event of an hour later. */
async function accountWithPast() {
  const account = await freshAccount()
  const past = Array.from({ length: 250 }, (_, index) => event('Before', noonPlus(index - 250)))
  for (let start = 0; start < past.length; start += 50) await read(account).events.append(past.slice(start, start + 50))
  await writeEmptying(account, (store) => store.account.reset(noon))
  const after = event('After', noonPlus(60))
  await read(account).events.append([after])
  return { account, past, after }
}

const rows = (accountId: string) => database().event.count({ where: { accountId } })

describe('the events from before a reset', () => {
  it('are no more for anybody who asks', async () => {
    const { account, past, after } = await accountWithPast()
    const { events, lastUse, account: whole } = read(account)
    expect(await events.page({ limit: 10 })).toMatchObject({ rows: [{ name: 'After' }], matches: 1 })
    expect(await events.page({ limit: 10, filter: { name: 'Before' } })).toEqual({ rows: [], matches: 0 })
    expect((await events.list({ limit: 10, from: noonPlus(-99) })).rows.map(({ name }) => name)).toEqual(['After'])
    expect((await events.all()).map(({ name }) => name)).toEqual(['After'])
    expect(await events.find(past[7]?.id ?? '')).toBeNull()
    expect(await events.find(after.id)).toMatchObject({ name: 'After' })
    const used = await lastUse.list({ since: noonPlus(-999), by: 'operation' })
    expect(used.map(({ name }) => name)).toEqual(['After'])
    expect((await whole.exportAll()).tables.event).toMatchObject([{ name: 'After' }])
  })

  it('are deleted a few at a time, and no others', async () => {
    const { account } = await accountWithPast()
    const bystander = await freshAccount()
    await read(bystander).events.append([event('Before', noonPlus(-5))])
    expect(await rows(account)).toBe(251)
    await deletePastEvents(0)
    expect(await rows(account)).toBe(1)
    expect(await rows(bystander)).toBe(1)
  })

  it('do not take along those of the same millisecond, nor stay for a clock that was set back', async () => {
    const account = await freshAccount()
    await read(account).events.append([event('Before', noon), event('Before', noonPlus(30))])
    await writeEmptying(account, async (store) => {
      await store.account.reset(noon)
      await store.events.append([event('ResetAccount', noon)])
    })
    expect((await read(account).events.all()).map(({ name }) => name)).toEqual(['ResetAccount'])
  })

  it('come back with a file that has them', async () => {
    const account = await freshAccount()
    await read(account).events.append([event('Before', noonPlus(-5))])
    const dump = JSON.parse(JSON.stringify(await read(account).account.exportAll()))
    // As a file of an earlier version has it.
    delete dump.account.resetAt
    await writeEmptying(account, (store) => store.account.reset(noon))
    await write(account, (store) => store.account.importAll(dump))
    await deletePastEvents(0)
    expect((await read(account).events.all()).map(({ name }) => name)).toEqual(['Before'])
  })
})
