import { describe, expect, it } from 'vitest'
import { ageInDays, ageText, fullTime, relativeTime } from './time'

const now = '2026-11-22T10:00:00Z'

describe('relativeTime', () => {
  it.each([
    ['2026-11-22T09:59:30Z', 'Just now'],
    ['2026-11-22T09:59:00Z', '1 minute ago'],
    ['2026-11-22T09:48:00Z', '12 minutes ago'],
    ['2026-11-22T08:59:00Z', 'Today'],
    ['2026-11-21T23:59:00Z', 'Yesterday'],
    ['2026-11-19T10:00:00Z', '3 days ago'],
  ])('%s is %s', (when, words) => {
    expect(relativeTime(when, now)).toBe(words)
  })

  it('names the time of today where asked', () => {
    expect(relativeTime('2026-11-22T08:47:00Z', now, { withTime: true })).toBe('Today, 08:47')
  })
})

describe('ages', () => {
  it('counts whole days and says Today for none', () => {
    expect(ageText('2026-11-21T11:00:00Z', now)).toBe('Today')
    expect(ageText('2026-11-21T10:00:00Z', now)).toBe('1 day')
    expect(ageInDays('2026-05-02T10:00:00Z', now)).toBe(204)
  })
})

describe('fullTime', () => {
  it('is the same on every machine', () => {
    expect(fullTime('2026-11-09T08:31:00Z')).toBe('9 November 2026, 08:31 UTC')
  })
})
