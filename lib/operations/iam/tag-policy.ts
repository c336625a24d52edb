import 'server-only'
import { z } from 'zod'
import { may, tagContext } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { ownPolicy } from '../nouns/policy'
import { addTags } from '../nouns/tags'
import { arn, tags } from '../shapes'

export const tagPolicy = operation({
  service: 'iam',
  name: 'TagPolicy',
  summary: 'Add tags to a managed policy of your own, or change their values.',
  kind: 'write',
  input: z.object({ PolicyArn: arn, Tags: tags }),
  on: existing(ownPolicy),
  ask: ({ target, input }) => [may('iam:TagPolicy', target, tagContext(input.Tags))],
  run: async ({ found, input, store }) => {
    await addTags(store, { type: 'policy', id: found.id, tags: found.tags }, input.Tags)
    return {}
  },
})
