import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { boundaryContext } from '../nouns/boundary'
import { demandInlineDocument } from '../nouns/document'
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
    const others = (await store.inlinePolicies.list('user', found.id)).filter(({ name }) => name !== input.PolicyName)
    const documents = others.map((policy) => policy.document)
    demandInlineDocument('user', found.name, input.PolicyDocument, documents)
    const policy = { name: input.PolicyName, document: input.PolicyDocument, at: now }
    await store.inlinePolicies.put('user', found.id, policy)
    return {}
  },
})
