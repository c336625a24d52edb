import { ResourceIndex } from './compile-resources'
import type { Row } from './compile-set'
import { type ActionPattern, matchesAction, serviceOf } from './match/action'

type Wild = { pattern: ActionPattern; row: Row }

/** From an action to the statements that may be about it. */
export class ActionIndex {
  private readonly literal = new Map<string, Row[]>()
  private readonly wholeService = new Map<string, Row[]>()
  private readonly wild = new Map<string, Wild[]>()
  private readonly except: Row[] = []
  private readonly always: Row[] = []
  /** Indexes shared by many actions: `*` under the empty name, `s3:*` under `s3`. */
  private readonly shared = new Map<string, ResourceIndex>()

  constructor(rows: readonly Row[]) {
    for (const row of rows) this.add(row)
  }

  /** All rows about an action, indexed by resource; `own` counts those that it shares with no other action. */
  candidates(action: string): { indexes: readonly ResourceIndex[]; own: number } {
    const service = serviceOf(action)
    const own = this.ownRows(action, service)
    const indexes: ResourceIndex[] = []
    if (this.always.length > 0) indexes.push(this.sharedIndex('', this.always))
    const ofService = this.wholeService.get(service)
    if (ofService) indexes.push(this.sharedIndex(service, ofService))
    if (own.length > 0) indexes.push(new ResourceIndex(own))
    return { indexes, own: own.length }
  }

  private add(row: Row): void {
    const { actions, exceptActions } = row.statement
    if (exceptActions) {
      this.except.push(row)
      return
    }
    for (const pattern of actions) {
      if (pattern.kind === 'all') pushOnce(this.always, row)
      else if (pattern.kind === 'literal') pushOnce(listAt(this.literal, pattern.action), row)
      else if (pattern.kind === 'service') pushOnce(listAt(this.wholeService, pattern.service), row)
      else if (pattern.kind !== 'nothing') listAt(this.wild, pattern.service).push({ pattern, row })
    }
  }

  private ownRows(action: string, service: string): Row[] {
    const own = new Set(this.literal.get(action))
    for (const { pattern, row } of this.wild.get(service) ?? []) if (matchesAction(pattern, action)) own.add(row)
    for (const row of this.except) {
      if (!row.statement.actions.some((pattern) => matchesAction(pattern, action))) own.add(row)
    }
    return [...own]
  }

  private sharedIndex(name: string, rows: Row[]): ResourceIndex {
    let index = this.shared.get(name)
    if (!index) {
      index = new ResourceIndex(rows)
      this.shared.set(name, index)
    }
    return index
  }
}

function listAt<T>(map: Map<string, T[]>, key: string): T[] {
  let list = map.get(key)
  if (!list) {
    list = []
    map.set(key, list)
  }
  return list
}

/** A statement names its patterns one after the other, so a look at the last row is enough. */
function pushOnce(rows: Row[], row: Row): void {
  if (rows[rows.length - 1] !== row) rows.push(row)
}
