import type { FindingType } from '../../types'
import { errors } from './errors'
import { hints, securityWarnings, suggestions, warnings } from './warnings'

export type Code =
  | keyof typeof errors
  | keyof typeof securityWarnings
  | keyof typeof warnings
  | keyof typeof suggestions
  | keyof typeof hints

type Entry = { type: FindingType; message: string; advice: string }

function entries(type: FindingType, texts: Readonly<Record<string, readonly [string, string]>>): [string, Entry][] {
  return Object.entries(texts).map(([code, [message, advice]]) => [code, { type, message, advice }])
}

/** Every code that `validate` can report. */
export const codes = Object.fromEntries([
  ...entries('ERROR', errors),
  ...entries('SECURITY_WARNING', securityWarnings),
  ...entries('WARNING', warnings),
  ...entries('SUGGESTION', suggestions),
  ...entries('HINT', hints),
]) as Readonly<Record<Code, Entry>>
