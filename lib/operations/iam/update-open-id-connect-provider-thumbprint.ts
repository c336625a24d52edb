import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { invalidInput } from '@/lib/aws/errors'
import { existing } from '../bindings'
import { operation } from '../define'
import { checkedThumbprints, openIdConnectProvider } from '../nouns/open-id-connect-provider'
import { arn, thumbprint } from '../shapes'

export const updateOpenIdConnectProviderThumbprint = operation({
  service: 'iam',
  name: 'UpdateOpenIDConnectProviderThumbprint',
  summary: "Replace the list of an OpenID Connect provider's certificate thumbprints.",
  kind: 'write',
  input: z.object({ OpenIDConnectProviderArn: arn, ThumbprintList: z.array(thumbprint) }),
  on: existing(openIdConnectProvider),
  ask: ({ target }) => [may('iam:UpdateOpenIDConnectProviderThumbprint', target)],
  run: async ({ found, input, store }) => {
    if (input.ThumbprintList.length === 0) throw invalidInput('Thumbprint list must contain at least one entry.')
    await store.openIdConnectProviders.setThumbprints(found.url, checkedThumbprints(input.ThumbprintList))
    return {}
  },
})
