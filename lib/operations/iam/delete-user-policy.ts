import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { noSuchInlinePolicy } from '../nouns/attaching'
import { boundaryContext } from '../nouns/boundary'
import { user } from '../nouns/user'
import { policyName, userName } from '../shapes'

export const deleteUserPolicy = operation({
  service: 'iam',
  name: 'DeleteUserPolicy',
  summary: 'Delete an inline policy of a user.',
  kind: 'write',
  input: z.object({ UserName: userName, PolicyName: policyName }),
  on: existing(user),
  ask: ({ found, target }) => [may('iam:DeleteUserPolicy', target, boundaryContext(found))],
  run: async ({ found, input, store }) => {
    const wasThere = await store.inlinePolicies.delete('user', found.id, input.PolicyName)
    if (!wasThere) throw noSuchInlinePolicy('user', input.PolicyName)
    return {}
  },
})
