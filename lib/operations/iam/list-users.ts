import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { pathList } from '../bindings'
import { operation } from '../define'
import { more, pageRequest } from '../paging'
import { paging, pathPrefix } from '../shapes'
import { listedUser } from './shapes/user-shape'

export const listUsers = operation({
  service: 'iam',
  name: 'ListUsers',
  summary: 'List the users under a path.',
  kind: 'read',
  input: z.object({ PathPrefix: pathPrefix.optional(), ...paging }),
  on: pathList('user'),
  ask: ({ target }) => [may('iam:ListUsers', target)],
  run: async ({ input, store, caller }) => {
    const page = await store.users.list({ pathPrefix: input.PathPrefix, ...pageRequest(input) })
    return { Users: page.rows.map((user) => listedUser(caller.account, user)), ...more(page) }
  },
})
