import 'server-only'
import { z } from 'zod'
import { may, tagContext } from '@/lib/access/question'
import { quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { oidcProviderInArn } from '@/lib/aws/provider-url'
import { absent } from '../bindings'
import { operation } from '../define'
import { checkedThumbprints, distinctClientIds, newOpenIdConnectProvider } from '../nouns/open-id-connect-provider'
import { distinctTags } from '../nouns/tags'
import { clientId, providerUrl, tags, thumbprint } from '../shapes'

export const createOpenIdConnectProvider = operation({
  service: 'iam',
  name: 'CreateOpenIDConnectProvider',
  summary: 'Trust an OpenID Connect provider, so that roles can be assumed with its tokens.',
  kind: 'write',
  input: z.object({
    Url: providerUrl,
    ClientIDList: z.array(clientId).optional(),
    ThumbprintList: z.array(thumbprint).optional(),
    Tags: tags.optional(),
  }),
  on: absent(newOpenIdConnectProvider),
  // AWS: tagging at creation asks for iam:TagOpenIDConnectProvider as well (IAM user guide, "Tags for IAM resources").
  ask: ({ target, input }) => {
    const context = tagContext(input.Tags)
    const create = may('iam:CreateOpenIDConnectProvider', target, context)
    return input.Tags?.length ? [create, may('iam:TagOpenIDConnectProvider', target, context)] : [create]
  },
  run: async ({ input, target, store, caller, now }) => {
    const clientIds = distinctClientIds(input.ClientIDList ?? [])
    // Without a list AWS fetches the certificate's thumbprint; here nothing is fetched before a token comes.
    const thumbprints = checkedThumbprints(input.ThumbprintList ?? [])
    const wanted = distinctTags(input.Tags ?? [], 'exact')
    if ((await store.openIdConnectProviders.count()) >= limits.OpenIDConnectProvidersQuota) {
      throw quotaExceeded('OpenIdConnectProvidersPerAccount', limits.OpenIDConnectProvidersQuota)
    }
    const url = oidcProviderInArn(target.arn, caller.account) ?? ''
    await store.openIdConnectProviders.create({ url, clientIds, thumbprints, createdAt: now, tags: wanted })
    return { OpenIDConnectProviderArn: target.arn, ...(wanted.length > 0 && { Tags: [...wanted] }) }
  },
})
