import { beforeEach, describe, expect, it } from 'vitest'
import { hashPassword } from '@/lib/secrets/password-hash'
import { seal } from '@/lib/secrets/seal'
import { codeAt, newSeed, stepAt } from '@/lib/secrets/totp'
import { flushEvents, read, write } from '@/lib/store'
import { forget } from '@/lib/store/slot'
import { freshAccount } from '@/lib/store/testing'
import { findSignedIn } from './auth'
import { signIn } from './sign-in'
import { signInWithCode } from './sign-in-code'

process.env.IAM_DOJO_SECRET ??= 'only for tests'

const start = new Date('2026-11-22T09:00:00.000Z')
const right = 'Right-password-1'
const seed = newSeed()

/** An account whose user ann and whose root have a device each; `clock.now` is the time. */
async function withDevices() {
  const rootPasswordHash = await hashPassword(right)
  const account = await freshAccount({ rootPasswordHash })
  const [annSerial, rootSerial] = await write(account, async (store) => {
    const ann = await store.users.create({ name: 'ann', path: '/', createdAt: start })
    await store.loginProfiles.create(ann.id, { passwordHash: rootPasswordHash, createdAt: start, resetRequired: false })
    const assign = async (name: string, userId: string) => {
      const device = { name, path: '/', seedSealed: seal(seed, 'totp'), createdAt: start }
      const { serial } = await store.mfaDevices.create(device)
      await store.mfaDevices.assign(serial, { userId, at: start, step: stepAt(start) - 2, drift: 0 })
      return serial
    }
    return [await assign('phone', ann.id), await assign('root-phone', account)] as const
  })
  const clock = { now: start }
  const facts = () => ({
    ...{ now: clock.now, requestId: '00000000-0000-4000-8000-000000000000', sourceIp: '203.0.113.10' },
    ...{ userAgent: 'a browser', secure: false, region: 'us-east-1' },
  })
  const ticketFor = async (kind: 'user' | 'root') => {
    const names = { account, userName: 'ann', email: `root-${account}@example.com` }
    const result = await signIn({ kind, ...names, password: right }, facts())
    if (result.kind !== 'code') throw new Error(result.kind)
    return result.ticket
  }
  const enter = (ticket: string, code: string, serial?: string) => signInWithCode({ ticket, code, serial }, facts())
  const codeIn = (steps: number) => codeAt(seed, stepAt(clock.now) + steps)
  const events = async () => {
    await flushEvents()
    return (await read(account).events.all()).map(({ record }) => JSON.parse(record))
  }
  return { account, clock, ticketFor, enter, codeIn, events, facts, annSerial, rootSerial }
}

beforeEach(() => forget('sign-in throttle'))

