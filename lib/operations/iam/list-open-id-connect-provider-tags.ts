import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { openIdConnectProvider } from '../nouns/open-id-connect-provider'
import { byKey } from '../nouns/tags'
import { cutPage, more, pageRequest } from '../paging'
import { arn, paging } from '../shapes'

export const listOpenIdConnectProviderTags = operation({
  service: 'iam',
  name: 'ListOpenIDConnectProviderTags',
  summary: 'List the tags of an OpenID Connect provider.',
  kind: 'read',
  input: z.object({ OpenIDConnectProviderArn: arn, ...paging }),
  on: existing(openIdConnectProvider),
  ask: ({ target }) => [may('iam:ListOpenIDConnectProviderTags', target)],
  run: async ({ found, input }) => {
    const page = cutPage(byKey(found.tags), pageRequest(input), (tag) => tag.Key)
    return { Tags: page.rows, ...more(page) }
  },
})
