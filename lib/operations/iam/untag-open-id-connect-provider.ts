import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { openIdConnectProvider } from '../nouns/open-id-connect-provider'
import { arn, tagKeys } from '../shapes'

export const untagOpenIdConnectProvider = operation({
  service: 'iam',
  name: 'UntagOpenIDConnectProvider',
  summary: 'Remove tags from an OpenID Connect provider.',
  kind: 'write',
  input: z.object({ OpenIDConnectProviderArn: arn, TagKeys: tagKeys }),
  on: existing(openIdConnectProvider),
  ask: ({ target, input }) => [may('iam:UntagOpenIDConnectProvider', target, { 'aws:TagKeys': input.TagKeys })],
  run: async ({ found, input, store }) => {
    await store.tags.remove('oidc-provider', found.url, input.TagKeys)
    return {}
  },
})
