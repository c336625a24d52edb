// Ways to rewrite documents that must leave every decision as it is.
import fc, { type Arbitrary } from 'fast-check'
import type { Documents } from '../reference'

type Json = unknown

/** Every list and every object in another order; a document means the same whatever the order of its parts. */
const shuffledJson = (value: Json): Arbitrary<Json> => {
  if (Array.isArray(value)) {
    return fc.tuple(...value.map(shuffledJson)).chain((items) => shuffled(items))
  }
  if (value === null || typeof value !== 'object') return fc.constant(value)
  const entries = Object.entries(value).map(([key, inner]) => fc.tuple(fc.constant(key), shuffledJson(inner)))
  return fc.tuple(...entries).chain((pairs) => shuffled(pairs).map((order) => Object.fromEntries(order)))
}

const shuffled = <T>(items: readonly T[]): Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length })

const shuffledText = (text: string): Arbitrary<string> =>
  shuffledJson(JSON.parse(text)).map((document) => JSON.stringify(document))
const shuffledLayer = (texts: readonly string[]): Arbitrary<string[]> =>
  fc.tuple(...texts.map(shuffledText)).chain((documents) => shuffled(documents))

/** The same documents with everything shuffled that has no order. SCP and RCP levels keep theirs, for the reports. */
export function shuffledDocuments(documents: Documents): Arbitrary<Documents> {
  const { identity, boundary, session, resource, trust, scps, rcps } = documents
  const levels = (list: readonly (readonly string[])[]) => fc.tuple(...list.map(shuffledLayer))
  return fc.record({
    identity: shuffledLayer(identity),
    ...(boundary && { boundary: shuffledLayer(boundary) }),
    ...(session && { session: shuffledLayer(session) }),
    ...(resource !== undefined && { resource: shuffledText(resource) }),
    ...(trust !== undefined && { trust: shuffledText(trust) }),
    ...(scps && { scps: levels(scps) }),
    ...(rcps && { rcps: levels(rcps) }),
  })
}

/** Applies a change to the text of every document. */
export function mapDocuments(documents: Documents, change: (text: string) => string): Documents {
  const { identity, boundary, session, resource, trust, scps, rcps } = documents
  const layer = (texts: readonly string[]) => texts.map(change)
  return {
    identity: layer(identity),
    ...(boundary && { boundary: layer(boundary) }),
    ...(session && { session: layer(session) }),
    ...(resource !== undefined && { resource: change(resource) }),
    ...(trust !== undefined && { trust: change(trust) }),
    ...(scps && { scps: scps.map(layer) }),
    ...(rcps && { rcps: rcps.map(layer) }),
  }
}
