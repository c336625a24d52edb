import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { accessKey } from '../nouns/access-key'
import { accessKeyId } from '../shapes'

export const getAccessKeyLastUsed = operation({
  service: 'iam',
  name: 'GetAccessKeyLastUsed',
  summary: 'Get whose key it is and when, where and for which service it was last used.',
  kind: 'read',
  input: z.object({ AccessKeyId: accessKeyId }),
  on: existing(accessKey),
  ask: ({ target }) => [may('iam:GetAccessKeyLastUsed', target)],
  // AWS: a key that was never used has no date, and N/A for the others (API reference, AccessKeyLastUsed).
  run: async ({ found }) => ({
    UserName: found.owner?.name,
    AccessKeyLastUsed: {
      LastUsedDate: found.lastUsedAt ?? undefined,
      ServiceName: found.lastUsedService ?? 'N/A',
      Region: found.lastUsedRegion ?? 'N/A',
    },
  }),
})
