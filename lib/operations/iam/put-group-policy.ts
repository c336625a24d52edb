import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { putInline } from '../nouns/attaching'
import { group } from '../nouns/group'
import { groupName, policyDocument, policyName } from '../shapes'

export const putGroupPolicy = operation({
  service: 'iam',
  name: 'PutGroupPolicy',
  summary: 'Add an inline policy to a group, or replace the one of that name.',
  kind: 'write',
  input: z.object({ GroupName: groupName, PolicyName: policyName, PolicyDocument: policyDocument }),
  on: existing(group),
  ask: ({ target }) => [may('iam:PutGroupPolicy', target)],
  run: async ({ found, input, store, now }) => {
    const policy = { name: input.PolicyName, document: input.PolicyDocument, at: now }
    await putInline(store, 'group', found, policy)
    return {}
  },
})
