import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { samlProviderArn } from '@/lib/aws/saml-provider-arn'
import { wholeAccount } from '../bindings'
import { operation } from '../define'

export const listSamlProviders = operation({
  service: 'iam',
  name: 'ListSAMLProviders',
  summary: 'List the SAML providers that the account trusts.',
  kind: 'read',
  input: z.object({}),
  on: wholeAccount(),
  ask: ({ target }) => [may('iam:ListSAMLProviders', target)],
  run: async ({ store, caller }) => {
    const providers = await store.samlProviders.list()
    return {
      SAMLProviderList: providers.map(({ name, validUntil, createdAt }) => ({
        Arn: samlProviderArn(caller.account, name),
        ...(validUntil && { ValidUntil: validUntil }),
        CreateDate: createdAt,
      })),
    }
  },
})
