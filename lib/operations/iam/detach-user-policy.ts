import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { detach } from '../nouns/attaching'
import { boundaryContext } from '../nouns/boundary'
import { user } from '../nouns/user'
import { arn, userName } from '../shapes'

export const detachUserPolicy = operation({
  service: 'iam',
  name: 'DetachUserPolicy',
  summary: 'Detach a managed policy from a user.',
  kind: 'write',
  input: z.object({ UserName: userName, PolicyArn: arn }),
  on: existing(user),
  ask: ({ found, target, input }) => [
    may('iam:DetachUserPolicy', target, { 'iam:PolicyARN': input.PolicyArn, ...boundaryContext(found) }),
  ],
  run: async ({ found, input, store }) => {
    await detach(store, 'user', found.id, input.PolicyArn)
    return {}
  },
})
