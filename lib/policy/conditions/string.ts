import { globTokens, matchGlob } from '../match/glob'
import { bind, boundGlob, hasVariable, lateGlob, type Token, variableTokens } from '../match/variables'
import type { Context } from '../types'
import type { Family, ValueTest } from './value-test'

const same = (text: string): string => text
const lower = (text: string): string => text.toLowerCase()

export const stringEquals = equality(same)
export const stringEqualsIgnoreCase = equality(lower)

function equality(fold: (text: string) => string): Family {
  return (written, variables) => {
    const plain: string[] = []
    const late: (readonly Token[])[] = []
    for (const text of written) {
      if (!variables || !text.includes('${')) {
        plain.push(fold(text))
        continue
      }
      const tokens = variableTokens(text, false)
      if (hasVariable(tokens)) late.push(tokens)
      else plain.push(fold(tokens.join('')))
    }
    const isPlain = membership(plain)
    if (late.length === 0) return (value) => isPlain(fold(value))
    return (value, context) =>
      isPlain(fold(value)) || late.some((tokens) => foldBound(tokens, context, fold) === fold(value))
  }
}

/** Null, which equals no value, where a variable has none. */
function foldBound(tokens: readonly Token[], context: Context, fold: (text: string) => string): string | null {
  const bound = bind(tokens, context)
  return bound && fold(bound.join(''))
}

function membership(values: readonly string[]): (value: string) => boolean {
  const [only] = values
  if (values.length === 1) return (value) => value === only
  if (values.length <= 4) return (value) => values.includes(value)
  const set = new Set(values)
  return (value) => set.has(value)
}

export const stringLike: Family = (written, variables): ValueTest => {
  const globs = written.map((text) => lateGlob(variables ? variableTokens(text, true) : globTokens(text)))
  return (value, context) => {
    for (const late of globs) {
      const glob = boundGlob(late, context)
      if (glob && matchGlob(glob, value)) return true
    }
    return false
  }
}
