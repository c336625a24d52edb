import type { CompiledPolicy } from './compile'
import { ActionIndex } from './compile-actions'
import type { ResourceIndex } from './compile-resources'
import type { CompiledStatement } from './compile-statement'
import type { PolicySource } from './types'

/** A statement with its place in a layer. */
export type Row = {
  order: number
  source: PolicySource
  statement: CompiledStatement
  /** The last asking that found this row, see `Question.asking`. */
  foundBy: number
}

export type Entry = { source: PolicySource; policy: CompiledPolicy }

/** Where the statements about one action are found. */
export type Candidates = { denies: readonly ResourceIndex[]; allows: readonly ResourceIndex[] }

/** Answers are kept for this many actions; a caller who asks for made-up names cannot fill the memory. */
const MAX_ACTIONS = 2_048
/** The same in rows, for sets in which every action has many candidates. */
const MAX_ROWS = 200_000

/** All statements of one layer, indexed by action and resource. Make it once and keep it. */
export class PolicySet {
  private readonly denies: ActionIndex
  private readonly allows: ActionIndex
  private byAction = new Map<string, Candidates>()
  private keptRows = 0
  /** How many statements there are. */
  readonly size: number

  /** `entries`: what it was made of, for `explain`. */
  constructor(readonly entries: readonly Entry[]) {
    const denies: Row[] = []
    const allows: Row[] = []
    for (const { source, policy } of entries) {
      for (const statement of policy.statements) {
        const rows = statement.effect === 'Deny' ? denies : allows
        rows.push({ order: denies.length + allows.length, source, statement, foundBy: 0 })
      }
    }
    this.denies = new ActionIndex(denies)
    this.allows = new ActionIndex(allows)
    this.size = denies.length + allows.length
  }

  /** Not a single statement: nothing in it, or nothing valid. */
  get isEmpty(): boolean {
    return this.size === 0
  }

  /** `action` must be in lower case. */
  candidates(action: string): Candidates {
    return this.byAction.get(action) ?? this.find(action)
  }

  private find(action: string): Candidates {
    const denies = this.denies.candidates(action)
    const allows = this.allows.candidates(action)
    const rows = denies.own + allows.own
    if (this.byAction.size >= MAX_ACTIONS || this.keptRows + rows > MAX_ROWS) {
      this.byAction = new Map()
      this.keptRows = 0
    }
    const found = { denies: denies.indexes, allows: allows.indexes }
    this.keptRows += rows
    this.byAction.set(action, found)
    return found
  }
}

/** Merges the documents of one layer (or of one SCP or RCP level) into a set. */
export const combine = (entries: readonly Entry[]): PolicySet => new PolicySet(entries)

/** A layer without a single statement. */
export const emptySet: PolicySet = combine([])
