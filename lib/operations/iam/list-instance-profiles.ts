import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { pathList } from '../bindings'
import { operation } from '../define'
import { more, pageRequest } from '../paging'
import { paging, pathPrefix } from '../shapes'
import { instanceProfileShapes } from './shapes/instance-profile-shape'

export const listInstanceProfiles = operation({
  service: 'iam',
  name: 'ListInstanceProfiles',
  summary: 'List the instance profiles under a path.',
  kind: 'read',
  input: z.object({ PathPrefix: pathPrefix.optional(), ...paging }),
  on: pathList('instance-profile'),
  ask: ({ target }) => [may('iam:ListInstanceProfiles', target)],
  run: async ({ input, store }) => {
    const page = await store.instanceProfiles.list({ pathPrefix: input.PathPrefix, ...pageRequest(input) })
    return { InstanceProfiles: await instanceProfileShapes(store, page.rows), ...more(page) }
  },
})
