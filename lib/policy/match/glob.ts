/**
 * Wildcard patterns, without regular expressions: a pattern is cut at its stars into segments, the first and the last
 * are pinned to the ends of the text and the others are searched from left to right. Greedy is enough, so time stays
 * linear in the number of stars.
 */

import { findLong } from './glob-long'

/** Characters of a segment times characters to search, above which even `indexOf` could be made to take seconds. */
const LONG = 4_000_000

export const STAR = -1
const ANY = -2
/** A piece of literal text, or a wildcard. A literal may hold `*` and `?` as plain characters. */
export type GlobToken = string | typeof STAR | typeof ANY

export type Glob = {
  /** The whole text where the pattern has no wildcard. */
  exact: string | null
  segments: readonly Segment[]
  /** No shorter text can match. */
  minimum: number
}

/** What stands between two stars: literal pieces at fixed offsets, with one-character holes between them. */
export type Segment = { length: number; pieces: string[]; offsets: number[] }

/** Where the first wildcard of a text stands; -1 for none. */
export function firstWildcard(text: string): number {
  const star = text.indexOf('*')
  const any = text.indexOf('?')
  return star < 0 ? any : any < 0 ? star : Math.min(star, any)
}

/** Cuts a pattern text at its wildcards; neighbouring stars are one star. */
export function globTokens(pattern: string): GlobToken[] {
  const tokens: GlobToken[] = []
  let from = 0
  for (let i = 0; i < pattern.length; i++) {
    const code = pattern.charCodeAt(i)
    if (code !== 42 && code !== 63) continue
    if (from < i) tokens.push(pattern.slice(from, i))
    if (code === 63) tokens.push(ANY)
    else if (tokens.at(-1) !== STAR) tokens.push(STAR)
    from = i + 1
  }
  if (from < pattern.length) tokens.push(pattern.slice(from))
  return tokens
}

export function globOf(tokens: readonly GlobToken[]): Glob {
  let segment: Segment = { length: 0, pieces: [], offsets: [] }
  const segments = [segment]
  let minimum = 0
  for (const token of tokens) {
    if (token === STAR) {
      segment = { length: 0, pieces: [], offsets: [] }
      segments.push(segment)
    } else if (token === ANY) {
      segment.length++
      minimum++
    } else {
      append(segment, token)
      minimum += token.length
    }
  }
  return { exact: exactText(segments), segments, minimum }
}

export const glob = (pattern: string): Glob => globOf(globTokens(pattern))

function append(segment: Segment, text: string): void {
  const { pieces, offsets, length } = segment
  const last = pieces.length - 1
  const before = pieces[last]
  if (before === undefined) {
    // Most segments are one piece: a list that is made for one takes a fraction of the room of one that grew.
    segment.pieces = text === '' ? pieces : [text]
    segment.offsets = text === '' ? offsets : [length]
  } else if ((offsets[last] ?? 0) + before.length === length) {
    pieces[last] = before + text
  } else if (text !== '') {
    pieces.push(text)
    offsets.push(length)
  }
  segment.length += text.length
}

function exactText(segments: readonly Segment[]): string | null {
  const only = segments[0]
  if (segments.length !== 1 || !only) return null
  if (only.length === 0) return ''
  return only.pieces[0]?.length === only.length ? only.pieces[0] : null
}

/** Does the pattern cover the whole text? */
export function matchGlob({ exact, segments, minimum }: Glob, text: string): boolean {
  if (exact !== null) return exact === text
  if (text.length < minimum) return false
  const first = segments[0]
  const last = segments[segments.length - 1]
  if (!first || !last || !standsAt(first, text, 0)) return false
  if (segments.length === 1) return text.length === minimum
  const end = text.length - last.length
  if (!standsAt(last, text, end)) return false
  let from = first.length
  for (let i = 1; i < segments.length - 1; i++) {
    const segment = segments[i]
    if (!segment) return false
    from = find(segment, text, from, end)
    if (from < 0) return false
    from += segment.length
  }
  return true
}

function standsAt({ pieces, offsets }: Segment, text: string, at: number): boolean {
  for (let i = 0; i < pieces.length; i++) {
    if (!text.startsWith(pieces[i] ?? '', at + (offsets[i] ?? 0))) return false
  }
  return true
}

/** The first place from `from` on where the segment stands and ends before `end`; -1 for none. */
function find(segment: Segment, text: string, from: number, end: number): number {
  if (segment.length * (end - from) > LONG) return findLong(segment, text, from, end)
  const piece = segment.pieces[0]
  if (piece === undefined) return from + segment.length <= end ? from : -1
  const offset = segment.offsets[0] ?? 0
  for (let at = from; at + segment.length <= end; at++) {
    at = text.indexOf(piece, at + offset) - offset
    if (at < from || at + segment.length > end) return -1
    if (segment.pieces.length === 1 || standsAt(segment, text, at)) return at
  }
  return -1
}
