'use server'

import { redirect } from 'next/navigation'
import { currentFacts, startSession } from '@/lib/caller/auth'
import { rememberAccount } from '@/lib/caller/remembered-account'
import { returnUrl } from '@/lib/caller/return-url'
import { type Credentials, type SignInResult, signIn } from '@/lib/caller/sign-in'
import { waitText } from '@/lib/caller/throttle'
import type { SignInState } from '../_parts/sign-in-form'

/** Signs an IAM user in. One text for whatever was wrong: a stranger learns neither accounts nor names. */
export async function signInAsUser(_before: SignInState, form: FormData): Promise<SignInState> {
  const account = text(form, 'account').trim()
  const userName = text(form, 'userName').trim()
  const remember = form.get('remember') !== null
  const result = await enter({ kind: 'user', account, userName, password: text(form, 'password') })
  if (result.kind !== 'session') return { ...problemOf(result), account, name: userName, remember }
  await rememberAccount(remember ? { account, userName } : null)
  redirect(returnUrl(text(form, 'return')))
}

export async function signInAsRoot(_before: SignInState, form: FormData): Promise<SignInState> {
  const email = text(form, 'email').trim()
  const result = await enter({ kind: 'root', email, password: text(form, 'password') })
  if (result.kind !== 'session') return { ...problemOf(result), name: email }
  redirect(returnUrl(text(form, 'return')))
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

/** A file in place of a text is as good as nothing. */
function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 2048) : ''
}
