import 'server-only'

/** Whether a form was sent from a page of this server. Next asks this for server actions; routes ask here. */
export function isOwnOrigin(headers: { get(name: string): string | null }): boolean {
  const origin = headers.get('origin')
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host
}
