import { describe, expect, it } from 'vitest'
import { actionCatalogue } from '@/lib/aws/catalogue/actions'
import { managedPolicyDocument } from '@/lib/aws/catalogue/managed-policies'
import { type Access, type Summary, summarize, summarizeAction, summarizeService } from '.'
import { overlap } from './applies'

const catalogue = actionCatalogue()
const policy = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement })
const allow = (Action: string | string[], Resource: string | string[] = '*', Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
})
const summaryOf = (text: string) => {
  const summary = summarize(text, catalogue)
  if (typeof summary === 'string') throw new Error(summary)
  return summary
}
const only = (rows: Summary['allow']) => {
  expect(rows).toHaveLength(1)
  return rows[0] as Summary['allow'][number]
}
const words = (access: Access) =>
  access.kind === 'levels' ? `full: ${access.full.join(', ')}; limited: ${access.limited.join(', ')}` : access.kind

describe('which documents have no summary', () => {
  it.each([
    ['unreadable', '{'],
    ['unreadable', policy({ Effect: 'Perhaps', Action: '*', Resource: '*' })],
    ['principal', policy({ ...allow('s3:*'), Principal: '*' })],
    ['not-resource', policy({ Effect: 'Allow', Action: 's3:*', NotResource: 'arn:aws:s3:::a' })],
    ['nothing', policy({ Effect: 'Allow', Action: [], Resource: [] })],
    ['nothing', policy({ Effect: 'Allow', NotAction: '*', Resource: '*' })],
  ])('%s', (reason, text) => {
    expect(summarize(text, catalogue)).toBe(reason)
  })
})

describe('access to a service', () => {
  it.each<[string, object, string]>([
    ['s3', allow('s3:*'), 'full'],
    ['s3', allow('S3:LIST*'), 'full: List; limited: '],
    ['sts', allow(['sts:*'], ['*', 'arn:aws:iam::*:role/a']), 'full'],
    ['s3', allow('s3:Nonsense'), 'no-actions'],
    ['s3', allow('s3:ListAllMyBuckets', 'arn:aws:s3:::demo'), 'none'],
    ['s3', allow('s3:GetObject', 'arn:aws:s3:::demo'), 'none'],
    ['s3', allow('s3:GetObject', 'arn:aws:s3:::demo/*'), 'full: ; limited: Read'],
    ['s3', allow('s3:ListBucket', 'arn:aws:s3:::${aws:username}'), 'full: ; limited: List'],
    ['s3', allow('s3:GetObject', 'arn:aws:ec2:::instance/i'), 'none'],
    ['iam', allow('iam:GetUser', 'arn:aws:iam::*:user/${aws:username}'), 'full: ; limited: Read'],
  ])('%s by %j is %s', (prefix, statement, expected) => {
    const row = only(summaryOf(policy(statement)).allow)
    expect(row.prefix).toBe(prefix)
    expect(words(row.access)).toBe(expected)
  })

  it('is full at a level when every action of the level is there', () => {
    const lists = [...(catalogue.service('iam')?.actions.values() ?? [])].filter((each) => each.accessLevel === 'List')
    const row = only(summaryOf(policy(allow(lists.map(({ name }) => `iam:${name}`)))).allow)
    expect(words(row.access)).toBe('full: List; limited: ')
  })

  it('is to every service with a star, and to every other one with NotAction', () => {
    const { length } = catalogue.services()
    expect(summaryOf(policy(allow('*'))).allow).toHaveLength(length)
    const but = (NotAction: string) => summaryOf(policy({ Effect: 'Allow', NotAction, Resource: '*' })).allow
    expect(but('iam:*')).toHaveLength(length - 1)
    const iam = but('iam:CreateUser').find((row) => row.prefix === 'iam')
    expect(words(iam?.access ?? { kind: 'unknown' })).toBe(
      'full: List, Read, Tagging, Permissions management; limited: Write',
    )
  })

  it('keeps what is denied apart, and what nobody knows', () => {
    const summary = summaryOf(policy(allow(['s3:*', 'nosuch:*']), { ...allow('ec2:*'), Effect: 'Deny' }))
    expect(only(summary.allow).prefix).toBe('s3')
    expect(only(summary.deny).prefix).toBe('ec2')
    expect(only(summary.unknown)).toMatchObject({ prefix: 'nosuch', access: { kind: 'unknown' } })
  })

  it('warns of pairs that never meet', () => {
    const row = only(summaryOf(policy(allow(['s3:ListBucket', 's3:GetObject'], ['arn:aws:s3:::demo']))).allow)
    expect(row).toMatchObject({ hasActionsWithoutResource: true, hasResourcesWithoutAction: false })
    const idle = only(summaryOf(policy(allow('s3:ListBucket', ['arn:aws:s3:::a', 'arn:aws:s3:::a/*']))).allow)
    expect(idle).toMatchObject({ hasActionsWithoutResource: false, hasResourcesWithoutAction: true })
  })

  it('warns of conditions that no action, or not every action, knows', () => {
    const asked = (Action: string | string[], Condition: object) => {
      const row = only(summaryOf(policy({ ...allow(Action), Condition })).allow)
      return [row.hasActionsWithoutCondition, row.hasConditionsWithoutAction]
    }
    const prefix = { StringLike: { 's3:prefix': 'home/*' } }
    expect(asked('s3:ListBucket', prefix)).toEqual([false, false])
    expect(asked(['s3:ListBucket', 's3:GetObject'], prefix)).toEqual([true, false])
    expect(asked('s3:*', prefix)).toEqual([true, false])
    expect(asked('s3:GetObject', prefix)).toEqual([false, true])
    expect(asked('s3:GetObject', { Bool: { 'aws:SecureTransport': 'true' } })).toEqual([false, false])
    expect(asked('s3:GetObject', { StringEquals: { 'ec2:Region': 'eu-west-1' } })).toEqual([false, true])
  })

  it('sums up what AWS writes itself', () => {
    const text = managedPolicyDocument('arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess') ?? ''
    const [s3] = summaryOf(text).allow
    expect(s3).toMatchObject({ prefix: 's3', resource: { kind: 'all' }, condition: { kind: 'all' } })
    expect(words(s3?.access ?? { kind: 'unknown' })).toBe('full: List; limited: Read')
  })
})

