import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { samlProvider } from '../nouns/saml-provider'
import { arn } from '../shapes'

export const deleteSamlProvider = operation({
  service: 'iam',
  name: 'DeleteSAMLProvider',
  summary: 'Delete a SAML provider. Trust policies that name it stay as they are.',
  kind: 'write',
  input: z.object({ SAMLProviderArn: arn }),
  on: existing(samlProvider),
  ask: ({ target }) => [may('iam:DeleteSAMLProvider', target)],
  run: async ({ found, store }) => {
    await store.samlProviders.delete(found.id)
    return {}
  },
})
