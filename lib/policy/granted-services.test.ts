import { describe, expect, it } from 'vitest'
import { actionCatalogue } from '@/lib/aws/catalogue/actions'
import { compile } from './compile'
import { GrantedServices } from './granted-services'

type Statement = {
  Effect: string
  Action?: string | string[]
  NotAction?: string
  Resource?: string
  Condition?: object
}

const granted = (...Statement: Statement[]) => {
  const document = { Version: '2012-10-17', Statement: Statement.map((one) => ({ Resource: '*', ...one })) }
  return new GrantedServices([compile(JSON.stringify(document), 'identity')], actionCatalogue())
}

const allow = (Action: string | string[], more = {}) => ({ Effect: 'Allow', Action, ...more })
const deny = (Action: string | string[], more = {}) => ({ Effect: 'Deny', Action, ...more })

describe('GrantedServices', () => {
  it.each<[string, GrantedServices, string, boolean]>([
    ['a star', granted(allow('*')), 'ec2', true],
    ['a whole service', granted(allow('s3:*')), 's3', true],
    ['another service', granted(allow('s3:*')), 'ec2', false],
    ['one action on one resource', granted(allow('S3:getobject', { Resource: 'arn:aws:s3:::a/*' })), 's3', true],
    ['an action that does not exist', granted(allow('s3:Nothing')), 's3', false],
    ['a service that does not exist', granted(allow('*')), 'toaster', false],
    ['all but the service', granted({ Effect: 'Allow', NotAction: 's3:*' }), 's3', false],
    ['all but some of the service', granted({ Effect: 'Allow', NotAction: 's3:Get*' }), 's3', true],
    ['a service that is denied', granted(allow('*'), deny('s3:*')), 's3', false],
    ['an action that is denied', granted(allow('s3:GetObject'), deny('s3:Get*')), 's3', false],
    ['a service that is denied in part', granted(allow('*'), deny('s3:Get*')), 's3', true],
    [
      'a service that is denied under conditions',
      granted(allow('*'), deny('*', { Condition: { Bool: { 'a:b': 'true' } } })),
      's3',
      true,
    ],
    [
      'a service that is denied on a resource',
      granted(allow('*'), deny('*', { Resource: 'arn:aws:s3:::a' })),
      's3',
      true,
    ],
  ])('%s', (_, services, prefix, expected) => expect(services.has(prefix)).toBe(expected))

  it('lists the actions of a service', () => {
    const services = granted(allow(['sts:Get*', 's3:*']), deny('sts:GetSessionToken'))
    expect(services.actions('sts')).toEqual(expect.arrayContaining(['GetCallerIdentity', 'GetFederationToken']))
    expect(services.actions('sts')).not.toContain('GetSessionToken')
    expect(services.actions('sts')).not.toContain('AssumeRole')
  })
})