describe('signing in with an MFA device', () => {
  it.each(['user', 'root'] as const)(
    'takes the password and a code of the %s, and the session knows it',
    async (kind) => {
      const { clock, ticketFor, enter, codeIn, annSerial, rootSerial, events } = await withDevices()
      const ticket = await ticketFor(kind)
      clock.now = new Date(start.getTime() + 20_000)
      const code = codeIn(0)
      const result = await enter(ticket, `${code.slice(0, 3)} ${code.slice(3)}`)
      if (result.kind !== 'session') throw new Error(result.kind)
      const signedIn = await findSignedIn(result.sessionId, clock.now)
      expect(signedIn?.caller).toMatchObject({ kind, credential: { kind: 'console', mfaAt: clock.now } })
      const [checked, login, ...others] = await events()
      expect(checked).toMatchObject({ eventName: 'CheckMfa', responseElements: { CheckMfa: 'Success' } })
      expect(login).toMatchObject({
        eventName: 'ConsoleLogin',
        responseElements: { ConsoleLogin: 'Success' },
        additionalEventData: { MFAUsed: 'Yes', MFAIdentifier: kind === 'root' ? rootSerial : annSerial },
      })
      expect(others).toEqual([])
    },
  )

  it('opens nothing by the password alone', async () => {
    const { account, ticketFor } = await withDevices()
    await ticketFor('user')
    expect((await read(account).account.exportAll()).tables.session).toEqual([])
  })

  it('refuses wrong codes, and lets the same ticket try again', async () => {
    const { ticketFor, enter, codeIn, events } = await withDevices()
    const ticket = await ticketFor('user')
    const wrong = ['', '123', codeIn(-3), codeIn(5), `${codeIn(0)}0`, 'x'.repeat(9)]
    for (const code of wrong) expect(await enter(ticket, code)).toEqual({ kind: 'refused' })
    expect(await enter(ticket, codeIn(0), 'no device of hers')).toMatchObject({ kind: 'session' })
    const failures = (await events()).filter(({ responseElements }) => responseElements.ConsoleLogin === 'Failure')
    expect(failures).toHaveLength(wrong.length)
    expect(failures[0]).toMatchObject({
      errorMessage: 'Failed authentication',
      additionalEventData: { MFAUsed: 'Yes' },
    })
    expect(JSON.stringify(failures)).not.toContain('no device of hers')
  })

  it('takes a code once, and of many tickets at once one', async () => {
    const { ticketFor, enter, codeIn } = await withDevices()
    const tickets = await Promise.all(Array.from({ length: 4 }, () => ticketFor('user')))
    const results = await Promise.all(tickets.map((ticket) => enter(ticket, codeIn(0))))
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['refused', 'refused', 'refused', 'session'])
  })

  it('takes a ticket once, with whatever codes', async () => {
    const { ticketFor, enter, codeIn } = await withDevices()
    const ticket = await ticketFor('user')
    const results = await Promise.all([enter(ticket, codeIn(0)), enter(ticket, codeIn(1))])
    expect(results.filter(({ kind }) => kind === 'session')).toHaveLength(1)
    expect(await enter(ticket, codeIn(1))).toEqual({ kind: 'over' })
  })

  it('takes no ticket that is old, changed or not from here', async () => {
    const { clock, ticketFor, enter, codeIn } = await withDevices()
    const ticket = await ticketFor('user')
    const forged = seal(JSON.stringify({ account: '1', owner: '1' }), 'mfa-ticket')
    for (const other of [
      '',
      'x',
      `${ticket.slice(0, 20)}${ticket[20] === 'A' ? 'B' : 'A'}${ticket.slice(21)}`,
      forged,
      seal('{}', 'totp'),
    ]) {
      expect(await enter(other, codeIn(0))).toEqual({ kind: 'over' })
    }
    clock.now = new Date(start.getTime() + 5 * 60_000)
    expect(await enter(ticket, codeIn(0))).toEqual({ kind: 'over' })
  })

  it('takes no ticket of a password that was changed, of a deleted user or of a device that went', async () => {
    const { account, ticketFor, enter, codeIn, annSerial } = await withDevices()
    const [first, second, third] = [await ticketFor('user'), await ticketFor('root'), await ticketFor('user')]
    const passwordHash = await hashPassword('Newer-password-2')
    const store = read(account)
    const ann = await store.users.find('ann')
    await store.loginProfiles.update(ann?.id ?? '', { passwordHash, changedAt: start })
    expect(await enter(first, codeIn(0))).toEqual({ kind: 'refused' })
    await store.mfaDevices.unassign(annSerial)
    expect(await enter(first, codeIn(0))).toEqual({ kind: 'over' })
    await write(account, ({ users }) => users.delete(ann?.id ?? ''))
    expect(await enter(third, codeIn(0))).toEqual({ kind: 'over' })
    expect(await enter(second, codeIn(0))).toMatchObject({ kind: 'session' })
  })

  it('makes whoever guesses codes wait, whatever number of tickets they have', async () => {
    const { ticketFor, enter, codeIn } = await withDevices()
    for (let turn = 0; turn < 10; turn++) {
      expect(await enter(await ticketFor('user'), '000000')).toEqual({ kind: 'refused' })
    }
    const ticket = await ticketFor('user')
    expect(await enter(ticket, codeIn(0))).toEqual({ kind: 'wait', waitSeconds: expect.any(Number) })
    expect(await enter(await ticketFor('root'), codeIn(0))).toMatchObject({ kind: 'session' })
  })
})
