import { beforeAll, describe, expect, it } from 'vitest'
import { seal } from '@/lib/secrets/seal'
import { codeAt, newSeed, stepAt } from '@/lib/secrets/totp'
import { isTaken, read, write } from '.'
import { clockFrom, verifyMfaCode } from './mfa-code'
import type { MfaClock } from './mfa-devices'
import { freshAccount } from './testing'

const at = new Date('2026-11-22T09:00:00.123Z')
const later = (steps: number) => new Date(at.getTime() + steps * 30_000)
const seed = newSeed()
let seedSealed: string

beforeAll(() => {
  process.env.IAM_DOJO_SECRET ??= 'only for tests'
  seedSealed = seal(seed, 'totp')
})

const device = (name: string, path = '/') => ({ name, path, seedSealed, createdAt: at })

/** An account with a user ann, whose device phone is enabled. */
async function withPhone() {
  const account = await freshAccount()
  const { userId, serial } = await write(account, async (store) => {
    const { id: userId } = await store.users.create({ name: 'ann', path: '/', createdAt: at })
    const { serial } = await store.mfaDevices.create(device('phone'))
    await store.mfaDevices.assign(serial, { userId, at, step: stepAt(at), drift: 0 })
    return { userId, serial }
  })
  return { account, userId, serial, store: read(account) }
}

describe('MFA devices', () => {
  it('are found by serial number without regard to case, in their own account', async () => {
    const account = await freshAccount()
    const { mfaDevices } = read(account)
    const created = await mfaDevices.create(device('Phone', '/dev/'))
    expect(created.serial).toBe(`arn:aws:iam::${account}:mfa/dev/Phone`)
    expect(await mfaDevices.find(created.serial.replace('Phone', 'pHONE'))).toMatchObject({
      name: 'Phone',
      userId: null,
    })
    expect(await mfaDevices.find('phone')).toBeNull()
    expect(await read(await freshAccount()).mfaDevices.find(created.serial)).toBeNull()
    expect(await mfaDevices.create(device('PHONE', '/dev/')).catch(isTaken)).toBe(true)
    await mfaDevices.create(device('PHONE'))
  })

  it('are listed with their users, page by page', async () => {
    const { account, userId, serial, store } = await withPhone()
    const key = await store.mfaDevices.create(device('key'))
    await store.mfaDevices.create(device('spare'))
    await store.mfaDevices.assign(key.serial, { userId: account, at, step: 1, drift: 0 })
    const names = async (query: { assigned?: boolean; after?: string; limit: number }) => {
      const { rows, next } = await store.mfaDevices.list(query)
      return [rows.map(({ name, user }) => `${name} ${user?.name ?? '-'}`).join(', '), next]
    }
    expect(await names({ limit: 2 })).toEqual(['key -, phone ann', '/phone'])
    expect(await names({ limit: 2, after: '/phone' })).toEqual(['spare -', null])
    expect(await names({ limit: 9, assigned: true })).toEqual(['key -, phone ann', null])
    expect(await names({ limit: 9, assigned: false })).toEqual(['spare -', null])
    expect(await store.mfaDevices.ofUser(userId)).toMatchObject([{ serial, enabledAt: at }])
    expect(await store.mfaDevices.countOf(account)).toBe(1)
    expect(await store.summary()).toMatchObject({ mfaDevices: 3, mfaDevicesInUse: 2, rootMfaDevices: 1 })
  })

  it('are left without a user when theirs is deleted, and take their tags along when they go', async () => {
    const { account, userId, serial, store } = await withPhone()
    await store.tags.put('mfa', store.mfaDevices.tagId(serial), [{ Key: 'a', Value: 'b' }])
    await write(account, ({ users }) => users.delete(userId))
    expect(await store.mfaDevices.find(serial)).toMatchObject({ userId: null, enabledAt: null })
    await store.mfaDevices.delete(serial)
    expect(await store.mfaDevices.find(serial)).toBeNull()
    expect(await store.tags.list('mfa', store.mfaDevices.tagId(serial))).toEqual([])
  })
})

describe('verifyMfaCode', () => {
  it('takes the codes of the steps beside the current one, each once and none before the last', async () => {
    const { userId, serial, store } = await withPhone()
    const verify = (steps: number, now: Date) =>
      verifyMfaCode(store, { serial, userId }, codeAt(seed, stepAt(at) + steps), now)
    expect(await verify(0, at)).toBe(false) // the code that assigned it
    expect(await verify(4, later(2))).toBe(false)
    expect(await verify(3, later(2))).toBe(true)
    expect(await verify(3, later(2))).toBe(false)
    expect(await verify(2, later(2))).toBe(false)
    expect(await verify(5, later(7))).toBe(false)
    expect(await verify(6, later(7))).toBe(true)
  })

  it('lets one of many through who come at once with one code', async () => {
    const { userId, serial, store } = await withPhone()
    const code = codeAt(seed, stepAt(at) + 1)
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => verifyMfaCode(store, { serial, userId }, code, at)),
    )
    expect(answers.filter(Boolean)).toEqual([true])
  })

  it('knows only the device that the user has', async () => {
    const { account, userId, serial, store } = await withPhone()
    const code = codeAt(seed, stepAt(at) + 1)
    const tries = [
      { serial, userId: account },
      { serial: `${serial}2`, userId },
      { serial: 'phone', userId },
    ]
    for (const attempt of tries) expect(await verifyMfaCode(store, attempt, code, at)).toBe(false)
    await store.mfaDevices.unassign(serial)
    expect(await verifyMfaCode(store, { serial, userId }, code, at)).toBe(false)
  })
})

describe('clockFrom', () => {
  const pairAt = (steps: number) => [codeAt(seed, stepAt(at) + steps - 1), codeAt(seed, stepAt(at) + steps)] as const
  const clock = (lastUsedStep: number | null = null): MfaClock => ({
    ...{ serial: 's', ...device('phone'), userId: null, enabledAt: null },
    ...{ lastUsedStep, drift: 0 },
  })
  const offBy = (steps: number, purpose: 'assign' | 'resync') => clockFrom(clock(), pairAt(steps), at, purpose)?.drift

  it('takes slow and quick typing for no drift, and a wrong clock for one', () => {
    expect([-1, 0, 1].map((steps) => offBy(steps, 'assign'))).toEqual([0, 0, 0])
    expect(offBy(-9, 'assign')).toBe(-9)
    expect(offBy(12, 'assign')).toBeUndefined()
    expect(offBy(12, 'resync')).toBe(12)
    expect(offBy(130, 'resync')).toBeUndefined()
  })

  it('takes no code that was good before', () => {
    expect(clockFrom(clock(stepAt(at)), pairAt(0), at, 'resync')).toBeNull()
    expect(clockFrom(clock(stepAt(at) - 1), pairAt(0), at, 'resync')).toEqual({ step: stepAt(at), drift: 0 })
  })
})
