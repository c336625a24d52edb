import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { policy } from '../nouns/policy'
import { byKey } from '../nouns/tags'
import { cutPage, more, pageRequest } from '../paging'
import { arn, paging } from '../shapes'

export const listPolicyTags = operation({
  service: 'iam',
  name: 'ListPolicyTags',
  summary: 'List the tags of a managed policy.',
  kind: 'read',
  input: z.object({ PolicyArn: arn, ...paging }),
  on: existing(policy),
  ask: ({ target }) => [may('iam:ListPolicyTags', target)],
  run: async ({ found, input }) => {
    const tags = found.owner === 'customer' ? found.policy.tags : []
    const page = cutPage(byKey(tags), pageRequest(input), (tag) => tag.Key)
    return { Tags: page.rows, ...more(page) }
  },
})
