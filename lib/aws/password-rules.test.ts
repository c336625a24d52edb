import { describe, expect, it } from 'vitest'
import { brokenPasswordRules, daysUntilPasswordExpires, passwordRules } from './password-rules'

describe('the IAM default password rules', () => {
  it.each([
    ['Abcdef12', []],
    ['abc123!?', []],
    ['Abc12!', ['Password should have a minimum length of 8']],
    ['abcdefg1', ['Password should have at least three of: uppercase letters, lowercase letters, numbers, symbols']],
    [
      'Abcdefg\u20ac',
      ['Password should have at least three of: uppercase letters, lowercase letters, numbers, symbols'],
    ],
    ['User-1-lab', ['Password should not be the same as a name it belongs to']],
  ])('%s breaks %j', (password, broken) => {
    expect(brokenPasswordRules(password, null, ['user-1-lab'])).toEqual(broken)
  })
})

describe('custom password rules', () => {
  it('name every requirement that the password breaks, in order', () => {
    const all = {
      MinimumPasswordLength: 14,
      RequireUppercaseCharacters: true,
      RequireLowercaseCharacters: true,
      RequireNumbers: true,
      RequireSymbols: true,
    }
    expect(brokenPasswordRules('', all)).toEqual([
      'Password should have a minimum length of 14',
      'Password should have at least one uppercase letter',
      'Password should have at least one lowercase letter',
      'Password should have at least one number',
      'Password should have at least one symbol',
    ])
    expect(brokenPasswordRules('Correct-horse-7', all)).toEqual([])
  })

  it('replace the default ones instead of adding to them', () => {
    expect(brokenPasswordRules('aaaaaa', { MinimumPasswordLength: 6 })).toEqual([])
    expect(passwordRules({ MinimumPasswordLength: 6 })).toHaveLength(1)
  })
})

describe('daysUntilPasswordExpires', () => {
  const changed = new Date('2026-08-01T12:00:00Z')
  it.each([
    ['2026-08-01T12:00:00Z', 90],
    ['2026-10-29T12:00:00Z', 1],
    ['2026-10-29T12:00:01Z', 1],
    ['2026-10-30T12:00:00Z', 0],
    ['2026-11-02T12:00:00Z', -3],
  ])('at %s are %d days left of 90', (now, days) => {
    expect(daysUntilPasswordExpires(changed, 90, new Date(now))).toBe(days)
  })

  it('knows passwords that never expire', () => {
    expect(daysUntilPasswordExpires(changed, null, new Date('2030-01-01'))).toBeNull()
  })
})
