import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { instanceProfile } from '../nouns/instance-profile'
import { byKey } from '../nouns/tags'
import { cutPage, more, pageRequest } from '../paging'
import { instanceProfileName, paging } from '../shapes'

export const listInstanceProfileTags = operation({
  service: 'iam',
  name: 'ListInstanceProfileTags',
  summary: 'List the tags of an instance profile.',
  kind: 'read',
  input: z.object({ InstanceProfileName: instanceProfileName, ...paging }),
  on: existing(instanceProfile),
  ask: ({ target }) => [may('iam:ListInstanceProfileTags', target)],
  run: async ({ found, input }) => {
    const page = cutPage(byKey(found.tags), pageRequest(input), ({ Key }) => Key)
    return { Tags: page.rows, ...more(page) }
  },
})
