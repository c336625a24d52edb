'use server'

import { redirect } from 'next/navigation'
import { field } from '@/app/arguments'
import { currentFacts, startSession } from '@/lib/caller/auth'
import { rememberAccount } from '@/lib/caller/remembered-account'
import { returnUrl } from '@/lib/caller/return-url'
import { type Credentials, type SignInResult, signIn } from '@/lib/caller/sign-in'
import { waitText } from '@/lib/caller/throttle'
import type { SignInState } from '../_parts/sign-in-form'

/** Signs an IAM user in. One text for whatever was wrong: a stranger learns neither accounts nor names. */
export async function signInAsUser(_before: SignInState, form: FormData): Promise<SignInState> {
  const account = field(form, 'account').trim()
  const userName = field(form, 'userName').trim()
  const remember = field(form, 'remember') !== ''
  const result = await enter({ kind: 'user', account, userName, password: field(form, 'password') })
  if (result.kind !== 'session') return { ...problemOf(result), account, name: userName, remember }
  await rememberAccount(remember ? { account, userName } : null)
  redirect(returnUrl(field(form, 'return')))
}

export async function signInAsRoot(_before: SignInState, form: FormData): Promise<SignInState> {
  const email = field(form, 'email').trim()
  const result = await enter({ kind: 'root', email, password: field(form, 'password') })
  if (result.kind !== 'session') return { ...problemOf(result), name: email }
  redirect(returnUrl(field(form, 'return')))
}

async function enter(credentials: Credentials): Promise<SignInResult> {
  const result = await signIn(credentials, await currentFacts())
  if (result.kind === 'session') await startSession(result.sessionId)
  return result
}

function problemOf(result: Exclude<SignInResult, { kind: 'session' }>): SignInState {
  switch (result.kind) {
    case 'refused':
      return { problem: 'Your sign-in details are not correct. Check them and try again.' }
    case 'wait':
      return { problem: `Too many attempts went wrong. Wait ${waitText(result.waitSeconds)}, then try again.` }
    case 'expired':
      return {
        problem: 'Your password has expired, and only an administrator can give you a new one. Contact yours.',
        over: true,
      }
  }
}
