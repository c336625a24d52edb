import { describe, expect, it } from 'vitest'
import { issuerUrl, oidcProviderArn, oidcProviderInArn, providerName } from './provider-url'

describe('providerName', () => {
  it.each([
    ['https://token.actions.githubusercontent.com', 'token.actions.githubusercontent.com'],
    ['https://login.example.com/realms/Team-1/', 'login.example.com/realms/Team-1/'],
    ['http://localhost:8080', 'localhost:8080'],
    ['http://127.0.0.1:9/realms/a', '127.0.0.1:9/realms/a'],
  ])('takes %s, and the name leads back to it', (url, name) => {
    expect(providerName(url)).toBe(name)
    expect(issuerUrl(name)).toBe(url)
    expect(oidcProviderInArn(oidcProviderArn('123456789012', name), '123456789012')).toBe(name)
  })

  it.each([
    'http://example.com',
    'https://example.com:8443',
    'https://10.0.0.1',
    'https://2130706433',
    'https://localhost',
    'http://localhost.example.com',
    'http://127.0.0.2',
    'https://ann@example.com',
    'https://example.com?a=b',
    'https://example.com/*',
    'https://example.com/a/../b',
    'https://example.com/%2e%2e/b',
    'https://example.com/a b',
    'ftp://example.com',
    'example.com',
    'https://',
  ])('does not take %s', (url) => expect(providerName(url)).toBeNull())
})

it("does not find a name in another account's or kind's ARN", () => {
  const arn = oidcProviderArn('123456789012', 'example.com')
  expect(oidcProviderInArn(arn, '210987654321')).toBeNull()
  expect(oidcProviderInArn(arn.replace('oidc', 'saml'), '123456789012')).toBeNull()
  expect(oidcProviderInArn('example.com', '123456789012')).toBeNull()
})
