import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { isServedSecurely } from './request-facts'

// AWS: a console session of an IAM user lasts 12 hours.
export const sessionHours = 12
export const sessionSeconds = sessionHours * 60 * 60

/** The cookie that holds the session's token; the prefix makes browsers insist on https and on this very host. */
export function sessionCookie() {
  const secure = isServedSecurely()
  return {
    name: secure ? '__Host-iam-dojo.session' : 'iam-dojo.session',
    options: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
  } as const
}

/** The token says which session row is meant and nothing else: rights are looked up, never carried. */
export function tokenFor(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: secret(), maxAge: sessionSeconds })
}

/** The session that a token means, or null where it is not ours or too old. */
export async function sessionIdIn(token: string | undefined): Promise<string | null> {
  if (!token) return null
  const payload = await decode({ token, secret: secret() }).catch(() => null)
  return typeof payload?.sid === 'string' ? payload.sid : null
}

function secret(): string {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set. The start script makes it.')
  return secret
}
