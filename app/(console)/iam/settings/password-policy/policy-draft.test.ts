import { describe, expect, it } from 'vitest'
import { draftOf, type PolicyDraft, policyOf, problemsOf } from './policy-draft'

const custom: PolicyDraft = { ...draftOf(null), kind: 'custom' }

describe('the password policy form', () => {
  it('begins with what the service tells, and sends the same again', () => {
    const policy = {
      MinimumPasswordLength: 14,
      RequireSymbols: true,
      RequireNumbers: false,
      RequireUppercaseCharacters: true,
      RequireLowercaseCharacters: false,
      AllowUsersToChangePassword: false,
      MaxPasswordAge: 30,
      HardExpiry: true,
      PasswordReusePrevention: 3,
    }
    expect(policyOf(draftOf(policy))).toEqual(policy)
  })

  it('begins with the default, and lets users change their own password once it is custom', () => {
    expect(draftOf(null)).toMatchObject({ kind: 'default', length: '8', days: '90', ownChange: true })
  })

  it('leaves out what is switched off', () => {
    const sent = policyOf({ ...custom, expires: false, hardExpiry: true, preventsReuse: false })
    expect(sent).not.toHaveProperty('MaxPasswordAge')
    expect(sent).not.toHaveProperty('HardExpiry')
    expect(sent).not.toHaveProperty('PasswordReusePrevention')
  })

  it('names every number that is out of range', () => {
    const wrong = { ...custom, length: '5', expires: true, days: '1096', preventsReuse: true, remembered: '' }
    expect(Object.keys(problemsOf(wrong))).toEqual(['length', 'days', 'remembered'])
    expect(problemsOf({ ...wrong, length: '6', days: '1095', remembered: '24' })).toEqual({})
    expect(problemsOf({ ...custom, length: '8.5' })).toHaveProperty('length')
  })

  it('looks at no number that does not count', () => {
    expect(problemsOf({ ...custom, days: '0', remembered: '99' })).toEqual({})
    expect(problemsOf({ ...custom, kind: 'default', length: '1' })).toEqual({})
  })
})
