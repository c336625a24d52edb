import 'server-only'
import { parseArn } from '@/lib/aws/arn'
import { entityAlreadyExists, invalidInput, noSuchEntity, quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { oidcProviderArn, oidcProviderInArn, providerName } from '@/lib/aws/provider-url'
import type { Tag } from '@/lib/aws/tag'
import type { OpenIdConnectProvider } from '@/lib/store/open-id-connect-providers'
import type { Noun } from '../bindings'

/** A provider with the tags that policies may ask about. */
export type TaggedOidcProvider = OpenIdConnectProvider & { tags: readonly Tag[] }

/** The OpenID Connect provider that the input's ARN names. */
export const openIdConnectProvider: Noun<{ OpenIDConnectProviderArn: string }, TaggedOidcProvider> = {
  name: 'oidc-provider',
  find: async ({ store, input, caller }) => {
    const name = oidcProviderInArn(input.OpenIDConnectProviderArn, caller.account)
    const found = name === null ? null : await store.openIdConnectProviders.find(name)
    return found && { tags: await store.tags.list('oidc-provider', found.url), ...found }
  },
  target: ({ input, caller, found }) => {
    const arn = input.OpenIDConnectProviderArn
    return { arn, display: arn, account: parseArn(arn)?.account || caller.account, tags: found?.tags }
  },
  missing: ({ input }) => noSuchEntity(`OpenIDConnect Provider not found for arn ${input.OpenIDConnectProviderArn}`),
  taken: ({ input }) => entityAlreadyExists(`Provider ${input.OpenIDConnectProviderArn} already exists.`),
}

/** A provider that is to be made for a URL. */
export const newOpenIdConnectProvider: Noun<{ Url: string }, OpenIdConnectProvider> = {
  name: 'oidc-provider',
  find: ({ store, input }) => store.openIdConnectProviders.find(nameOf(input.Url)),
  target: ({ input, caller }) => {
    const arn = oidcProviderArn(caller.account, nameOf(input.Url))
    return { arn, display: arn, account: caller.account }
  },
  missing: ({ input }) => noSuchEntity(`OpenIDConnect Provider not found for url ${input.Url}`),
  taken: ({ input }) => entityAlreadyExists(`Provider with url ${input.Url} already exists.`),
}

// The input's shape has let no other URL through.
const nameOf = (url: string) => providerName(url) ?? ''

/** The audiences, each once; throws where a provider would have too many. */
export function distinctClientIds(clientIds: readonly string[]): string[] {
  const distinct = [...new Set(clientIds)]
  const most = limits.ClientIdsPerOpenIdConnectProviderQuota
  if (distinct.length > most) throw quotaExceeded('ClientIdsPerOpenIdConnectProvider', most)
  return distinct
}

/** The thumbprints unchanged; throws where there are too many or one is no SHA-1 in hexadecimal digits. */
export function checkedThumbprints(thumbprints: readonly string[]): readonly string[] {
  // AWS: the text says "fewer", the rule is "at most" (API reference, CreateOpenIDConnectProvider: up to five).
  if (thumbprints.length > limits.ThumbprintsPerOpenIdConnectProviderQuota)
    throw invalidInput('Thumbprint list must contain fewer than 5 entries.')
  const bad = thumbprints.find((thumbprint) => !/^[0-9a-f]{40}$/i.test(thumbprint))
  if (bad !== undefined) throw invalidInput('A thumbprint consists of 40 hexadecimal digits.')
  return thumbprints
}
