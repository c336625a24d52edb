import { conditionsHold, named } from './compile'
import type { PolicySet, Row } from './compile-set'
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

const NO_ROWS: readonly Row[] = []
export const SILENT: Layer = { denies: NO_ROWS, allows: NO_ROWS, allowed: NAMED.not }

export function askLayer({ denies, allows }: PolicySet, question: Question): Layer {
  question.nextAsking()
  const denying: Row[] = []
  denies.matching(question, denying)
  if (denying.length > 0 && keepMatching(denying, question) !== NAMED.not) {
    return { denies: denying, allows: NO_ROWS, allowed: NAMED.not }
  }
  const allowing: Row[] = []
  allows.matching(question, allowing)
  if (allowing.length === 0) return SILENT
  return { denies: NO_ROWS, allows: allowing, allowed: keepMatching(allowing, question) }
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
  rows.length = kept
  if (kept > 1) rows.sort((a, b) => a.order - b.order)
  return strongest
}
