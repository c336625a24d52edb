import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { detach } from '../nouns/attaching'
import { group } from '../nouns/group'
import { arn, groupName } from '../shapes'

export const detachGroupPolicy = operation({
  service: 'iam',
  name: 'DetachGroupPolicy',
  summary: 'Detach a managed policy from a group.',
  kind: 'write',
  input: z.object({ GroupName: groupName, PolicyArn: arn }),
  on: existing(group),
  ask: ({ target, input }) => [may('iam:DetachGroupPolicy', target, { 'iam:PolicyARN': input.PolicyArn })],
  run: async ({ found, input, store }) => {
    await detach(store, 'group', found.id, input.PolicyArn)
    return {}
  },
})
