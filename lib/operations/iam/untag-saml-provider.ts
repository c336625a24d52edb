import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { samlProvider } from '../nouns/saml-provider'
import { arn, tagKeys } from '../shapes'

export const untagSamlProvider = operation({
  service: 'iam',
  name: 'UntagSAMLProvider',
  summary: 'Remove tags from a SAML provider.',
  kind: 'write',
  input: z.object({ SAMLProviderArn: arn, TagKeys: tagKeys }),
  on: existing(samlProvider),
  ask: ({ target, input }) => [may('iam:UntagSAMLProvider', target, { 'aws:TagKeys': input.TagKeys })],
  run: async ({ found, input, store }) => {
    await store.tags.remove('saml-provider', found.id, input.TagKeys)
    return {}
  },
})