describe('resources and conditions in words', () => {
  const cells = (...statements: object[]) => {
    const { resource, condition } = only(summaryOf(policy(...statements)).allow)
    return [resource, condition].map((each) => (each.kind === 'one' ? each.text : each.kind))
  }
  it.each<[object, string, string]>([
    [allow('s3:ListBucket', 'arn:aws:s3:::demo'), 'BucketName | string like | demo', 'all'],
    [
      allow('s3:GetObject', 'arn:aws:s3:::demo/*'),
      'BucketName | string like | demo, ObjectName | string like | All',
      'all',
    ],
    [allow('s3:*', ['arn:aws:s3:::a', 'arn:aws:s3:::b']), 'multiple', 'all'],
    [allow('s3:ListBucket', 'arn:aws:s3:*:*:*'), 'arn:aws:s3:*:*:*', 'all'],
    [
      allow('s3:*', '*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
      'all',
      'aws:SourceIp | IP address range | 203.0.113.0/24',
    ],
    [
      allow('s3:*', '*', { 'ForAnyValue:StringNotLikeIfExists': { 'aws:TagKeys': ['a', 'b'] } }),
      'all',
      'aws:TagKeys | any value string not like if exists | a, b',
    ],
    [
      allow('s3:*', '*', { Bool: { 'aws:SecureTransport': true, 'aws:MultiFactorAuthPresent': true } }),
      'all',
      'multiple',
    ],
  ])('%j', (statement, resource, condition) => {
    expect(cells(statement)).toEqual([resource, condition])
  })

  it('does not hide that a second statement has no condition', () => {
    expect(cells(allow('s3:*'), allow('s3:*', '*', { Bool: { 'aws:SecureTransport': true } }))).toEqual([
      'all',
      'multiple',
    ])
  })
})

describe('a service and an action', () => {
  const text = policy(
    allow(['s3:GetObject', 's3:ListAllMyBuckets', 's3:Nonsense'], ['arn:aws:s3:::demo/*', 'arn:aws:s3:eu-west-1:1:x']),
    { ...allow('s3:PutObject'), Effect: 'Deny' },
  )
  it('lists every action, named or not', () => {
    const service = summarizeService(text, 'Allow', 'S3', catalogue)
    const find = (name: string) => service?.actions.find((row) => row.name === name)
    expect(service?.actions).toHaveLength(catalogue.service('s3')?.actions.size ?? 0)
    expect(find('GetObject')).toMatchObject({ isNamed: true, isEffective: true, resource: { kind: 'one' } })
    expect(find('ListAllMyBuckets')).toMatchObject({ isNamed: true, isEffective: false, needsAllResources: true })
    expect(find('PutObject')).toMatchObject({ isNamed: false, isEffective: false })
    expect(service?.strangers).toEqual(['s3:nonsense'])
    expect(summarizeService(text, 'Deny', 's3', catalogue)?.actions.filter((row) => row.isNamed)).toHaveLength(1)
    expect(summarizeService(text, 'Allow', 'nosuch', catalogue)).toBeNull()
  })

  it('lists the resources of an action', () => {
    expect(summarizeAction(text, 'Allow', 's3:GetObject')).toEqual([
      { resource: 'arn:aws:s3:::demo/*', region: null, account: null, condition: { kind: 'all' } },
      { resource: 'arn:aws:s3:eu-west-1:1:x', region: 'eu-west-1', account: '1', condition: { kind: 'all' } },
    ])
  })
})

describe('overlap', () => {
  it.each([
    ['', '', true],
    ['a', '', false],
    ['*', 'abc', true],
    ['a?c', 'abc', true],
    ['a', '\u0001', true],
    ['a/b', '\u0002', false],
    ['*/b', '\u0002/\u0001', true],
    ['A*', 'ab', true],
    ['ab', 'a\u0001bc', false],
  ])('%j and %j: %s', (pattern, format, expected) => {
    expect(overlap(pattern, format)).toBe(expected)
  })
})
