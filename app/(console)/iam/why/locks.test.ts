import { describe, expect, it } from 'vitest'
import type { Why } from '@/lib/gate/why'
import { locksBehind, locksOf, verdictOf } from './locks'

const absent = {
  identity: 'absent',
  boundary: 'absent',
  session: 'absent',
  resource: 'absent',
  scp: 'absent',
  rcp: 'absent',
} as const
type Facts = Parameters<typeof locksOf>[0]
const facts = (effect: Why['effect'], decidedBy: Why['decidedBy'], layers: Partial<Why['layers']>): Facts => ({
  effect,
  decidedBy,
  layers: { ...absent, ...layers },
})
const states = (why: Facts) => locksOf(why).map(({ id, state }) => `${id} ${state}`)

describe('locksOf', () => {
  it('stops at the lock that shut, and says what those behind would do', () => {
    const why = facts('implicitDeny', 'identity', {
      scp: 'allow',
      resource: 'none',
      identity: 'none',
      boundary: 'none',
      session: 'allow',
    })
    expect(states(why)).toEqual([
      'deny open',
      'rcp not-set',
      'scp open',
      'resource not-set',
      'identity shut',
      'boundary not-reached',
      'session not-reached',
    ])
    expect(locksBehind(locksOf(why)).map(({ id }) => id)).toEqual(['boundary'])
    expect(verdictOf(why).after).toBe('but no identity-based policy allows it.')
  })

  it('is shut at once by a deny', () => {
    const why = facts('explicitDeny', 'boundary', { identity: 'allow', boundary: 'deny' })
    expect(states(why).slice(0, 1)).toEqual(['deny shut'])
    expect(locksOf(why)[0]?.reason).toBe('a permissions boundary forbids it')
    expect(states(why)).toContain('identity not-reached')
    expect(verdictOf(why).before).toBe('A permissions boundary forbids')
  })

  it('is open where it is allowed', () => {
    const why = facts('allowed', 'identity', { identity: 'allow', boundary: 'allow', scp: 'skipped' })
    expect(new Set(locksOf(why).map(({ state }) => state))).toEqual(new Set(['open', 'not-set']))
    expect(verdictOf(why).before).toBe('You may do')
  })
})
