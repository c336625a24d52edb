import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { pathList } from '../bindings'
import { operation } from '../define'
import { trustDocuments } from '../nouns/role'
import { more, pageRequest } from '../paging'
import { paging, pathPrefix } from '../shapes'
import { listedRole } from './shapes/role-shape'

export const listRoles = operation({
  service: 'iam',
  name: 'ListRoles',
  summary: 'List the roles under a path.',
  kind: 'read',
  input: z.object({ PathPrefix: pathPrefix.optional(), ...paging }),
  on: pathList('role'),
  ask: ({ target }) => [may('iam:ListRoles', target)],
  run: async ({ input, store, caller }) => {
    const page = await store.roles.list({ pathPrefix: input.PathPrefix, ...pageRequest(input) })
    const trusts = await trustDocuments(store, page.rows)
    const Roles = page.rows.map((role, place) => listedRole(caller.account, role, trusts[place] ?? role.trustPolicy))
    return { Roles, ...more(page) }
  },
})
