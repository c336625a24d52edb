import 'server-only'
import { createPrivateKey } from 'node:crypto'
import { parseArn } from '@/lib/aws/arn'
import { entityAlreadyExists, invalidInput, noSuchEntity, quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { samlProviderArn, samlProviderInArn } from '@/lib/aws/saml-provider-arn'
import type { Tag } from '@/lib/aws/tag'
import { seal } from '@/lib/secrets/seal'
import { newSamlId, type SamlPrivateKey, type SamlProvider } from '@/lib/store/saml-providers'
import type { Noun } from '../bindings'

/** A provider with the tags that policies may ask about. */
export type TaggedSamlProvider = SamlProvider & { tags: readonly Tag[] }

/** The SAML provider that the input's ARN names. */
export const samlProvider: Noun<{ SAMLProviderArn: string }, TaggedSamlProvider> = {
  name: 'saml-provider',
  find: async ({ store, input, caller }) => {
    const name = samlProviderInArn(input.SAMLProviderArn, caller.account)
    const found = name === null ? null : await store.samlProviders.find(name)
    return found && { tags: await store.tags.list('saml-provider', found.id), ...found }
  },
  target: ({ input, caller, found }) => {
    const arn = input.SAMLProviderArn
    return { arn, display: arn, account: parseArn(arn)?.account || caller.account, tags: found?.tags }
  },
  // AWS: a provider is called a manifest here (quoted in public issues).
  missing: ({ input }) => noSuchEntity(`Manifest not found for arn ${input.SAMLProviderArn}`),
  taken: ({ input }) => entityAlreadyExists(`SAMLProvider ${input.SAMLProviderArn} already exists.`),
}

/** A provider that is to be made under a name. */
export const newSamlProvider: Noun<{ Name: string }, SamlProvider> = {
  name: 'saml-provider',
  find: ({ store, input }) => store.samlProviders.find(input.Name),
  target: ({ input, caller }) => {
    const arn = samlProviderArn(caller.account, input.Name)
    return { arn, display: arn, account: caller.account }
  },
  missing: ({ input }) => noSuchEntity(`Manifest not found for name ${input.Name}`),
  taken: ({ input }) => entityAlreadyExists(`SAMLProvider with name ${input.Name} already exists.`),
}

/** The keys with one more, sealed; throws where it is no private key or there are two already. */
export function withPrivateKey(keys: readonly SamlPrivateKey[], pem: string, at: Date): SamlPrivateKey[] {
  const most = limits.PrivateKeysPerSAMLProviderQuota
  if (keys.length >= most) throw quotaExceeded('PrivateKeysPerSAMLProvider', most)
  if (!isRsaKey(pem)) throw invalidInput('The private key must be an RSA key in PEM form without a passphrase.')
  return [...keys, { id: newSamlId(), addedAt: at, keySealed: seal(pem, 'saml-private-key') }]
}

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa'
  } catch {
    return false
  }
}
