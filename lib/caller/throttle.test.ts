import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forget } from '@/lib/store/slot'
import { attempt, freeFailures, waitText } from './throttle'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T09:00:00Z') })
  forget('sign-in throttle')
})
afterEach(() => {
  vi.useRealTimers()
})

async function fail(times: number, address: (turn: number) => string, subject: (turn: number) => string) {
  for (let turn = 0; turn < times; turn++) {
    expect(await attempt(address(turn), subject(turn))).toMatchObject({ allowed: true })
  }
}

describe('the sign-in throttle', () => {
  it('lets a user fail ten times from anywhere, then says how long to wait', async () => {
    await fail(
      freeFailures.perUser,
      (turn) => `198.51.100.${turn}`,
      () => 'dojo/user-1',
    )
    vi.advanceTimersByTime(60_000)
    expect(await attempt('198.51.100.99', 'Dojo/User-1')).toEqual({ allowed: false, waitSeconds: 240 })
    expect(await attempt('198.51.100.99', 'dojo/user-2')).toMatchObject({ allowed: true })
  })

  it('ends by itself, however often one tries meanwhile', async () => {
    await fail(
      freeFailures.perUser,
      () => '198.51.100.1',
      () => 'dojo/user-1',
    )
    for (let second = 0; second < 290; second += 10) {
      await attempt('198.51.100.1', 'dojo/user-1')
      vi.advanceTimersByTime(10_000)
    }
    vi.advanceTimersByTime(10_000)
    expect(await attempt('198.51.100.1', 'dojo/user-1')).toMatchObject({ allowed: true })
  })

  it('stops an address that tries one password on many users', async () => {
    await fail(
      freeFailures.perAddress,
      () => '198.51.100.1',
      (turn) => `dojo/user-${turn}`,
    )
    expect(await attempt('198.51.100.1', 'dojo/other')).toMatchObject({ allowed: false })
    expect(await attempt('198.51.100.2', 'dojo/other')).toMatchObject({ allowed: true })
  })

  it('does not count successes, so that a whole class may sign in from one address', async () => {
    for (let turn = 0; turn < 3 * freeFailures.perAddress; turn++) {
      const pupil = await attempt('198.51.100.1', `dojo/user-${turn % 30}`)
      if (!pupil.allowed) throw new Error(`stopped at sign-in ${turn}`)
      await pupil.succeeded()
    }
  })
})

describe('waitText', () => {
  it.each([
    [1, 'a minute'],
    [60, 'a minute'],
    [61, '2 minutes'],
    [300, '5 minutes'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(waitText(seconds)).toBe(text)
  })
})
