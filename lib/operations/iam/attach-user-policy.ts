import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { attach } from '../nouns/attaching'
import { boundaryContext } from '../nouns/boundary'
import { user } from '../nouns/user'
import { arn, userName } from '../shapes'

export const attachUserPolicy = operation({
  service: 'iam',
  name: 'AttachUserPolicy',
  summary: 'Attach a managed policy to a user.',
  kind: 'write',
  input: z.object({ UserName: userName, PolicyArn: arn }),
  on: existing(user),
  ask: ({ found, target, input }) => [
    may('iam:AttachUserPolicy', target, { 'iam:PolicyARN': input.PolicyArn, ...boundaryContext(found) }),
  ],
  run: async ({ found, input, store, now }) => {
    await attach(store, 'user', found.id, input.PolicyArn, now)
    return {}
  },
})
