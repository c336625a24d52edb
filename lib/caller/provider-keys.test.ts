import { afterEach, expect, it, vi } from 'vitest'
import { forget } from '@/lib/store/slot'
import { providerKeys } from './provider-keys'

const now = new Date('2026-11-22T09:00:00.000Z')
const issuer = 'https://id.example.com/realms/a'

afterEach(() => {
  vi.unstubAllGlobals()
  forget('provider keys')
})

/** The network, where every discovery document names this place. Gives the addresses that were asked. */
function networkWith(jwks_uri: string) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return Response.json(url.endsWith('configuration') ? { issuer, jwks_uri } : { keys: [] })
  })
  return asked
}

it.each(['https://keys.example.com/v1?p=policy', 'https://id.example.com/keys'])(
  'fetches keys from %s',
  async (place) => {
    const asked = networkWith(place)
    await providerKeys(issuer, now)
    expect(asked).toEqual([`${issuer}/.well-known/openid-configuration`, place])
  },
)

it.each([
  'http://keys.example.com/',
  'http://localhost:8080/keys',
  'https://localhost/keys',
  'https://169.254.169.254/keys',
  'https://[::1]/keys',
  'https://keys.example.com:8443/',
  'data:application/json,{}',
])('does not fetch keys from %s', async (place) => {
  const asked = networkWith(place)
  await expect(providerKeys(issuer, now)).rejects.toMatchObject({ code: 'InvalidIdentityToken' })
  expect(asked).toHaveLength(1)
})
