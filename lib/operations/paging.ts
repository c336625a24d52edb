import 'server-only'
import { validationError } from '@/lib/aws/errors'

/**
 * Opaque markers: the last key of the page before, in base64url. They survive inserts and deletes between pages, because the
 * next page begins after a key and not at a position.
 */
const encode = (key: string) => Buffer.from(key, 'utf8').toString('base64url')
const decode = (marker: string) => Buffer.from(marker, 'base64url').toString('utf8')

export type PageRequest = { after: string | null; limit: number }

/** The store's page request for `Marker` and `MaxItems`; asks for one row more than the page, to know whether it is the last. */
export function pageRequest({ Marker, MaxItems }: { Marker?: string; MaxItems?: number }): PageRequest {
  const after = Marker === undefined ? null : decode(Marker)
  if (after !== null && encode(after) !== Marker) throw validationError('Invalid Marker.')
  return { after, limit: (MaxItems ?? 100) + 1 }
}

/** Cuts the extra row off and tells how to go on. `IsTruncated` is always there, `Marker` only if there is more. */
export function cutPage<Row>(rows: readonly Row[], request: PageRequest, keyOf: (row: Row) => string) {
  const page = rows.slice(0, request.limit - 1)
  const last = page.at(-1)
  if (rows.length < request.limit || last === undefined) return { page, more: { IsTruncated: false } }
  return { page, more: { IsTruncated: true, Marker: encode(keyOf(last)) } }
}
