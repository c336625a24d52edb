import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { attach } from '../nouns/attaching'
import { group } from '../nouns/group'
import { arn, groupName } from '../shapes'

export const attachGroupPolicy = operation({
  service: 'iam',
  name: 'AttachGroupPolicy',
  summary: 'Attach a managed policy to a group.',
  kind: 'write',
  input: z.object({ GroupName: groupName, PolicyArn: arn }),
  on: existing(group),
  ask: ({ target, input }) => [may('iam:AttachGroupPolicy', target, { 'iam:PolicyARN': input.PolicyArn })],
  run: async ({ found, input, store, now }) => {
    await attach(store, 'group', found.id, input.PolicyArn, now)
    return {}
  },
})
