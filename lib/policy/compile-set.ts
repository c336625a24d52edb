import type { CompiledPolicy, CompiledStatement } from './compile'
import { ActionIndex } from './compile-actions'
import type { PolicySource } from './types'

/** A statement with its place in a layer. */
export type Row = {
  order: number
  source: PolicySource
  statement: CompiledStatement
  /** The last asking that found this row, see `Question.asking`. */
  foundBy: number
}

/** All statements of one layer, indexed by action and resource. Make it once and keep it: it never changes. */
export type PolicySet = {
  /** What it was made of, for `explain`. */
  entries: readonly Entry[]
  denies: ActionIndex
  allows: ActionIndex
}

export type Entry = { source: PolicySource; policy: CompiledPolicy }

/** Merges the documents of one layer (or of one SCP or RCP level) into a set. */
export function combine(entries: readonly Entry[]): PolicySet {
  const denies: Row[] = []
  const allows: Row[] = []
  for (const { source, policy } of entries) {
    for (const statement of policy.statements) {
      const rows = statement.effect === 'Deny' ? denies : allows
      rows.push({ order: denies.length + allows.length, source, statement, foundBy: 0 })
    }
  }
  return { entries, denies: new ActionIndex(denies), allows: new ActionIndex(allows) }
}

/** A layer without a single statement. */
export const emptySet: PolicySet = combine([])
