import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { getInline } from '../nouns/attaching'
import { group } from '../nouns/group'
import { groupName, policyName } from '../shapes'

export const getGroupPolicy = operation({
  service: 'iam',
  name: 'GetGroupPolicy',
  summary: 'Get one inline policy of a group.',
  kind: 'read',
  input: z.object({ GroupName: groupName, PolicyName: policyName }),
  on: existing(group),
  ask: ({ target }) => [may('iam:GetGroupPolicy', target)],
  run: async ({ found, store, input }) => {
    const { name, document } = await getInline(store, 'group', found.id, input.PolicyName)
    return { GroupName: found.name, PolicyName: name, PolicyDocument: document }
  },
})
