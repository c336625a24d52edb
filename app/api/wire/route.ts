export const dynamic = 'force-dynamic'

/**
 * In development the server asks here before each call of the AWS API, because instrumentation.ts does not run again
 * after an edit. In production it would put this graph's copy into the slot, so there it is not here.
 */
export async function GET() {
  if (process.env.NODE_ENV === 'production') return new Response(null, { status: 404 })
  await import('@/lib/wire/install')
  return new Response('ok')
}
