import 'server-only'
import { validationError } from '@/lib/aws/errors'

/**
 * Opaque markers: the last key of the page before, in base64url. They survive inserts and deletes between pages, because the
 * next page begins after a key and not at a position.
 */
export const markerAfter = (key: string) => Buffer.from(key, 'utf8').toString('base64url')

/** The key that the marker was made of; null for a text that is no marker of ours. */
export function keyOfMarker(marker: string): string | null {
  const key = Buffer.from(marker, 'base64url').toString('utf8')
  return markerAfter(key) === marker && !key.includes('\0') ? key : null
}

export type PageRequest = { after?: string; limit: number }

/** The store's page request for `Marker` and `MaxItems`. */
export function pageRequest({ Marker, MaxItems }: { Marker?: string; MaxItems?: number }): PageRequest {
  const after = Marker === undefined ? undefined : keyOfMarker(Marker)
  if (after === null) throw validationError('Invalid Marker.')
  return { after, limit: MaxItems ?? 100 }
}

/** How to go on after one of the store's pages. `IsTruncated` is always there, `Marker` only if there is more. */
export function more({ next }: { next: string | null }) {
  return next === null ? { IsTruncated: false } : { IsTruncated: true, Marker: markerAfter(next) }
}

/** The page of a short list that comes whole; the rows are given in the order of their keys. */
export function cutPage<Row>(all: readonly Row[], { after, limit }: PageRequest, keyOf: (row: Row) => string) {
  const rest = after === undefined ? all : all.filter((row) => keyOf(row) > after)
  const rows = rest.slice(0, limit)
  const last = rows.at(-1)
  return { rows, next: last !== undefined && rest.length > limit ? keyOf(last) : null }
}
