import 'server-only'
import { z } from 'zod'
import { may, tagContext } from '@/lib/access/question'
import { quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { absent } from '../bindings'
import { operation } from '../define'
import { demandManagedDocument } from '../nouns/document'
import { newPolicy } from '../nouns/policy'
import { distinctTags } from '../nouns/tags'
import { policyDescription, policyDocument, policyName, policyPath, tags } from '../shapes'
import { policyShape } from './shapes/policy-shape'

export const createPolicy = operation({
  service: 'iam',
  name: 'CreatePolicy',
  summary: 'Create a managed policy of your own.',
  kind: 'write',
  input: z.object({
    PolicyName: policyName,
    PolicyDocument: policyDocument,
    Path: policyPath.optional(),
    Description: policyDescription.optional(),
    Tags: tags.optional(),
  }),
  // AWS: the refusal names the policy, not its ARN (quoted in many public issues).
  on: absent(newPolicy, { isShownAs: 'display' }),
  // AWS: tagging at creation asks for iam:TagPolicy as well (IAM user guide, "Tags for IAM resources").
  ask: ({ target, input }) => {
    const context = tagContext(input.Tags)
    const create = may('iam:CreatePolicy', target, context)
    return input.Tags?.length ? [create, may('iam:TagPolicy', target, context)] : [create]
  },
  run: async ({ input, store, now }) => {
    demandManagedDocument(input.PolicyDocument)
    if ((await store.policies.count()) >= limits.PoliciesQuota) {
      throw quotaExceeded('CustomerManagedPoliciesPerAccount', limits.PoliciesQuota)
    }
    const wanted = distinctTags(input.Tags ?? [], 'exact')
    const created = await store.policies.create({
      name: input.PolicyName,
      path: input.Path ?? '/',
      description: input.Description ?? null,
      document: input.PolicyDocument,
      createdAt: now,
      tags: wanted,
    })
    const shape = policyShape({ owner: 'customer', policy: created })
    return { Policy: { ...shape, ...(wanted.length > 0 && { Tags: [...wanted] }) } }
  },
})
