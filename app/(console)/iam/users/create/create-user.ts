'use server'

import { members, objects, texts } from '@/app/arguments'
import { ask, type Outcome } from '@/app/door'
import type { Refusal } from '@/app/refusal'
import { addUserToGroup } from '@/lib/operations/iam/add-user-to-group'
import { attachUserPolicy } from '@/lib/operations/iam/attach-user-policy'
import { createLoginProfile } from '@/lib/operations/iam/create-login-profile'
import { createUser } from '@/lib/operations/iam/create-user'
import { getAccountPasswordPolicy } from '@/lib/operations/iam/get-account-password-policy'
import { putUserPolicy } from '@/lib/operations/iam/put-user-policy'
import { randomPassword } from '@/lib/secrets/random-password'
import { signInAddress } from '../../_parts/sign-in-address'
import { permissionsOf } from '../copy-permissions'
import { emptyWish, type UserWish } from './wish'

const changeOwnPassword = 'arn:aws:iam::aws:policy/IAMUserChangePassword'

/** One call of the flow and what came of it. */
export type CallReport = { call: string; about: string; refusal?: Refusal }

export type Created = {
  userName: string
  calls: CallReport[]
  /** There only if console access was asked for and given. */
  signIn?: { address: string; password: string; isGenerated: boolean }
}

/**
 * Creates the user by as many calls as the wish needs, as the real console does. If CreateUser is refused, nothing
 * happened; a later refusal leaves the user as it is by then, and the report says which calls failed.
 */
export async function createUserAsWished(given: UserWish): Promise<Outcome<Created>> {
  const wish = { ...emptyWish, ...members(given) }
  const UserName = wish.userName
  const copied = wish.permissions === 'copy' && wish.copyFrom ? await permissionsOf(wish.copyFrom) : null
  if (copied && !copied.ok) return copied
  const boundary = wish.boundary ?? copied?.value.boundary ?? undefined
  const user = await ask(createUser, {
    UserName,
    ...(boundary && { PermissionsBoundary: boundary }),
    ...(objects(wish.tags).length > 0 && { Tags: objects(wish.tags) }),
  })
  if (!user.ok) return user
  const calls: CallReport[] = [{ call: 'CreateUser', about: UserName }]
  const report = async (call: string, about: string, outcome: Promise<Outcome<unknown>>) => {
    const { ok, ...rest } = { refusal: undefined, ...(await outcome) }
    calls.push({ call, about, refusal: ok ? undefined : rest.refusal })
    return ok
  }
  const signIn = await giveConsoleAccess(wish, report)
  const groups = wish.permissions === 'groups' ? texts(wish.groups) : (copied?.value.groups ?? [])
  for (const GroupName of groups)
    await report('AddUserToGroup', GroupName, ask(addUserToGroup, { GroupName, UserName }))
  const policies = wish.permissions === 'policies' ? texts(wish.policies) : (copied?.value.policies ?? [])
  for (const PolicyArn of policies) {
    await report('AttachUserPolicy', PolicyArn, ask(attachUserPolicy, { UserName, PolicyArn }))
  }
  for (const { name, document } of copied?.value.inline ?? []) {
    const inline = { UserName, PolicyName: name, PolicyDocument: document }
    await report('PutUserPolicy', name, ask(putUserPolicy, inline))
  }
  if (wish.console?.mustChange && !(await usersMayChangePassword()) && !policies.includes(changeOwnPassword)) {
    await report(
      'AttachUserPolicy',
      changeOwnPassword,
      ask(attachUserPolicy, { UserName, PolicyArn: changeOwnPassword }),
    )
  }
  return { ok: true, value: { userName: UserName, calls, signIn } }
}

type Report = (call: string, about: string, outcome: Promise<Outcome<unknown>>) => Promise<boolean>

async function giveConsoleAccess({ userName, console }: UserWish, report: Report): Promise<Created['signIn']> {
  if (!console) return undefined
  const isGenerated = console.password === 'generated'
  const password = isGenerated ? randomPassword() : console.custom
  const input = { UserName: userName, Password: password, PasswordResetRequired: console.mustChange }
  const given = await report('CreateLoginProfile', userName, ask(createLoginProfile, input))
  return given ? { address: await signInAddress(), password, isGenerated } : undefined
}

async function usersMayChangePassword(): Promise<boolean> {
  const policy = await ask(getAccountPasswordPolicy, {})
  return policy.ok && policy.value.PasswordPolicy.AllowUsersToChangePassword
}
