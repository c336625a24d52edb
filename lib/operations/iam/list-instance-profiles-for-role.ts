import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { role } from '../nouns/role'
import { more, pageRequest } from '../paging'
import { paging, roleName } from '../shapes'
import { instanceProfileShapes } from './shapes/instance-profile-shape'

export const listInstanceProfilesForRole = operation({
  service: 'iam',
  name: 'ListInstanceProfilesForRole',
  summary: 'List the instance profiles that hold a role.',
  kind: 'read',
  input: z.object({ RoleName: roleName, ...paging }),
  on: existing(role),
  ask: ({ target }) => [may('iam:ListInstanceProfilesForRole', target)],
  run: async ({ found, input, store }) => {
    const page = await store.instanceProfiles.list({ roleId: found.id, ...pageRequest(input) })
    return { InstanceProfiles: await instanceProfileShapes(store, page.rows), ...more(page) }
  },
})
