import { applyEdits, format, type JSONPath, modify, type ParseError, parse } from 'jsonc-parser'

const style = { insertSpaces: true, tabSize: 2, eol: '\n' }

/** The text indented by two; what a person wrote on one line stays on one line. Broken JSON comes back untouched. */
export function tidy(text: string): string {
  if (!isWhole(text)) return text
  return `${applyEdits(text, format(text, undefined, style)).trim()}\n`.replace(/\n+$/, '')
}

const newStatement = (sid: string) => ({ Sid: sid, Effect: 'Allow', Action: [], Resource: [] })

/** The text with one more, empty statement at its end; null where the text is no policy that could take one. */
export function withNewStatement(text: string): string | null {
  if (!isWhole(text)) return null
  const document: unknown = text.trim() ? parse(text) : { Version: '2012-10-17', Statement: [] }
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return null
  const base = text.trim() ? text : JSON.stringify(document, null, 2)
  const existing = 'Statement' in document ? document.Statement : []
  const list = Array.isArray(existing) ? existing : [existing]
  const added = newStatement(`Statement${list.length + 1}`)
  const insert = (path: JSONPath, value: unknown, isArrayInsertion: boolean) =>
    applyEdits(base, modify(base, path, value, { formattingOptions: style, isArrayInsertion }))
  if (Array.isArray(existing) && 'Statement' in document) return insert(['Statement', list.length], added, true)
  return insert(['Statement'], [...list, added], false)
}

function isWhole(text: string): boolean {
  const errors: ParseError[] = []
  if (text.trim()) parse(text, errors)
  return errors.length === 0
}
