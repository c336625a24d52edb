import { describe, expect, it } from 'vitest'
import { type Denial, denialText, policyName } from './denial'

const denial: Denial = {
  userArn: 'arn:aws:iam::123456789012:user/alice',
  service: 'iam',
  action: 'iam:ListMFADevices',
  resource: 'arn:aws:iam::123456789012:user/ben',
  context: 'no identity-based policy allows the action',
  kind: 'implicit',
  message: '',
}

describe('denialText', () => {
  it('is the four lines that a person sends on', () => {
    expect(denialText(denial).split('\n')).toEqual([
      'User: arn:aws:iam::123456789012:user/alice',
      'Action: iam:ListMFADevices',
      'On resource(s): arn:aws:iam::123456789012:user/ben',
      'Context: no identity-based policy allows the action',
    ])
  })

  it('leaves out a resource that is not known', () => {
    expect(denialText({ ...denial, resource: undefined })).not.toContain('resource')
  })
})

describe('policyName', () => {
  it('is the last part, whatever the path', () => {
    expect(policyName('arn:aws:iam::aws:policy/job-function/ViewOnlyAccess')).toBe('ViewOnlyAccess')
  })
})
