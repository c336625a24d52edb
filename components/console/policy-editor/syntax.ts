import { parseDocument, spanAt } from '@/lib/policy/parse'
import type { Finding } from '@/lib/policy/types'

/** Whether a text is JSON at all: what is left to say where the checks of a policy are refused. */
export function syntaxFindings(text: string): Finding[] {
  const { fault } = parseDocument(text)
  if (!fault) return []
  const { offset, length, message } = fault
  const span = spanAt(text, { start: offset, end: offset + length })
  return [{ type: 'ERROR', code: 'JSON_SYNTAX_ERROR', message, advice: '', path: [], span }]
}

export { documentSize } from '@/lib/policy/validate/size'
