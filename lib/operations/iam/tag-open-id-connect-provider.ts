import 'server-only'
import { z } from 'zod'
import { may, tagContext } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { openIdConnectProvider } from '../nouns/open-id-connect-provider'
import { addTags } from '../nouns/tags'
import { arn, tags } from '../shapes'

export const tagOpenIdConnectProvider = operation({
  service: 'iam',
  name: 'TagOpenIDConnectProvider',
  summary: 'Add tags to an OpenID Connect provider, or change their values.',
  kind: 'write',
  input: z.object({ OpenIDConnectProviderArn: arn, Tags: tags }),
  on: existing(openIdConnectProvider),
  ask: ({ target, input }) => [may('iam:TagOpenIDConnectProvider', target, tagContext(input.Tags))],
  run: async ({ found, input, store }) => {
    await addTags(store, { type: 'oidc-provider', id: found.url, tags: found.tags }, input.Tags)
    return {}
  },
})
