import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { noSuchInlinePolicy } from '../nouns/attaching'
import { group } from '../nouns/group'
import { groupName, policyName } from '../shapes'

export const deleteGroupPolicy = operation({
  service: 'iam',
  name: 'DeleteGroupPolicy',
  summary: 'Delete an inline policy of a group.',
  kind: 'write',
  input: z.object({ GroupName: groupName, PolicyName: policyName }),
  on: existing(group),
  ask: ({ target }) => [may('iam:DeleteGroupPolicy', target)],
  run: async ({ found, input, store }) => {
    const wasThere = await store.inlinePolicies.delete('group', found.id, input.PolicyName)
    if (!wasThere) throw noSuchInlinePolicy('group', input.PolicyName)
    return {}
  },
})
