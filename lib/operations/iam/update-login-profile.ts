import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { existing } from '../bindings'
import { operation } from '../define'
import { getProfile } from '../nouns/login-profile'
import { hashNewPassword, replacePassword } from '../nouns/password'
import { user } from '../nouns/user'
import { flag, password, userName } from '../shapes'

export const updateLoginProfile = operation({
  service: 'iam',
  name: 'UpdateLoginProfile',
  summary: 'Set a new console password for a user, or demand one at the next sign-in.',
  kind: 'write',
  input: z.object({
    UserName: userName,
    Password: password.optional(),
    PasswordResetRequired: flag.optional(),
  }),
  on: existing(user),
  ask: ({ target }) => [may('iam:UpdateLoginProfile', target)],
  prepare: async ({ found, input, store }) => {
    await getProfile(store, found)
    return input.Password === undefined ? null : hashNewPassword(store, found, input.Password)
  },
  run: async ({ found, input, store, caller, now, prepared }) => {
    const profile = await getProfile(store, found)
    const resetRequired = input.PasswordResetRequired ?? profile.resetRequired
    if (prepared === null) {
      await store.loginProfiles.update(found.id, { resetRequired })
      return {}
    }
    await replacePassword(store, found, profile, { passwordHash: prepared, at: now, resetRequired })
    // Whoever came in with the old password is out; administrators who change their own stay where they are.
    const own = caller.credential.kind === 'console' ? caller.credential.sessionId : undefined
    await store.sessions.revokeAllOf(found.id, now, own)
    return {}
  },
})
