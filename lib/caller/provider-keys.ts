import 'server-only'
import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose'
import { AwsError } from '@/lib/aws/errors'
import { providerName } from '@/lib/aws/provider-url'
import { once } from '@/lib/store/slot'
import { fetchJson, Unreachable } from './fetch-json'

const second = 1000
/** How long keys are kept: as they are, when a token names one that is not among them, and after a failure. */
const patience = { known: 600 * second, newKeyWanted: 30 * second, failed: 10 * second }
const mostProviders = 200

type Entry = { at: number; hasFailed: boolean; keys: Promise<JWTVerifyGetKey> }

/**
 * The keys with which a provider signs its tokens, by its discovery document. Anybody can make us ask, so a provider is
 * asked only now and then, by one call for all who wait, and its failures are remembered, too.
 */
export function providerKeys(issuer: string, now: Date, isNewKeyWanted = false): Promise<JWTVerifyGetKey> {
  const cache = once('provider keys', () => new Map<string, Entry>())
  const known = cache.get(issuer)
  if (known && Math.abs(now.getTime() - known.at) < patienceWith(known, isNewKeyWanted)) return known.keys
  const entry: Entry = { at: now.getTime(), hasFailed: false, keys: fetchKeys(issuer) }
  entry.keys.catch(() => {
    entry.hasFailed = true
  })
  cache.delete(issuer)
  if (cache.size >= mostProviders) cache.delete(cache.keys().next().value as string)
  cache.set(issuer, entry)
  return entry.keys
}

function patienceWith({ hasFailed }: Entry, isNewKeyWanted: boolean): number {
  if (hasFailed) return patience.failed
  return isNewKeyWanted ? patience.newKeyWanted : patience.known
}

// AWS: the two blanks are theirs.
export const noVerificationKey = () =>
  new AwsError(
    'InvalidIdentityToken',
    400,
    "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
  )

const unreachable = () =>
  new AwsError('IDPCommunicationError', 400, 'The identity provider did not answer. Try again in a moment.')

async function fetchKeys(issuer: string): Promise<JWTVerifyGetKey> {
  try {
    const discovery = await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
    if (discovery.issuer !== issuer) throw noVerificationKey()
    // The library looks at what it gets and throws for anything that is no key set.
    return createLocalJWKSet((await fetchJson(keysPlace(issuer, discovery.jwks_uri))) as unknown as JSONWebKeySet)
  } catch (error) {
    // INVARIANT: what answers on this machine, and whether anything does, is not told to strangers.
    throw error instanceof Unreachable && !issuer.startsWith('http:') ? unreachable() : noVerificationKey()
  }
}

/** Where the keys are: on https under a public name, or on this machine with the provider itself. */
function keysPlace(issuer: string, told: unknown): string {
  if (typeof told !== 'string' || !URL.canParse(told)) throw noVerificationKey()
  const { origin, protocol, href } = new URL(told)
  const isFine =
    origin === new URL(issuer).origin || (protocol === 'https:' && !issuer.startsWith('http:') && providerName(origin))
  if (!isFine) throw noVerificationKey()
  return href
}
