import { describe, expect, it } from 'vitest'
import { findManagedPolicy, managedPolicies, managedPolicyDocument, managedPolicyType } from './managed-policies'

describe('managedPolicies', () => {
  it('lists more than 1,570 policies by name, each with its own id', () => {
    const policies = managedPolicies()
    const names = policies.map((policy) => policy.name.toLowerCase())
    expect(policies.length).toBeGreaterThan(1570)
    expect(names).toEqual([...names].sort())
    expect(new Set(policies.map((policy) => policy.policyId)).size).toBe(policies.length)
    expect(policies.every((policy) => /^ANPA[A-Z2-7]{17}$/.test(policy.policyId))).toBe(true)
  })

  it('knows paths, descriptions and dates', () => {
    expect(findManagedPolicy('arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess')).toMatchObject({
      name: 'AmazonS3ReadOnlyAccess',
      path: '/',
      description: 'Provides read only access to all buckets via the AWS Management Console.',
      isRetired: false,
      isAttachable: true,
      createDate: '2015-02-06T18:40:59Z',
    })
    expect(findManagedPolicy('arn:aws:iam::aws:policy/AWSOpsWorks_FullAccess')?.isRetired).toBe(true)
    expect(findManagedPolicy('arn:aws:iam::aws:policy/Nobody')).toBeNull()
  })

  it('marks job functions and policies that only a service-linked role can have', () => {
    const support = findManagedPolicy('arn:aws:iam::aws:policy/job-function/SupportUser')
    expect(managedPolicyType(support?.path ?? '')).toBe('AWS managed - job function')
    const linked = managedPolicies().find((policy) => policy.path === '/aws-service-role/')
    expect(linked?.isAttachable).toBe(false)
    expect(managedPolicyType('/')).toBe('AWS managed')
  })
})

describe('managedPolicyDocument', () => {
  it('gives each policy its own document', () => {
    const text = managedPolicyDocument('arn:aws:iam::aws:policy/AdministratorAccess')
    expect(JSON.parse(text ?? '')).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
    })
    const reader = managedPolicyDocument('arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess')
    expect(reader).toContain('"s3:Get*"')
    expect(managedPolicyDocument('arn:aws:iam::aws:policy/Nobody')).toBeNull()
  })

  it('opens every document, and says what that costs', () => {
    globalThis.gc?.()
    const before = process.memoryUsage().rss
    const start = performance.now()
    const statements = managedPolicies().map(({ arn }) => JSON.parse(managedPolicyDocument(arn) ?? '{}').Statement)
    const took = Math.round(performance.now() - start)
    const grown = Math.round((process.memoryUsage().rss - before) / 1e6)
    console.log(`${statements.length} documents opened in ${took} ms, resident memory grew by ${grown} MB`)
    expect(statements.every(Boolean)).toBe(true)
  })
})
