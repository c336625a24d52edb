import { ask } from '@/app/door'
import { isOwnOrigin } from '@/lib/caller/own-origin'
import { putObject } from '@/lib/operations/s3/put-object'

type Params = { params: Promise<{ bucket: string }> }

/** One file of the upload page. A route and no server action, because only a request of its own tells its progress. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  if (!isOwnOrigin(request.headers)) {
    const refusal = { code: 'AccessDenied', message: 'Upload from the console.' }
    return Response.json(refusal, { status: 403 })
  }
  const { bucket } = await params
  const put = await ask(putObject, {
    Bucket: decodeURIComponent(bucket),
    Key: new URL(request.url).searchParams.get('key') ?? '',
    Body: new Uint8Array(await request.arrayBuffer()),
    ContentType: request.headers.get('x-content-type') || undefined,
  })
  if (!put.ok) return Response.json(put.refusal, { status: put.refusal.denial ? 403 : 400 })
  return Response.json({ ETag: put.value.ETag })
}
