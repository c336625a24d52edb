import { firstWildcard, type Glob, glob, matchGlob } from './glob'

/** An entry of an Action element, in lower case and cut at its colon. */
export type ActionPattern =
  | { kind: 'all' }
  | { kind: 'literal'; action: string }
  | { kind: 'service'; service: string }
  /** `s3:get*`, by far the most frequent wildcard: the start of the whole action. */
  | { kind: 'prefix'; service: string; start: string }
  | { kind: 'glob'; service: string; name: Glob }
  | { kind: 'nothing' }

const ALL: ActionPattern = { kind: 'all' }
const NOTHING: ActionPattern = { kind: 'nothing' }

export function actionPattern(text: string): ActionPattern {
  if (text === '*') return ALL
  const pattern = text.toLowerCase()
  const colon = pattern.indexOf(':')
  const last = pattern.length - 1
  if (colon < 0 || colon === last) return NOTHING
  const wild = firstWildcard(pattern)
  if (wild < 0) return { kind: 'literal', action: pattern }
  // A wildcard before the colon is refused when saved; here it is a plain character.
  const service = pattern.slice(0, colon)
  if (wild < colon || wild < last || pattern.charCodeAt(last) !== 42) {
    return { kind: 'glob', service, name: glob(pattern.slice(colon + 1)) }
  }
  return wild === colon + 1 ? { kind: 'service', service } : { kind: 'prefix', service, start: pattern.slice(0, last) }
}

export function serviceOf(action: string): string {
  const colon = action.indexOf(':')
  return colon < 0 ? '' : action.slice(0, colon)
}

/** `action` must be in lower case. */
export function matchesAction(pattern: ActionPattern, action: string): boolean {
  switch (pattern.kind) {
    case 'all':
      return true
    case 'literal':
      return pattern.action === action
    case 'service':
      return serviceOf(action) === pattern.service
    case 'prefix':
      return action.startsWith(pattern.start)
    case 'glob':
      return serviceOf(action) === pattern.service && matchGlob(pattern.name, action.slice(pattern.service.length + 1))
    case 'nothing':
      return false
  }
}

/** Does an entry of an Action element cover an action? Case never counts. */
export const matchAction = (pattern: string, action: string): boolean =>
  matchesAction(actionPattern(pattern), action.toLowerCase())
