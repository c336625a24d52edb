import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { instanceProfile } from '../nouns/instance-profile'
import { instanceProfileName, tagKeys } from '../shapes'

export const untagInstanceProfile = operation({
  service: 'iam',
  name: 'UntagInstanceProfile',
  summary: 'Remove tags from an instance profile.',
  kind: 'write',
  input: z.object({ InstanceProfileName: instanceProfileName, TagKeys: tagKeys }),
  on: existing(instanceProfile),
  ask: ({ target, input }) => [may('iam:UntagInstanceProfile', target, { 'aws:TagKeys': input.TagKeys })],
  run: async ({ found, input, store }) => {
    await store.tags.remove('instance-profile', found.id, input.TagKeys)
    return {}
  },
})
