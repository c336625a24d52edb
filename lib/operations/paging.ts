import 'server-only'
import { validationError } from '@/lib/aws/errors'
import { ranges } from '@/lib/aws/limits'

/**
 * Opaque markers: the last key of the page before, in base64url. They survive inserts and deletes between pages, because the
 * next page begins after a key and not at a position.
 */
const encode = (key: string) => Buffer.from(key, 'utf8').toString('base64url')
const decode = (marker: string) => Buffer.from(marker, 'base64url').toString('utf8')

/** The store's page request for `Marker` and `MaxItems`. */
export function pageRequest({ Marker, MaxItems }: { Marker?: string; MaxItems?: number }): { after?: string; limit: number } {
  const limit = MaxItems ?? ranges.maxItems.default
  if (Marker === undefined) return { limit }
  const after = decode(Marker)
  if (encode(after) !== Marker) throw validationError('Invalid Marker.')
  return { after, limit }
}

/** How a list tells whether there is more: `IsTruncated` always, `Marker` only if so. */
export function more(next: string | null): { IsTruncated: boolean; Marker?: string } {
  return next === null ? { IsTruncated: false } : { IsTruncated: true, Marker: encode(next) }
}

/** Cuts a page out of a list that is short enough to be at hand whole, in the order of its keys. */
export function pageOfList<Row>(rows: readonly Row[], request: { after?: string; limit: number }, keyOf: (row: Row) => string) {
  const { after, limit } = request
  const rest = after === undefined ? rows : rows.filter((row) => keyOf(row) > after)
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  return { page, more: more(rest.length > limit && last !== undefined ? keyOf(last) : null) }
}
