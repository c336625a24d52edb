import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import type { SignedCaller } from '@/lib/access/caller'
import { iamArn } from '@/lib/aws/arn'
import { directory, writeData } from '@/lib/store'
import type { FoundSession } from '@/lib/store/identify'
import { factsOf } from './request-facts'
import { sessionCookie, sessionIdIn, sessionSeconds, tokenFor } from './session-cookie'

/** Whom a console session belongs to. */
export type SignedIn = {
  caller: SignedCaller
  account: { id: string; alias: string | null }
  mustChangePassword: boolean
}

/** The facts of the request at hand, read once. */
export const currentFacts = cache(async () => factsOf(await headers()))

/** Who sends this request: one decryption and one statement of SQL, once per request. Null without a good session. */
export const auth = cache(async (): Promise<SignedIn | null> => {
  const sessionId = await sessionIdIn(await sessionToken())
  const { now } = await currentFacts()
  return sessionId === null ? null : findSignedIn(sessionId, now)
})

/** The session's owner, as long as it is neither ended nor over. */
export async function findSignedIn(sessionId: string, now: Date): Promise<SignedIn | null> {
  const found = await directory().findSession(sessionId)
  if (!found || found.session.revokedAt !== null || found.session.expiresAt <= now) return null
  const caller = callerOf(found)
  return caller && { caller, account: found.account, mustChangePassword: found.resetRequired }
}

function callerOf({ session, account, user }: FoundSession): SignedCaller | null {
  const signed = {
    account: account.id,
    revision: account.revision,
    credential: { kind: 'console', sessionId: session.id, since: session.createdAt, mfaAt: session.mfaAt },
  } as const
  if (session.principalType === 'root') return { kind: 'root', arn: iamArn(account.id, 'root', '', ''), ...signed }
  if (!user) return null
  const arn = iamArn(account.id, 'user', user.name, user.path)
  return { kind: 'user', userId: user.id, userName: user.name, arn, ...signed }
}

export async function sessionToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookie().name)?.value
}

/** Puts a session into the browser's cookie; the one that was there ends. */
export async function startSession(sessionId: string): Promise<void> {
  await endSession()
  const { name, options } = sessionCookie()
  const jar = await cookies()
  jar.set(name, await tokenFor(sessionId), { ...options, maxAge: sessionSeconds })
}

/** Ends this browser's session, in every tab and for every copy of its cookie. */
export async function endSession(): Promise<void> {
  await revokeSession(await sessionIdIn(await sessionToken()))
  const { name, options } = sessionCookie()
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
}

export async function revokeSession(sessionId: string | null): Promise<void> {
  const found = sessionId === null ? null : await directory().findSession(sessionId)
  if (!found || found.session.revokedAt !== null) return
  const { now } = await currentFacts()
  await writeData(found.account.id, (store) => store.sessions.revoke(found.session.id, now))
}
