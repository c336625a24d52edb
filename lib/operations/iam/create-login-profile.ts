import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { entityAlreadyExists } from '@/lib/aws/errors'
import { existing } from '../bindings'
import { operation } from '../define'
import { hashNewPassword } from '../nouns/password'
import { userOrCaller } from '../nouns/user'
import { flag, password, userName } from '../shapes'
import { loginProfileShape } from './shapes/login-profile-shape'

export const createLoginProfile = operation({
  service: 'iam',
  name: 'CreateLoginProfile',
  summary: 'Give a user a console password.',
  kind: 'write',
  input: z.object({
    UserName: userName.optional(),
    // AWS: may be left out in sessions of AssumeRoot alone.
    Password: password,
    PasswordResetRequired: flag.optional(),
  }),
  on: existing(userOrCaller),
  ask: ({ target }) => [may('iam:CreateLoginProfile', target)],
  prepare: ({ found, input, store }) => hashNewPassword(store, found, input.Password),
  run: async ({ found, input, store, now, prepared }) => {
    if (await store.loginProfiles.find(found.id)) {
      throw entityAlreadyExists(`Login Profile for user ${found.name} already exists.`)
    }
    const profile = await store.loginProfiles.create(found.id, {
      passwordHash: prepared,
      createdAt: now,
      resetRequired: input.PasswordResetRequired ?? false,
    })
    return { LoginProfile: loginProfileShape(found, profile) }
  },
})
