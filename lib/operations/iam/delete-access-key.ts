import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { keyOfOwner } from '../nouns/access-key'
import { owner } from '../nouns/user'
import { accessKeyId, userName } from '../shapes'

export const deleteAccessKey = operation({
  service: 'iam',
  name: 'DeleteAccessKey',
  summary: 'Delete an access key.',
  kind: 'write',
  input: z.object({ UserName: userName.optional(), AccessKeyId: accessKeyId }),
  on: existing(owner),
  ask: ({ target }) => [may('iam:DeleteAccessKey', target)],
  run: async ({ found, input, store }) => {
    const key = await keyOfOwner(store, found, input.AccessKeyId)
    await store.accessKeys.delete(key.id)
    return {}
  },
})
