import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { role } from '../nouns/role'
import { byKey } from '../nouns/tags'
import { cutPage, more, pageRequest } from '../paging'
import { paging, roleName } from '../shapes'

export const listRoleTags = operation({
  service: 'iam',
  name: 'ListRoleTags',
  summary: 'List the tags of a role.',
  kind: 'read',
  input: z.object({ RoleName: roleName, ...paging }),
  on: existing(role),
  ask: ({ target }) => [may('iam:ListRoleTags', target)],
  run: async ({ found, input }) => {
    const page = cutPage(byKey(found.tags), pageRequest(input), ({ Key }) => Key)
    return { Tags: page.rows, ...more(page) }
  },
})
