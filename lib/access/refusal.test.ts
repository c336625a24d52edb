import { describe, expect, it } from 'vitest'
import type { Decision, LayerName } from '@/lib/policy/types'
import { may, type Target } from './question'
import { refusal } from './refusal'

const ann = 'arn:aws:iam::123456789012:user/team/ann'
const bob: Target = { arn: 'arn:aws:iam::123456789012:user/bob', display: 'user bob', account: '123456789012' }
const layers = { identity: 'allow', boundary: 'absent', session: 'absent', resource: 'absent' } as const

const decided = (effect: Decision['effect'], layer: LayerName, arn?: string): Decision => ({
  effect,
  layer,
  matched: effect === 'implicitDeny' ? [] : [{ layer, source: { id: 'no', arn }, index: 0, effect: 'Deny' }],
  layers: { ...layers, scp: 'absent', rcp: 'absent' },
})

const told = (decision: Decision, target = bob, principal = ann) =>
  refusal(principal, may('iam:GetUser', target), decision).message

const refused = `User: ${ann} is not authorized to perform: iam:GetUser on resource: user bob`

describe('a refusal', () => {
  it.each<[LayerName, string]>([
    ['identity', 'no identity-based policy'],
    ['boundary', 'no permissions boundary'],
    ['session', 'no session policy'],
    ['resource', 'no resource-based policy'],
    ['scp', 'no service control policy'],
    ['rcp', 'no resource control policy'],
  ])('says that in the layer %s nothing allows it', (layer, words) => {
    expect(told(decided('implicitDeny', layer))).toBe(`${refused} because ${words} allows the iam:GetUser action`)
  })

  it.each<[LayerName, string]>([
    ['identity', 'an identity-based policy'],
    ['boundary', 'a permissions boundary'],
    ['session', 'a session policy'],
    ['resource', 'a resource-based policy'],
    ['scp', 'a service control policy'],
    ['rcp', 'a resource control policy'],
  ])('says that in the layer %s something denies it, and which managed policy that is', (layer, words) => {
    const arn = 'arn:aws:iam::123456789012:policy/no'
    expect(told(decided('explicitDeny', layer))).toBe(`${refused} with an explicit deny in ${words}`)
    expect(told(decided('explicitDeny', layer, arn))).toBe(`${refused} with an explicit deny in ${words}: ${arn}`)
  })

  it('does not say what is wrong with a role that somebody wants to assume', () => {
    const arn = 'arn:aws:iam::123456789012:role/deployer'
    const role: Target = { ...bob, arn, display: arn, policy: { document: '{}', kind: 'trust' } }
    const words = `User: ${ann} is not authorized to perform: iam:GetUser on resource: ${arn}`
    for (const effect of ['implicitDeny', 'explicitDeny'] as const)
      expect(told(decided(effect, 'resource'), role)).toBe(words)
  })

  it('is an AccessDenied with what the console wants to know of it', () => {
    const decision = decided('implicitDeny', 'boundary')
    expect(refusal(ann, may('iam:GetUser', bob), decision)).toMatchObject({
      code: 'AccessDenied',
      status: 403,
      denial: { principalArn: ann, action: 'iam:GetUser', resource: bob.arn, decision },
    })
  })
})
