import 'server-only'
import { z } from 'zod'
import { may, type Target } from '@/lib/access/question'
import { AwsError, accessDenied } from '@/lib/aws/errors'
import { passwordMatches } from '@/lib/secrets/password-hash'
import type { AccountStore } from '@/lib/store/account-store'
import { existing, type Noun } from '../bindings'
import { operation } from '../define'
import { getProfile } from '../nouns/login-profile'
import { hashNewPassword, replacePassword } from '../nouns/password'
import { takeGuess } from '../nouns/password-guesses'
import { type TaggedUser, userOrCaller } from '../nouns/user'
import { password } from '../shapes'

// AWS: root changes its password elsewhere; here it answers InvalidUserType.
const self: Noun<object, TaggedUser> = {
  ...userOrCaller,
  find: async (subject) => (subject.caller.kind === 'user' ? userOrCaller.find({ ...subject, input: {} }) : null),
  target: (subject) => userOrCaller.target({ ...subject, input: {} }),
  missing: () => new AwsError('InvalidUserType', 400, 'Only an IAM user can change its own password with this call.'),
}

export const changePassword = operation({
  service: 'iam',
  name: 'ChangePassword',
  summary: 'Change your own console password.',
  kind: 'write',
  input: z.object({ OldPassword: password, NewPassword: password }),
  on: existing(self),
  ask: async ({ target, store }) => [may('iam:ChangePassword', await grantedByAccount(store, target))],
  prepare: async ({ found, input, store }) => {
    const { passwordHash: former } = await getProfile(store, found)
    const guess = await takeGuess(found.id)
    if (!(await passwordMatches(input.OldPassword, former))) throw wrongOldPassword()
    await guess.wasRight()
    return { former, next: await hashNewPassword(store, found, input.NewPassword) }
  },
  run: async ({ found, store, caller, now, prepared }) => {
    const profile = await getProfile(store, found)
    if (profile.passwordHash !== prepared.former) throw wrongOldPassword()
    await replacePassword(store, found, profile, { passwordHash: prepared.next, at: now, resetRequired: false })
    const { credential } = caller
    await store.sessions.revokeAllOf(found.id, now, credential.kind === 'console' ? credential.sessionId : undefined)
    return {}
  },
})

const wrongOldPassword = () => accessDenied('The old password was incorrect.')

// AWS: "Allow users to change their own password" works without any policy, but an explicit deny still stops it. That is
// what a resource-based policy does, so the setting is shown to the engine as one.
async function grantedByAccount(store: AccountStore, target: Target): Promise<Target> {
  const policy = await store.passwordPolicy.find()
  if (!policy?.allowUsersToChangePassword) return target
  const grant = { Effect: 'Allow', Principal: { AWS: target.arn }, Action: 'iam:ChangePassword', Resource: '*' }
  const document = JSON.stringify({ Version: '2012-10-17', Statement: [{ Sid: 'AccountPasswordPolicy', ...grant }] })
  return { ...target, policy: { document, kind: 'resource' } }
}
