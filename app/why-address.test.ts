import { describe, expect, it } from 'vitest'
import { readWhyAddress, whyHref } from './why-address'

const write = { service: 'iam', name: 'CreateLoginProfile', kind: 'write' } as const
const list = { service: 'iam', name: 'ListUsers', kind: 'read' } as const
const paramsOf = (href = '') => Object.fromEntries(new URLSearchParams(href.split('?')[1]))

describe('the address that explains a refusal', () => {
  it('leads back to the call', () => {
    const href = whyHref(list, { PathPrefix: '/a b/', MaxItems: 5 }, 'iam:ListUsers')
    expect(href).toMatch(/^\/iam\/why\?/)
    expect(readWhyAddress(paramsOf(href))).toEqual({
      service: 'iam',
      name: 'ListUsers',
      input: { PathPrefix: '/a b/', MaxItems: 5 },
      action: 'iam:ListUsers',
    })
  })

  it.each([
    [write, { UserName: 'ann', Password: 'Hush-1', PasswordResetRequired: true }, { UserName: 'ann' }],
    [write, { UserName: 'ann', PolicyDocument: '{}', Description: 'x' }, { UserName: 'ann' }],
    [
      write,
      { SerialNumber: 's', AuthenticationCode1: '123456', Tags: [{ Key: 'a', Value: 'b' }] },
      { SerialNumber: 's', Tags: [{ Key: 'a', Value: 'b' }] },
    ],
    [write, { ServerCertificateName: 'a', PrivateKey: 'k', CertificateBody: 'b' }, {}],
    [list, { policyDocument: '{}', policyType: 'x', TokenCode: '1' }, { policyType: 'x' }],
    [write, { Bucket: 'b', Key: 'k', Body: 'bytes' }, { Bucket: 'b', Key: 'k' }],
    [write, null, {}],
  ])('carries names, never secrets or documents', (operation, input, expected) => {
    expect(readWhyAddress(paramsOf(whyHref(operation, input, 'a')))?.input).toEqual(expected)
  })

  it('is not made when it would be too long', () => {
    expect(whyHref(list, { PathPrefix: 'a'.repeat(2_000) }, 'iam:ListUsers')).toBeUndefined()
  })

  it.each([
    [{}],
    [{ call: 'iam:ListUsers' }],
    [{ call: 'iam:ListUsers', input: '{' }],
    [{ call: 'iam:ListUsers', input: '[]' }],
    [{ call: 'iam:ListUsers', input: 'null' }],
    [{ call: ['a', 'b'], input: '{}' }],
    [{ call: 'iam:ListUsers', input: JSON.stringify({ a: 'a'.repeat(2_000) }) }],
  ])('refuses %j', (params) => {
    expect(readWhyAddress(params)).toBeNull()
  })
})
