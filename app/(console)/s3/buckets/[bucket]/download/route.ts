import { ask } from '@/app/door'
import { getObject } from '@/lib/operations/s3/get-object'
import { lastPart } from '../../../place'

type Params = { params: Promise<{ bucket: string }> }

/**
 * The bytes of an object, as a file to be kept. INVARIANT: whatever somebody has uploaded, a browser must never run it as
 * a page of ours: it has no type, it is an attachment, and if it were shown all the same, it would stand in a sandbox
 * (scripts/script-policy.mjs gives this address its policy).
 */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { bucket } = await params
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const object = await ask(getObject, { Bucket: decodeURIComponent(bucket), Key: key })
  if (!object.ok) return Response.json(object.refusal, { status: object.refusal.denial ? 403 : 400 })
  return new Response(new Uint8Array(object.value.Body), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${fileName(key)}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}

// RFC 8187 leaves fewer signs as they are than encodeURIComponent does.
const fileName = (key: string) =>
  encodeURIComponent(lastPart(key)).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
