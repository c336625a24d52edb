import { describe, expect, it } from 'vitest'
import type { SignedCaller } from './caller'
import { contextOf } from './context'
import { may, type Target } from './question'

const account = '123456789012'
const at = new Date('2026-11-22T09:00:00.000Z')
const facts = { now: at, sourceIp: '203.0.113.10', userAgent: 'tests', secure: true, region: 'eu-west-1' }
const tags = [{ Key: 'Team', Value: 'dev' }]

const ann: SignedCaller = {
  kind: 'user',
  account,
  revision: 1,
  arn: `arn:aws:iam::${account}:user/ann`,
  userId: 'AIDAANN',
  userName: 'ann',
  credential: { kind: 'access-key', id: 'AKIAIOSFODNN7EXAMPLE' },
}

/** The keys that ann's question has, with a thing of that ARN and these tags. */
function keysOf(action: string, resource: string) {
  const arn = resource.startsWith('arn:') ? resource : `arn:aws:iam::${account}:${resource}`
  const target: Target = { arn, display: arn, account, tags }
  return contextOf(ann, facts, may(action, target), tags)
}

describe('the context of a question', () => {
  it('tells the call, the caller and its tags', () => {
    expect(Object.fromEntries(keysOf('iam:GetUser', 'user/bob'))).toEqual({
      'aws:currenttime': '2026-11-22T09:00:00.000Z',
      'aws:epochtime': '1795338000',
      'aws:sourceip': '203.0.113.10',
      'aws:securetransport': 'true',
      'aws:useragent': 'tests',
      'aws:requestedregion': 'eu-west-1',
      'aws:principalisawsservice': 'false',
      'aws:viaawsservice': 'false',
      'aws:principalarn': ann.arn,
      'aws:principalaccount': account,
      'aws:principaltype': 'User',
      'aws:principaltag/team': 'dev',
      'aws:userid': 'AIDAANN',
      'aws:username': 'ann',
      'aws:resourceaccount': account,
      'aws:resourcetag/team': 'dev',
      'iam:resourcetag/team': 'dev',
    })
  })

  it("has IAM's own key of tags for users and roles alone", () => {
    for (const resource of ['user/team/bob', 'role/deployer'])
      expect(keysOf('iam:TagRole', resource).get('iam:resourcetag/team')).toBe('dev')
    for (const resource of ['policy/Readers', 'mfa/phone', 'instance-profile/web', 'oidc-provider/example.com']) {
      const keys = keysOf('iam:TagPolicy', resource)
      expect([keys.get('aws:resourcetag/team'), keys.has('iam:resourcetag/team')]).toEqual(['dev', false])
    }
  })

  it("has S3's own key of the account", () => {
    expect(keysOf('s3:GetObject', 'arn:aws:s3:::lab/a').get('s3:resourceaccount')).toBe(account)
    expect(keysOf('iam:GetUser', 'user/bob').has('s3:resourceaccount')).toBe(false)
  })

  it('knows no MFA and no token of a long-term key', () => {
    const keys = keysOf('iam:GetUser', 'user/bob')
    for (const key of ['aws:multifactorauthpresent', 'aws:multifactorauthage', 'aws:tokenissuetime'])
      expect(keys.has(key)).toBe(false)
  })
})
