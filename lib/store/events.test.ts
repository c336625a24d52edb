import { describe, expect, it } from 'vitest'
import { bufferEvent, flushEvents, newEventId, read } from '.'
import type { NewEvent } from './events'
import { freshAccount } from './testing'

const noon = new Date('2026-11-22T12:00:00.000Z')
const noonPlus = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)

const event = (name: string, time = noon, rest: Partial<NewEvent> = {}): NewEvent => ({
  id: newEventId(time),
  time,
  name,
  source: 'iam.amazonaws.com',
  readOnly: false,
  userName: 'ann',
  userArn: null,
  accessKeyId: null,
  errorCode: null,
  resourceType: null,
  resourceName: null,
  record: `{"eventName":"${name}"}`,
  ...rest,
})

describe('events', () => {
  it('keep the order in which they happened, also under a clock that stands still', async () => {
    const account = await freshAccount()
    const names = Array.from({ length: 20 }, (_, number) => `Call${number}`)
    for (const name of names) await read(account).events.append([event(name)])
    expect((await read(account).events.all()).map((row) => row.name)).toEqual(names)
    const { rows, matches } = await read(account).events.page({ limit: 2 })
    expect([rows.map((row) => row.name), matches]).toEqual([['Call19', 'Call18'], 20])
  })

  it('are found whole by their ID', async () => {
    const account = await freshAccount()
    const made = event('CreateUser', noon, {
      resourceType: 'AWS::IAM::User',
      resourceName: 'bob',
      errorCode: 'AccessDenied',
    })
    await read(account).events.append([made])
    expect(await read(account).events.find(made.id)).toEqual(made)
    const { record: _, ...listed } = made
    expect((await read(account).events.page({ limit: 1 })).rows).toEqual([listed])
    expect(await read(await freshAccount()).events.find(made.id)).toBeNull()
  })

  it('are filtered by attribute and time, and paged', async () => {
    const account = await freshAccount()
    const { events } = read(account)
    await events.append([
      event('ListUsers', noonPlus(0), { readOnly: true }),
      event('CreateUser', noonPlus(1), { userName: 'bob' }),
      event('DeleteUser', noonPlus(2)),
    ])
    const names = async (query: Partial<Parameters<typeof events.page>[0]>) =>
      (await events.page({ limit: 9, ...query })).rows.map((row) => row.name).join(' ')
    expect(await names({ filter: { readOnly: false } })).toBe('DeleteUser CreateUser')
    expect(await names({ filter: { readOnly: true } })).toBe('ListUsers')
    expect(await names({ filter: { userName: 'bob' } })).toBe('CreateUser')
    expect(await names({ from: noonPlus(1) })).toBe('DeleteUser CreateUser')
    expect(await names({ from: noonPlus(1), to: noonPlus(1) })).toBe('CreateUser')
    expect(await names({ offset: 1, limit: 1 })).toBe('CreateUser')
    const first = await events.list({ limit: 2 })
    expect(first.rows.map((row) => row.name)).toEqual(['DeleteUser', 'CreateUser'])
    const rest = await events.list({ limit: 2, after: first.next ?? '' })
    expect([rest.rows.map((row) => row.name), rest.next]).toEqual([['ListUsers'], null])
  })

  it('that may wait arrive together and in order', async () => {
    const [one, two] = [await freshAccount(), await freshAccount()]
    for (let number = 0; number < 120; number++) bufferEvent(number % 2 ? one : two, event(`Call${number}`))
    await flushEvents()
    const names = (await read(one).events.all()).map((row) => row.name)
    expect(names).toHaveLength(60)
    expect([names[0], names[59]]).toEqual(['Call1', 'Call119'])
    expect(await read(two).events.all()).toHaveLength(60)
  })

  it('that still wait when the server stops are written first', async () => {
    const account = await freshAccount()
    bufferEvent(account, event('ListUsers'))
    const slot = Symbol.for('iam-dojo.stopping')
    for (const speak of (globalThis as { [slot]?: Set<() => Promise<void>> })[slot] ?? []) await speak()
    expect(await read(account).events.all()).toHaveLength(1)
  })
})
