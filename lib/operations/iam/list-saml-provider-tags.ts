import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { samlProvider } from '../nouns/saml-provider'
import { byKey } from '../nouns/tags'
import { cutPage, more, pageRequest } from '../paging'
import { arn, paging } from '../shapes'

export const listSamlProviderTags = operation({
  service: 'iam',
  name: 'ListSAMLProviderTags',
  summary: 'List the tags of a SAML provider.',
  kind: 'read',
  input: z.object({ SAMLProviderArn: arn, ...paging }),
  on: existing(samlProvider),
  ask: ({ target }) => [may('iam:ListSAMLProviderTags', target)],
  run: async ({ found, input }) => {
    const page = cutPage(byKey(found.tags), pageRequest(input), (tag) => tag.Key)
    return { Tags: page.rows, ...more(page) }
  },
})
