import { endSession } from '@/lib/caller/auth'
import { isOwnOrigin } from '@/lib/caller/own-origin'

/** Signs out and leads to the sign-in page. A POST, so that no link and no image of another site can do it. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return new Response('Sign out from the console.', { status: 403 })
  await endSession()
  return new Response(null, { status: 303, headers: { Location: '/signin?another=1' } })
}
