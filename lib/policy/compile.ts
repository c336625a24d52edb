import { CompiledStatement } from './compile-statement'
import { parseDocument, plainOf, readPlain } from './parse'
import type { PolicyKind } from './types'

/** A document made ready for decisions. */
export type CompiledPolicy = {
  kind: PolicyKind
  /** Kept for `explain`, which reads it again. */
  text: string
  /** False for what is no policy document at all; such a document has no statements, so it grants nothing. */
  valid: boolean
  statements: readonly CompiledStatement[]
}

const VERSIONS = ['2012-10-17', '2008-10-17']

/** Reads a document of any content; never throws. */
export function compile(text: string, kind: PolicyKind): CompiledPolicy {
  const document = readPlain(text) ?? plainOf(parseDocument(text))
  if (!document || (document.version !== undefined && !VERSIONS.includes(document.version))) {
    return { kind, text, valid: false, statements: [] }
  }
  const variables = document.version === '2012-10-17'
  const statements = document.statements.map((plain, index) => new CompiledStatement(plain, index, kind, variables))
  return { kind, text, valid: true, statements }
}
