import 'server-only'
import { z } from 'zod'
import { may, tagContext } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { instanceProfile } from '../nouns/instance-profile'
import { addTags } from '../nouns/tags'
import { instanceProfileName, tags } from '../shapes'

export const tagInstanceProfile = operation({
  service: 'iam',
  name: 'TagInstanceProfile',
  summary: 'Add tags to an instance profile or change their values.',
  kind: 'write',
  input: z.object({ InstanceProfileName: instanceProfileName, Tags: tags }),
  on: existing(instanceProfile),
  ask: ({ target, input }) => [may('iam:TagInstanceProfile', target, tagContext(input.Tags))],
  run: async ({ found, input, store }) => {
    await addTags(store, { type: 'instance-profile', id: found.id, tags: found.tags }, input.Tags)
    return {}
  },
})
