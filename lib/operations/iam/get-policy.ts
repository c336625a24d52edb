import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { policy } from '../nouns/policy'
import { arn } from '../shapes'
import { policyShape } from './shapes/policy-shape'

export const getPolicy = operation({
  service: 'iam',
  name: 'GetPolicy',
  summary: 'Get a managed policy, without its document.',
  kind: 'read',
  input: z.object({ PolicyArn: arn }),
  on: existing(policy),
  ask: ({ target }) => [may('iam:GetPolicy', target)],
  run: async ({ found, input, store }) => {
    const use = (await store.attachments.usage([input.PolicyArn])).get(input.PolicyArn)
    const { description } = found.policy
    return {
      Policy: {
        ...policyShape(found, use),
        ...(description && { Description: description }),
        Tags: found.owner === 'customer' ? [...found.policy.tags] : [],
      },
    }
  },
})
