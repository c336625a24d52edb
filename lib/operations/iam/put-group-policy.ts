import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { demandInlineDocument } from '../nouns/document'
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
    const others = (await store.inlinePolicies.list('group', found.id)).filter(({ name }) => name !== input.PolicyName)
    const documents = others.map((policy) => policy.document)
    demandInlineDocument('group', found.name, input.PolicyDocument, documents)
    const policy = { name: input.PolicyName, document: input.PolicyDocument, at: now }
    await store.inlinePolicies.put('group', found.id, policy)
    return {}
  },
})
