import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { putInline } from '../nouns/attaching'
import { boundaryContext } from '../nouns/boundary'
import { user } from '../nouns/user'
import { policyDocument, policyName, userName } from '../shapes'

export const putUserPolicy = operation({
  service: 'iam',
  name: 'PutUserPolicy',
  summary: 'Add an inline policy to a user, or replace the one of that name.',
  kind: 'write',
  input: z.object({ UserName: userName, PolicyName: policyName, PolicyDocument: policyDocument }),
  on: existing(user),
  ask: ({ found, target }) => [may('iam:PutUserPolicy', target, boundaryContext(found))],
  run: async ({ found, input, store, now }) => {
    const policy = { name: input.PolicyName, document: input.PolicyDocument, at: now }
    await putInline(store, 'user', found, policy)
    return {}
  },
})
