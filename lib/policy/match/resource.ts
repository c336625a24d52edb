import type { Question } from '../question'
import { fifthColon, matchParts } from './arn'
import { firstWildcard, type Glob, glob, globTokens, matchGlob } from './glob'
import { boundGlob, type LateGlob, lateGlob, type Token, variableTokens } from './variables'

/** An entry of a Resource element, in the cheapest form that is still exact. */
export type ResourcePattern =
  | { kind: 'all' }
  | { kind: 'literal'; text: string }
  /** Only a star at its very end. No wildcard before the fifth colon, here and in the next two: then matching the
   * whole text is the same as matching part by part. */
  | { kind: 'prefix'; head: string }
  | { kind: 'whole'; head: string; glob: Glob }
  /** As `whole`, with variables that wait for the request. */
  | { kind: 'late'; head: string; tokens: readonly Token[] }
  | { kind: 'parts'; parts: readonly Glob[]; rest: LateGlob }
  | { kind: 'nothing' }

const ALL: ResourcePattern = { kind: 'all' }
const NOTHING: ResourcePattern = { kind: 'nothing' }
const ANYTHING = glob('*')

/** `variables`: does the document's version know them? `shortened`: may an ARN end before its sixth part? */
export function resourcePattern(text: string, variables: boolean, shortened: boolean): ResourcePattern {
  if (text === '*') return ALL
  if (!text.startsWith('arn:')) return NOTHING
  const fifth = fifthColon(text)
  if (fifth < 0) return shortened ? incomplete(text) : NOTHING
  const wild = firstWildcard(text)
  const late = variables && text.includes('${', fifth)
  if (!late && wild < 0) return { kind: 'literal', text }
  if (!late && wild === text.length - 1 && text.charCodeAt(wild) === 42) {
    return { kind: 'prefix', head: text.slice(0, wild) }
  }
  const end = text.slice(fifth + 1)
  const rest: Token[] = late ? variableTokens(end, true) : globTokens(end)
  if (wild >= 0 && wild < fifth) return { kind: 'parts', parts: partsOf(text.slice(0, fifth)), rest: lateGlob(rest) }
  return wholePattern(text.slice(0, fifth + 1), rest)
}

function wholePattern(early: string, rest: readonly Token[]): ResourcePattern {
  const tokens: Token[] = [early, ...rest]
  const head = typeof rest[0] === 'string' ? early + rest[0] : early
  const { ready } = lateGlob(tokens)
  if (!ready) return { kind: 'late', head, tokens }
  return ready.exact === null ? { kind: 'whole', head, glob: ready } : { kind: 'literal', text: ready.exact }
}

const partsOf = (text: string): Glob[] => text.split(':').map(glob)

/** AWS: what an incomplete ARN in an identity policy leaves out counts as `*`. */
function incomplete(text: string): ResourcePattern {
  const parts = partsOf(text)
  while (parts.length < 5) parts.push(ANYTHING)
  return { kind: 'parts', parts, rest: { ready: ANYTHING, tokens: [] } }
}

export function matchesResource(pattern: ResourcePattern, question: Question): boolean {
  const { resource } = question
  switch (pattern.kind) {
    case 'all':
      return true
    case 'literal':
      return pattern.text === resource
    case 'prefix':
      return resource.startsWith(pattern.head)
    case 'whole':
      return matchGlob(pattern.glob, resource)
    case 'late':
      return resource.startsWith(pattern.head) && matchesLate(pattern.tokens, question)
    case 'parts':
      return matchesParts(pattern.parts, pattern.rest, question)
    case 'nothing':
      return false
  }
}

function matchesLate(tokens: readonly Token[], { resource, context }: Question): boolean {
  const whole = boundGlob({ ready: null, tokens }, context)
  return whole !== null && matchGlob(whole, resource)
}

function matchesParts(parts: readonly Glob[], rest: LateGlob, question: Question): boolean {
  const arn = question.arn()
  if (!arn || !matchParts(parts, arn)) return false
  const last = boundGlob(rest, question.context)
  return last !== null && matchGlob(last, arn[5] ?? '')
}
