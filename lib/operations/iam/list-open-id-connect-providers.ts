import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { oidcProviderArn } from '@/lib/aws/provider-url'
import { wholeAccount } from '../bindings'
import { operation } from '../define'

export const listOpenIdConnectProviders = operation({
  service: 'iam',
  name: 'ListOpenIDConnectProviders',
  summary: 'List the OpenID Connect providers that the account trusts.',
  kind: 'read',
  input: z.object({}),
  on: wholeAccount(),
  ask: ({ target }) => [may('iam:ListOpenIDConnectProviders', target)],
  run: async ({ store, caller }) => {
    const providers = await store.openIdConnectProviders.list()
    return { OpenIDConnectProviderList: providers.map(({ url }) => ({ Arn: oidcProviderArn(caller.account, url) })) }
  },
})
