import 'server-only'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { currentFacts, findSignedIn, revokeSession, sessionToken } from './auth'
import { factsOf } from './request-facts'
import { sessionCookie, sessionIdIn, sessionSeconds } from './session-cookie'
import { type Credentials, signIn } from './sign-in'
import { signInWithCode } from './sign-in-code'

type RouteContext = { params: Promise<{ nextauth: string[] }> }

/**
 * next-auth's routes, for scripts that sign in without a page. They lead to the same check, the same throttle and the same
 * sessions as the pages.
 */
export const authRoute = (request: Request, context: RouteContext): Promise<Response> =>
  NextAuth(request as never, context as never, options())

function options(): NextAuthOptions {
  const cookie = sessionCookie()
  return {
    providers: [
      CredentialsProvider({
        credentials: { email: {}, account: {}, userName: {}, password: {}, mfaCode: {} },
        authorize: async (given, request) => {
          const facts = factsOf(new Headers(request.headers as Record<string, string>))
          const first = await signIn(credentialsIn(given ?? {}), facts)
          const code = given?.mfaCode ?? ''
          const result = first.kind === 'code' ? await signInWithCode({ ticket: first.ticket, code }, facts) : first
          if (result.kind !== 'session') return null
          // The new cookie takes the place of the one that came along: its session ends with it, as on the pages.
          await revokeSession(await sessionIdIn(await sessionToken()))
          return { id: result.sessionId }
        },
      }),
    ],
    pages: { signIn: '/signin', error: '/signin' },
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    cookies: { sessionToken: cookie },
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : token),
      // INVARIANT: the row decides, not the token: an ended session has no user.
      session: async ({ session, token }) => {
        const { now } = await currentFacts()
        const signedIn = typeof token.sid === 'string' ? await findSignedIn(token.sid, now) : null
        return { expires: session.expires, user: signedIn ? { name: signedIn.caller.arn } : undefined }
      },
    },
    events: {
      signOut: ({ token }) => revokeSession(typeof token?.sid === 'string' ? token.sid : null),
    },
  }
}

type Given = Partial<Record<'email' | 'account' | 'userName' | 'password', string>>

function credentialsIn({ email, account = '', userName = '', password = '' }: Given): Credentials {
  return email ? { kind: 'root', email, password } : { kind: 'user', account, userName, password }
}
