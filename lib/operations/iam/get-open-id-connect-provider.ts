import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { openIdConnectProvider } from '../nouns/open-id-connect-provider'
import { byKey } from '../nouns/tags'
import { arn } from '../shapes'

export const getOpenIdConnectProvider = operation({
  service: 'iam',
  name: 'GetOpenIDConnectProvider',
  summary: 'Show an OpenID Connect provider: its URL, audiences and thumbprints.',
  kind: 'read',
  input: z.object({ OpenIDConnectProviderArn: arn }),
  on: existing(openIdConnectProvider),
  ask: ({ target }) => [may('iam:GetOpenIDConnectProvider', target)],
  run: async ({ found }) => ({
    // AWS: the URL comes back without its scheme (CLI reference, get-open-id-connect-provider).
    Url: found.url,
    ClientIDList: [...found.clientIds],
    ThumbprintList: [...found.thumbprints],
    CreateDate: found.createdAt,
    Tags: byKey(found.tags),
  }),
})
