import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { quotaExceeded } from '@/lib/aws/errors'
import { limits } from '@/lib/aws/limits'
import { seal } from '@/lib/secrets/seal'
import { existing } from '../bindings'
import { operation } from '../define'
import { newAccessKey } from '../nouns/access-key'
import { owner } from '../nouns/user'
import { userName } from '../shapes'
import { accessKeyShape } from './shapes/access-key-shape'

export const createAccessKey = operation({
  service: 'iam',
  name: 'CreateAccessKey',
  summary: 'Create an access key; its secret is shown this once.',
  kind: 'write',
  input: z.object({ UserName: userName.optional() }),
  on: existing(owner),
  ask: ({ target }) => [may('iam:CreateAccessKey', target)],
  run: async ({ found, store, caller, now }) => {
    if ((await store.accessKeys.count(found.id)) >= limits.AccessKeysPerUserQuota) {
      throw quotaExceeded('AccessKeysPerUser', limits.AccessKeysPerUserQuota)
    }
    const { id, secret } = newAccessKey(caller.account)
    const key = await store.accessKeys.create({
      id,
      userId: found.id,
      secretSealed: seal(secret, 'access-key'),
      createdAt: now,
    })
    return { AccessKey: { ...accessKeyShape(found, key), SecretAccessKey: secret } }
  },
})
