import 'server-only'
import { z } from 'zod'
import { may, tagContext } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { samlProvider } from '../nouns/saml-provider'
import { addTags } from '../nouns/tags'
import { arn, tags } from '../shapes'

export const tagSamlProvider = operation({
  service: 'iam',
  name: 'TagSAMLProvider',
  summary: 'Add tags to a SAML provider, or change their values.',
  kind: 'write',
  input: z.object({ SAMLProviderArn: arn, Tags: tags }),
  on: existing(samlProvider),
  ask: ({ target, input }) => [may('iam:TagSAMLProvider', target, tagContext(input.Tags))],
  run: async ({ found, input, store }) => {
    await addTags(store, { type: 'saml-provider', id: found.id, tags: found.tags }, input.Tags)
    return {}
  },
})
