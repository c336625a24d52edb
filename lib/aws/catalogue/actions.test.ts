import { describe, expect, it } from 'vitest'
import { actionCatalogue, compactIndex, compactService } from './actions'
import { catalogueOf } from './catalogue'
import { companionsOf, dependentActions } from './dependent-actions'

const catalogue = actionCatalogue()

describe('the action catalogue', () => {
  it('knows actions in any case, with level, resource types and keys', () => {
    expect(catalogue.action('S3:getobject')).toMatchObject({ name: 'GetObject', accessLevel: 'Read' })
    expect(catalogue.action('ec2:DescribeInstances')?.isWildcardOnly).toBe(true)
    expect(catalogue.action('iam:PassRole')?.resourceTypes).toEqual([
      { name: 'role', isRequired: true, conditionKeys: [] },
    ])
    expect(catalogue.action('iam:PassRole')?.conditionKeys).toContain('iam:PassedToService')
    expect(catalogue.action('iam:TagUser')?.accessLevel).toBe('Tagging')
    expect(catalogue.action('s3:Nothing')).toBeNull()
    expect(catalogue.action('nothing:Get')).toBeNull()
    expect(catalogue.action('nonsense')).toBeNull()
  })

  it('knows resource types', () => {
    expect(catalogue.resourceType('s3', 'object')?.arn).toBe('arn:${Partition}:s3:::${BucketName}/${ObjectName}')
    expect(catalogue.resourceType('s3', 'toaster')).toBeNull()
  })

  it.each([
    ['aws:sourceip', 'IPAddress', false],
    ['aws:RequestTag/team', 'String', false],
    ['aws:TagKeys', 'String', true],
    ['s3:prefix', 'String', false],
    ['s3:ExistingObjectTag/team', 'String', false],
    ['iam:ResourceTag/team', 'String', false],
    ['saml:aud', 'String', false],
    ['token.actions.githubusercontent.com:repository', 'String', false],
    ['lambda:SourceFunctionArn', 'ARN', false],
  ])('gives %s the type %s', (name, type, isMultiValued) => {
    expect(catalogue.conditionKey(name)).toMatchObject({ type, isMultiValued })
  })

  it.each(['aws:Nothing', 's3:nothing', 's3:ExistingObjectTag/', 'nothing', ''])('knows no key %j', (name) => {
    expect(catalogue.conditionKey(name)).toBeNull()
  })

  it('knows who describes the resources of an ARN service', () => {
    expect(catalogue.arnOwners('s3')).toContain('s3')
    expect(catalogue.arnOwners('execute-api')).toContain('execute-api')
    expect(catalogue.arnOwners('toaster')).toEqual([])
  })

  it('lists services with names and says which take resource control policies', () => {
    const s3 = catalogue.services().find(({ prefix }) => prefix === 's3')
    expect(s3).toMatchObject({ name: 'Amazon S3', supportsResourceControlPolicies: true })
    expect(catalogue.isService('S3')).toBe(true)
  })

  it('can be rebuilt from what a browser would fetch, and is silent on what is not there yet', () => {
    const fetched = new Map([['s3', compactService('s3')]])
    const partial = catalogueOf(compactIndex(), (prefix) => fetched.get(prefix) ?? null)
    expect(partial.action('s3:GetObject')?.name).toBe('GetObject')
    expect(partial.isService('ec2')).toBe(true)
    expect(partial.service('ec2')).toBeNull()
  })

  it('walks everything, and says what that costs', () => {
    globalThis.gc?.()
    const before = process.memoryUsage().rss
    const start = performance.now()
    const actions = catalogue
      .services()
      .flatMap(({ prefix }) => [...(catalogue.service(prefix)?.actions.values() ?? [])])
    const took = Math.round(performance.now() - start)
    const grown = Math.round((process.memoryUsage().rss - before) / 1e6)
    console.log(`${actions.length} actions opened in ${took} ms, resident memory grew by ${grown} MB`)
    expect(actions.length).toBeGreaterThan(22_000)
  })
})

describe('companionsOf', () => {
  it('names only actions that exist', () => {
    const names = Object.entries(dependentActions).flat(2)
    expect(names.filter((name) => !catalogue.action(name))).toEqual([])
  })

  it('is looked up in any case', () => {
    expect(companionsOf('Lambda:CreateFunction')).toContain('iam:PassRole')
    expect(companionsOf('s3:GetObject')).toEqual([])
    expect(companionsOf('constructor')).toEqual([])
  })
})
