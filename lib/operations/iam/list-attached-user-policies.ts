import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { listAttached } from '../nouns/attaching'
import { user } from '../nouns/user'
import { paging, policyPath, userName } from '../shapes'

export const listAttachedUserPolicies = operation({
  service: 'iam',
  name: 'ListAttachedUserPolicies',
  summary: 'List the managed policies attached to a user.',
  kind: 'read',
  input: z.object({ UserName: userName, PathPrefix: policyPath.optional(), ...paging }),
  on: existing(user),
  ask: ({ target }) => [may('iam:ListAttachedUserPolicies', target)],
  run: ({ found, input, store }) => listAttached(store, 'user', found.id, input),
})
