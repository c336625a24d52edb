export const dynamic = 'force-dynamic'

/** The server listens only after the database is migrated and the first data is made: an answer means ready. */
export function GET() {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
}
