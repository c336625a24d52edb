import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { listInline } from '../nouns/attaching'
import { group } from '../nouns/group'
import { groupName, paging } from '../shapes'

export const listGroupPolicies = operation({
  service: 'iam',
  name: 'ListGroupPolicies',
  summary: "List the names of a group's inline policies.",
  kind: 'read',
  input: z.object({ GroupName: groupName, ...paging }),
  on: existing(group),
  ask: ({ target }) => [may('iam:ListGroupPolicies', target)],
  run: ({ found, input, store }) => listInline(store, 'group', found.id, input),
})
