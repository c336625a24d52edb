import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { oidcProviderInArn } from '@/lib/aws/provider-url'
import { existing } from '../bindings'
import { operation } from '../define'
import { openIdConnectProvider } from '../nouns/open-id-connect-provider'
import { arn } from '../shapes'

export const deleteOpenIdConnectProvider = operation({
  service: 'iam',
  name: 'DeleteOpenIDConnectProvider',
  summary: 'Delete an OpenID Connect provider. Roles that trust it can no longer be assumed with its tokens.',
  kind: 'write',
  input: z.object({ OpenIDConnectProviderArn: arn }),
  // AWS: to delete a provider that does not exist is no error (API reference, DeleteOpenIDConnectProvider).
  on: { ...existing(openIdConnectProvider), check: () => null },
  ask: ({ target }) => [may('iam:DeleteOpenIDConnectProvider', target)],
  run: async ({ input, store, caller }) => {
    const name = oidcProviderInArn(input.OpenIDConnectProviderArn, caller.account)
    if (name !== null) await store.openIdConnectProviders.delete(name)
    return {}
  },
})
