import type { ResourceIndex } from './compile-resources'
import type { PolicySet, Row } from './compile-set'
import { conditionsHold, named } from './compile-statement'
import { NAMED, type Named } from './match/principal'
import type { Question } from './question'

/** What one set of policies says to one question. */
export type Layer = {
  denies: readonly Row[]
  /** Empty where something denies: an allow could not help any more. */
  allows: readonly Row[]
  /** The strongest way in which an Allow statement names the caller. */
  allowed: Named
}

// INVARIANT: never written to; every list that is changed was made by the asking itself.
const NO_ROWS: Row[] = []
export const SILENT: Layer = { denies: NO_ROWS, allows: NO_ROWS, allowed: NAMED.not }

export function askLayer(set: PolicySet, question: Question): Layer {
  const { denies, allows } = set.candidates(question.action)
  question.nextAsking()
  const denying = matching(denies, question)
  if (denying.length > 0) {
    keepMatching(denying, question)
    if (denying.length > 0) return { denies: denying, allows: NO_ROWS, allowed: NAMED.not }
  }
  const allowing = matching(allows, question)
  if (allowing.length === 0) return SILENT
  const allowed = keepMatching(allowing, question)
  return { denies: NO_ROWS, allows: allowing, allowed }
}

/** The rows whose action and resource match, each one once, in no particular order. */
function matching(indexes: readonly ResourceIndex[], question: Question): Row[] {
  if (indexes.length === 0) return NO_ROWS
  const found: Row[] = []
  for (const index of indexes) index.matching(question, found)
  return found
}

/** Drops the rows whose principal or condition fails, puts the rest in order, and tells how they name the caller. */
function keepMatching(rows: Row[], question: Question): Named {
  let strongest: Named = NAMED.not
  let kept = 0
  for (const row of rows) {
    const how = named(row.statement, question)
    if (how === NAMED.not || !conditionsHold(row.statement, question)) continue
    if (how > strongest) strongest = how
    rows[kept++] = row
  }
  if (kept < rows.length) rows.length = kept
  if (kept > 1) rows.sort((a, b) => a.order - b.order)
  return strongest
}
