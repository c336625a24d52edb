import { returnUrl } from '@/lib/caller/return-url'

export type Search = Promise<Record<string, string | string[] | undefined>>

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/** What the sign-in pages carry from one to the next. */
export async function carried(search: Search) {
  const parameters = await search
  return {
    returnTo: returnUrl(first(parameters.return)),
    ended: first(parameters.session) === 'ended',
    as: first(parameters.as),
    account: first(parameters.account)?.trim() ?? '',
    another: first(parameters.another) !== undefined,
  }
}

/** A sign-in address that keeps the way back. */
export function keeping(path: string, returnTo: string, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...more, ...(returnTo === '/' ? {} : { return: returnTo }) }).toString()
  return query ? `${path}?${query}` : path
}
