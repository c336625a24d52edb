import { type Glob, glob, matchGlob } from './glob'

/** An entry of an Action element, in lower case and cut at its colon. */
export type ActionPattern =
  | { kind: 'all' }
  | { kind: 'literal'; action: string }
  | { kind: 'service'; service: string }
  | { kind: 'glob'; service: string; name: Glob }
  | { kind: 'nothing' }

const isWild = (text: string): boolean => text.includes('*') || text.includes('?')

export function actionPattern(text: string): ActionPattern {
  if (text === '*') return { kind: 'all' }
  const pattern = text.toLowerCase()
  const colon = pattern.indexOf(':')
  if (colon < 0 || colon === pattern.length - 1) return { kind: 'nothing' }
  if (!isWild(pattern)) return { kind: 'literal', action: pattern }
  // A wildcard before the colon is refused when saved; here it is a plain character.
  const service = pattern.slice(0, colon)
  const name = pattern.slice(colon + 1)
  return name === '*' ? { kind: 'service', service } : { kind: 'glob', service, name: glob(name) }
}

export function serviceOf(action: string): string {
  const colon = action.indexOf(':')
  return colon < 0 ? '' : action.slice(0, colon)
}

/** `action` must be in lower case. */
export function matchesAction(pattern: ActionPattern, action: string): boolean {
  if (pattern.kind === 'all') return true
  if (pattern.kind === 'literal') return pattern.action === action
  const colon = action.indexOf(':')
  if (pattern.kind === 'nothing' || colon < 0) return false
  const service = action.slice(0, colon)
  return pattern.service === service && (pattern.kind === 'service' || matchGlob(pattern.name, action.slice(colon + 1)))
}

/** Does an entry of an Action element cover an action? Case never counts. */
export const matchAction = (pattern: string, action: string): boolean =>
  matchesAction(actionPattern(pattern), action.toLowerCase())
