import type { Question } from '../question'
import { fifthColon, matchParts } from './arn'
import { type Glob, glob, globTokens, matchGlob } from './glob'
import { boundGlob, type LateGlob, lateGlob, type Token, variableTokens } from './variables'

/** An entry of a Resource element, in the cheapest form that is still exact. */
export type ResourcePattern =
  | { kind: 'all' }
  | { kind: 'literal'; text: string }
  /** No wildcard before the fifth colon: matching the whole text then is the same as matching part by part. */
  | { kind: 'whole'; head: string; glob: Glob }
  /** As `whole`, with variables that wait for the request. */
  | { kind: 'late'; head: string; tokens: readonly Token[] }
  | { kind: 'parts'; parts: readonly Glob[]; rest: LateGlob }
  | { kind: 'nothing' }

const ANYTHING = glob('*')

/** `variables`: does the document's version know them? `shortened`: may an ARN end before its sixth part? */
export function resourcePattern(text: string, variables: boolean, shortened: boolean): ResourcePattern {
  if (text === '*') return { kind: 'all' }
  if (!text.startsWith('arn:')) return { kind: 'nothing' }
  const fifth = fifthColon(text)
  if (fifth < 0) return shortened ? incomplete(text) : { kind: 'nothing' }
  const wild = firstWildcard(text)
  const late = variables && text.includes('${', fifth)
  if (wild < 0 && !late) return { kind: 'literal', text }
  const early = text.slice(0, fifth + 1)
  const rest: Token[] = late ? variableTokens(text.slice(fifth + 1), true) : globTokens(text.slice(fifth + 1))
  if (wild >= 0 && wild < fifth) return { kind: 'parts', parts: partsOf(text.slice(0, fifth)), rest: lateGlob(rest) }
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

function firstWildcard(text: string): number {
  const star = text.indexOf('*')
  const any = text.indexOf('?')
  return star < 0 ? any : any < 0 ? star : Math.min(star, any)
}

export function matchesResource(pattern: ResourcePattern, question: Question): boolean {
  const { resource } = question
  switch (pattern.kind) {
    case 'all':
      return true
    case 'literal':
      return pattern.text === resource
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
