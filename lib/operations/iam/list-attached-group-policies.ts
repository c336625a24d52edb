import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { listAttached } from '../nouns/attaching'
import { group } from '../nouns/group'
import { groupName, paging, policyPath } from '../shapes'

export const listAttachedGroupPolicies = operation({
  service: 'iam',
  name: 'ListAttachedGroupPolicies',
  summary: 'List the managed policies attached to a group.',
  kind: 'read',
  input: z.object({ GroupName: groupName, PathPrefix: policyPath.optional(), ...paging }),
  on: existing(group),
  ask: ({ target }) => [may('iam:ListAttachedGroupPolicies', target)],
  run: ({ found, input, store }) => listAttached(store, 'group', found.id, input),
})
