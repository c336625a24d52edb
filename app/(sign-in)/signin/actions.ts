'use server'

import { redirect } from 'next/navigation'
import { field } from '@/app/arguments'
import { currentFacts, startSession } from '@/lib/caller/auth'
import { rememberAccount } from '@/lib/caller/remembered-account'
import { returnUrl } from '@/lib/caller/return-url'
import { type Credentials, signIn } from '@/lib/caller/sign-in'
import { signInWithCode } from '@/lib/caller/sign-in-code'
import { waitText } from '@/lib/caller/throttle'
import type { SignInState } from '../_parts/sign-in-form'

/** Signs an IAM user in. One text for whatever was wrong: a stranger learns neither accounts nor names. */
export async function signInAsUser(before: SignInState, form: FormData): Promise<SignInState> {
  const account = field(form, 'account').trim()
  const userName = field(form, 'userName').trim()
  const remember = field(form, 'remember') !== ''
  const problem = await enter(before, form, { kind: 'user', account, userName, password: field(form, 'password') })
  if (problem) return { ...problem, account, name: userName, remember }
  await rememberAccount(remember ? { account, userName } : null)
  redirect(returnUrl(field(form, 'return')))
}

export async function signInAsRoot(before: SignInState, form: FormData): Promise<SignInState> {
  const email = field(form, 'email').trim()
  const problem = await enter(before, form, { kind: 'root', email, password: field(form, 'password') })
  if (problem) return { ...problem, name: email }
  redirect(returnUrl(field(form, 'return')))
}

/** One of the two steps, by what the form holds. Null: there is a session now. */
async function enter(before: SignInState, form: FormData, credentials: Credentials): Promise<SignInState | null> {
  const ticket = field(form, 'ticket')
  const facts = await currentFacts()
  const result = ticket
    ? await signInWithCode({ ticket, serial: field(form, 'serial'), code: field(form, 'code') }, facts)
    : await signIn(credentials, facts)
  switch (result.kind) {
    case 'session':
      await startSession(result.sessionId)
      return null
    case 'code':
      return { problem: '', second: { ticket: result.ticket, devices: result.devices } }
    case 'refused':
      return ticket
        ? { problem: `That code is not good, or it was used before. ${waitForNext}`, second: before.second }
        : { problem: 'Your sign-in details are not correct. Check them and try again.' }
    case 'wait': {
      const problem = `Too many attempts went wrong. Wait ${waitText(result.waitSeconds)}, then try again.`
      return { problem, second: ticket ? before.second : undefined }
    }
    case 'over':
      return { problem: 'That took too long. Enter your password again.' }
    case 'expired':
      return {
        problem: 'Your password has expired, and only an administrator can give you a new one. Contact yours.',
        over: true,
      }
  }
}

const waitForNext = 'Wait for the next one and try again.'
