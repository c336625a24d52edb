import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { getProfile } from '../nouns/login-profile'
import { userOrCaller } from '../nouns/user'
import { userName } from '../shapes'
import { loginProfileShape } from './shapes/login-profile-shape'

export const getLoginProfile = operation({
  service: 'iam',
  name: 'GetLoginProfile',
  summary: 'Get whether and since when a user has a console password.',
  kind: 'read',
  input: z.object({ UserName: userName.optional() }),
  on: existing(userOrCaller),
  ask: ({ target }) => [may('iam:GetLoginProfile', target)],
  run: async ({ found, store }) => ({ LoginProfile: loginProfileShape(found, await getProfile(store, found)) }),
})
