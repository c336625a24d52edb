import type { Context } from '../types'
import { type Glob, type GlobToken, globOf, globTokens, STAR } from './glob'

/** `${key}` or `${key, 'text'}`; the key is in lower case, as context keys are. */
type Variable = { key: string; name: string; fallback: string | null }
export type Token = GlobToken | Variable

// The key excludes `$` and `{`, so a text full of `${` is still read in one pass.
const VARIABLE = /\$\{(\$|[^{}$,']+)(?:,\s*'([^']*)'\s*)?\}/y

export const hasVariable = (tokens: readonly Token[]): boolean => tokens.some((token) => typeof token === 'object')

/** Cuts a text at its variables and, where the operator knows wildcards, at `*` and `?`. */
export function variableTokens(text: string, wildcards: boolean): Token[] {
  const tokens: Token[] = []
  let from = 0
  for (let at = text.indexOf('${'); at >= 0; at = text.indexOf('${', Math.max(at + 2, from))) {
    VARIABLE.lastIndex = at
    const found = VARIABLE.exec(text)
    if (!found) continue
    addText(tokens, text.slice(from, at), wildcards)
    tokens.push(variableOf(found))
    from = VARIABLE.lastIndex
  }
  addText(tokens, text.slice(from), wildcards)
  return tokens
}

function variableOf([, name = '', fallback]: RegExpExecArray): Token {
  const key = name.trim()
  // AWS: ${*}, ${?} and ${$} stand for the characters themselves.
  if (key === '*' || key === '?' || key === '$') return key
  return { key: key.toLowerCase(), name: key, fallback: fallback ?? null }
}

function addText(tokens: Token[], text: string, wildcards: boolean): void {
  if (text === '') return
  if (!wildcards) tokens.push(text)
  else for (const token of globTokens(text)) if (token !== STAR || tokens.at(-1) !== STAR) tokens.push(token)
}

/** Puts the request's values in place, as literal text. Null where a variable has neither value nor default. */
export function bind(tokens: readonly Token[], context: Context): GlobToken[] | null {
  const bound: GlobToken[] = []
  for (const token of tokens) {
    if (typeof token !== 'object') {
      bound.push(token)
      continue
    }
    const value = context.get(token.key)
    // AWS: a multi-valued key cannot be used as a variable.
    const text = typeof value === 'string' ? value : token.fallback
    if (text === null) return null
    bound.push(text)
  }
  return bound
}

/** A glob that may wait for the request to be complete. */
export type LateGlob = { ready: Glob | null; tokens: readonly Token[] }

export const lateGlob = (tokens: readonly Token[]): LateGlob =>
  hasVariable(tokens) ? { ready: null, tokens } : { ready: globOf(tokens as readonly GlobToken[]), tokens: [] }

export function boundGlob({ ready, tokens }: LateGlob, context: Context): Glob | null {
  if (ready) return ready
  const bound = bind(tokens, context)
  return bound && globOf(bound)
}
