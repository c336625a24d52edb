import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { getInline } from '../nouns/attaching'
import { user } from '../nouns/user'
import { policyName, userName } from '../shapes'

export const getUserPolicy = operation({
  service: 'iam',
  name: 'GetUserPolicy',
  summary: 'Get one inline policy of a user.',
  kind: 'read',
  input: z.object({ UserName: userName, PolicyName: policyName }),
  on: existing(user),
  ask: ({ target }) => [may('iam:GetUserPolicy', target)],
  run: async ({ found, store, input }) => {
    const { name, document } = await getInline(store, 'user', found.id, input.PolicyName)
    return { UserName: found.name, PolicyName: name, PolicyDocument: document }
  },
})
