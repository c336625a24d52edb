import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { SignedCaller } from '@/lib/access/caller'
import { auth, currentFacts, type SignedIn, sessionToken } from './auth'
import type { RequestFacts } from './request-facts'
import { returnUrl, signInUrl, withoutRouterMark } from './return-url'

/** Who calls, when and from where: what the door wants to know. */
export type CallerWorld = RequestFacts & { caller: SignedCaller }

/**
 * The world of this request. Without a session it goes to the sign-in, which comes back here; with a password that must be
 * changed it goes to change it, and nothing else works until then.
 */
export const currentWorld = cache(async (): Promise<CallerWorld> => {
  const signedIn = await signedInOrRedirect()
  if (signedIn.mustChangePassword) redirect(withReturn('/change-password', await currentAddress()))
  return worldOf(signedIn)
})

/** The same while the password must be changed: for that one page and its one operation. */
export async function worldBeforePasswordChange(): Promise<CallerWorld | null> {
  const signedIn = await signedInOrRedirect()
  return signedIn.mustChangePassword ? worldOf(signedIn) : null
}

export const signedInOrRedirect = cache(async (): Promise<SignedIn> => {
  const signedIn = await auth()
  if (signedIn) return signedIn
  // A cookie without a session: it ended while somebody was at work.
  redirect(signInUrl(await currentAddress(), (await sessionToken()) !== undefined))
})

const worldOf = async ({ caller }: SignedIn): Promise<CallerWorld> => ({ caller, ...(await currentFacts()) })

/** The page that was asked for, as the front server saw it. */
async function currentAddress(): Promise<string> {
  return returnUrl(withoutRouterMark((await headers()).get('x-iam-dojo-address')))
}

function withReturn(page: string, address: string): string {
  return address === '/' ? page : `${page}?${new URLSearchParams({ return: address })}`
}
