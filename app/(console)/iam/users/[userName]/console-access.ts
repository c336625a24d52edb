'use server'

import { act } from '@/app/act'
import type { ActionResult } from '@/app/action-result'
import { members } from '@/app/arguments'
import { ask, type Outcome } from '@/app/door'
import { createLoginProfile } from '@/lib/operations/iam/create-login-profile'
import { deleteLoginProfile } from '@/lib/operations/iam/delete-login-profile'
import { updateLoginProfile } from '@/lib/operations/iam/update-login-profile'
import { randomPassword } from '@/lib/secrets/random-password'
import { signInAddress } from '../../_parts/sign-in-address'

export type NewPassword = {
  userName: string
  signInAddress: string
  /** Only where it was generated: a custom one is known already. */
  password?: string
}

type Wish = { custom?: string; mustChange: boolean; replaces: boolean }

export async function setConsolePassword(UserName: string, wish: Wish): Promise<Outcome<NewPassword>> {
  const { custom, mustChange, replaces } = members(wish)
  const Password = custom ?? randomPassword()
  const input = { UserName, Password, PasswordResetRequired: mustChange }
  const outcome = replaces ? await ask(updateLoginProfile, input) : await ask(createLoginProfile, input)
  if (!outcome.ok) return outcome
  const password = custom === undefined ? Password : undefined
  return { ok: true, value: { userName: UserName, signInAddress: await signInAddress(), password } }
}

export async function disableConsoleAccess(UserName: string): Promise<ActionResult> {
  return act(deleteLoginProfile, { UserName })
}
