// How the second opinion reads patterns, variables and ARNs. See reference.ts.
import type { Context } from './types'

const ANY = 1
const MANY = 2
/** A pattern once its variables are filled in: plain characters, `?` and `*`. */
export type Pattern = (string | typeof ANY | typeof MANY)[]

/** Row by row: after each symbol, `reach[i]` says whether the pattern so far matches the first `i` characters. */
export function glob(pattern: Pattern, text: string): boolean {
  let reach = [true, ...Array<boolean>(text.length).fill(false)]
  for (const symbol of pattern) {
    const next = Array<boolean>(text.length + 1).fill(false)
    for (let i = 0; i <= text.length; i++) {
      if (symbol === MANY) next[i] = reach[i] === true || next[i - 1] === true
      else next[i] = reach[i - 1] === true && (symbol === ANY || symbol === text[i - 1])
    }
    reach = next
  }
  return reach[text.length] === true
}

export const literal = (text: string): Pattern => text.split('')
export const wild = (text: string): Pattern => literal(text).map((c) => (c === '*' ? MANY : c === '?' ? ANY : c))

/** Fills in `${...}`. Null when a variable has neither a value nor a default. */
export function bind(text: string, context: Context, plain: (text: string) => Pattern): Pattern | null {
  const start = text.indexOf('${')
  if (start < 0) return plain(text)
  const end = text.indexOf('}', start)
  const value = end < 0 ? undefined : variable(text.slice(start + 2, end), context)
  // What cannot be a variable is text, and a variable may begin right behind its first two characters.
  const next = value === undefined ? start + 2 : end + 1
  const rest = bind(text.slice(next), context, plain)
  if (rest === null || value === null) return null
  return value === undefined
    ? [...plain(text.slice(0, next)), ...rest]
    : [...plain(text.slice(0, start)), ...literal(value), ...rest]
}

/** Null for a variable without a value, undefined for what is no variable at all. */
function variable(body: string, context: Context): string | null | undefined {
  if (body === '*' || body === '?' || body === '$') return body
  const [, key, fallback] = /^([^{}$,']+)(?:, '([^']*)')?$/.exec(body) ?? []
  if (key === undefined) return undefined
  const value = context.get(key.toLowerCase())
  return typeof value === 'string' ? value : (fallback ?? null)
}

/** Six parts; the last one keeps its colons. */
export function arnParts(arn: Pattern): Pattern[] {
  const parts: Pattern[] = [[]]
  for (const symbol of arn) {
    if (symbol === ':' && parts.length < 6) parts.push([])
    else parts.at(-1)?.push(symbol)
  }
  return parts
}

export const textParts = (arn: string): string[] => arnParts(literal(arn)).map((part) => part.join(''))
export const isArn = (parts: readonly unknown[], text: string) => parts.length === 6 && text.startsWith('arn:')

export function halves(action: string): [service: string, name: string] {
  const colon = action.indexOf(':')
  return colon < 0 ? [action, ''] : [action.slice(0, colon), action.slice(colon + 1)]
}
