import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import type { AccessKey } from '@/lib/store/access-keys'
import { existing } from '../bindings'
import { operation } from '../define'
import { owner } from '../nouns/user'
import { cutPage, more, pageRequest } from '../paging'
import { paging, userName } from '../shapes'
import { accessKeyShape } from './shapes/access-key-shape'

export const listAccessKeys = operation({
  service: 'iam',
  name: 'ListAccessKeys',
  summary: 'List the access keys of a user, or your own.',
  kind: 'read',
  input: z.object({ UserName: userName.optional(), ...paging }),
  on: existing(owner),
  ask: ({ target }) => [may('iam:ListAccessKeys', target)],
  run: async ({ found, input, store }) => {
    const page = cutPage(await store.accessKeys.list(found.id), pageRequest(input), byAge)
    return { AccessKeyMetadata: page.rows.map((key) => accessKeyShape(found, key)), ...more(page) }
  },
})

const byAge = (key: AccessKey) => `${key.createdAt.toISOString()} ${key.id}`
