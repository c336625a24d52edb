import { describe, expect, it } from 'vitest'
import { returnUrl, signInUrl, withoutRouterMark } from './return-url'

describe('returnUrl', () => {
  it.each([
    '/',
    '/iam/users',
    '/iam/users?search=ann%20b&page=2',
    '/s3/buckets/lab?prefix=a%2Fb/#objects',
    '/iam/users?q=100%25',
  ])('keeps %s', (path) => {
    expect(returnUrl(path)).toBe(path)
  })

  it.each([
    '',
    null,
    undefined,
    'iam/users',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%2Fevil.example',
    '/%5Cevil.example',
    '/%252Fevil.example',
    '/%252525252fevil.example\\',
    '/\t/evil.example',
    '/\n/evil.example',
    '/%09/evil.example',
    ' /iam',
    'javascript:alert(1)',
    '/iam/%zz',
    `/${'a'.repeat(3000)}`,
    '/.//evil.example',
    '/iam/..//evil.example',
  ])('turns %j into the home page', (path) => {
    expect(returnUrl(path)).toBe('/')
  })

  it.each(['/signin', '/signin/dojo?return=/signin', '/signout', '/change-password', '/api/auth/session'])(
    'does not return to %s',
    (path) => {
      expect(returnUrl(path)).toBe('/')
    },
  )
})

describe('signInUrl', () => {
  it('carries the page and the reason', () => {
    expect(signInUrl('/iam/users?page=2', true)).toBe('/signin?return=%2Fiam%2Fusers%3Fpage%3D2&session=ended')
    expect(signInUrl('//evil.example')).toBe('/signin')
  })
})

describe('withoutRouterMark', () => {
  it.each([
    ['/iam/users', '/iam/users'],
    ['/iam/users?_rsc=1abc', '/iam/users'],
    ['/iam/users?_rsc', '/iam/users'],
    ['/iam/users?page=2&_rsc=1abc', '/iam/users?page=2'],
    ['/iam/users?_rsc=1abc&page=2', '/iam/users?page=2'],
    ['/iam/users?my_rsc=1', '/iam/users?my_rsc=1'],
    [null, null],
  ])('%s is %s', (address, page) => {
    expect(withoutRouterMark(address)).toBe(page)
  })
})
