import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { ownPolicy } from '../nouns/policy'
import { arn, tagKeys } from '../shapes'

export const untagPolicy = operation({
  service: 'iam',
  name: 'UntagPolicy',
  summary: 'Remove tags from a managed policy of your own.',
  kind: 'write',
  input: z.object({ PolicyArn: arn, TagKeys: tagKeys }),
  on: existing(ownPolicy),
  ask: ({ target, input }) => [may('iam:UntagPolicy', target, { 'aws:TagKeys': input.TagKeys })],
  run: async ({ found, input, store }) => {
    await store.tags.remove('policy', found.id, input.TagKeys)
    return {}
  },
})
