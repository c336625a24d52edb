import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { distinctClientIds, openIdConnectProvider } from '../nouns/open-id-connect-provider'
import { arn, clientId } from '../shapes'

export const addClientIdToOpenIdConnectProvider = operation({
  service: 'iam',
  name: 'AddClientIDToOpenIDConnectProvider',
  summary: "Add an audience to an OpenID Connect provider's list.",
  kind: 'write',
  input: z.object({ OpenIDConnectProviderArn: arn, ClientID: clientId }),
  on: existing(openIdConnectProvider),
  ask: ({ target }) => [may('iam:AddClientIDToOpenIDConnectProvider', target)],
  // AWS: one that is in the list already is no error.
  run: async ({ found, input, store }) => {
    await store.openIdConnectProviders.setClientIds(found.url, distinctClientIds([...found.clientIds, input.ClientID]))
    return {}
  },
})
