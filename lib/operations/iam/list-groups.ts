import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { pathList } from '../bindings'
import { operation } from '../define'
import { more, pageRequest } from '../paging'
import { paging, pathPrefix } from '../shapes'
import { groupShape } from './shapes/group-shape'

export const listGroups = operation({
  service: 'iam',
  name: 'ListGroups',
  summary: 'List the groups under a path.',
  kind: 'read',
  input: z.object({ PathPrefix: pathPrefix.optional(), ...paging }),
  on: pathList('group'),
  ask: ({ target }) => [may('iam:ListGroups', target)],
  run: async ({ input, store, caller }) => {
    const page = await store.groups.list({ pathPrefix: input.PathPrefix, ...pageRequest(input) })
    return { Groups: page.rows.map((group) => groupShape(caller.account, group)), ...more(page) }
  },
})
