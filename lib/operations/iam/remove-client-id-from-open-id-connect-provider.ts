import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { openIdConnectProvider } from '../nouns/open-id-connect-provider'
import { arn, clientId } from '../shapes'

export const removeClientIdFromOpenIdConnectProvider = operation({
  service: 'iam',
  name: 'RemoveClientIDFromOpenIDConnectProvider',
  summary: "Remove an audience from an OpenID Connect provider's list.",
  kind: 'write',
  input: z.object({ OpenIDConnectProviderArn: arn, ClientID: clientId }),
  on: existing(openIdConnectProvider),
  ask: ({ target }) => [may('iam:RemoveClientIDFromOpenIDConnectProvider', target)],
  // AWS: one that is not in the list is no error.
  run: async ({ found, input, store }) => {
    const rest = found.clientIds.filter((one) => one !== input.ClientID)
    await store.openIdConnectProviders.setClientIds(found.url, rest)
    return {}
  },
})
