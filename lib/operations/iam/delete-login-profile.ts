import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { getProfile } from '../nouns/login-profile'
import { userOrCaller } from '../nouns/user'
import { userName } from '../shapes'

export const deleteLoginProfile = operation({
  service: 'iam',
  name: 'DeleteLoginProfile',
  summary: 'Take the console password from a user and end the console sessions.',
  kind: 'write',
  input: z.object({ UserName: userName.optional() }),
  on: existing(userOrCaller),
  ask: ({ target }) => [may('iam:DeleteLoginProfile', target)],
  run: async ({ found, store, now }) => {
    await getProfile(store, found)
    await store.loginProfiles.delete(found.id)
    await store.sessions.revokeAllOf(found.id, now)
    return {}
  },
})
