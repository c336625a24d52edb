import { arnGlobs, matchParts, splitArn } from '../match/arn'
import { type Glob, type GlobToken, globTokens } from '../match/glob'
import { bind, hasVariable, variableTokens } from '../match/variables'
import type { Context } from '../types'
import type { Family } from './value-test'

type ArnPattern = (context: Context) => readonly Glob[] | null

/** ArnEquals and ArnLike are the same: wildcards in both, part by part. What is not an ARN matches nothing. */
export const arnLike: Family = (written, variables) => {
  const patterns = written.map((text) => arnPattern(text, variables))
  return (value, context) => {
    const parts = splitArn(value)
    if (parts?.[0] !== 'arn') return false
    for (const pattern of patterns) {
      const globs = pattern(context)
      if (globs && matchParts(globs, parts)) return true
    }
    return false
  }
}

/** A variable's value may hold colons, so the pattern is cut into parts after the values are in place. */
function arnPattern(text: string, variables: boolean): ArnPattern {
  const tokens = variables ? variableTokens(text, true) : globTokens(text)
  if (hasVariable(tokens)) {
    return (context) => {
      const bound = bind(tokens, context)
      return bound && partsOf(bound)
    }
  }
  const ready = partsOf(tokens as readonly GlobToken[])
  return () => ready
}

function partsOf(tokens: readonly GlobToken[]): readonly Glob[] | null {
  const globs = arnGlobs(tokens)
  return globs?.[0]?.exact === 'arn' ? globs : null
}
