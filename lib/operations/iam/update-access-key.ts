import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { keyOfOwner } from '../nouns/access-key'
import { owner } from '../nouns/user'
import { accessKeyId, keyStatus, userName } from '../shapes'

export const updateAccessKey = operation({
  service: 'iam',
  name: 'UpdateAccessKey',
  summary: 'Activate or deactivate an access key.',
  kind: 'write',
  input: z.object({ UserName: userName.optional(), AccessKeyId: accessKeyId, Status: keyStatus }),
  on: existing(owner),
  ask: ({ target }) => [may('iam:UpdateAccessKey', target)],
  run: async ({ found, input, store }) => {
    const key = await keyOfOwner(store, found, input.AccessKeyId)
    await store.accessKeys.setStatus(key.id, input.Status)
    return {}
  },
})
