import { ResourceIndex } from './compile-resources'
import type { Row } from './compile-set'
import { type ActionPattern, matchesAction, serviceOf } from './match/action'
import type { Question } from './question'

/** Receives each row whose action and resource match; principal and condition are still to be asked. */
type Rows = Row[]
type Wild = { pattern: ActionPattern; row: Row }

/** Answers are kept for this many actions; a caller who asks for made-up names cannot fill the memory. */
const MAX_ANSWERS = 2_048
/** The same in rows, for sets in which every action has many candidates. */
const MAX_ROWS = 200_000

/** From an action to the statements that may be about it, with one look-up for an action seen before. */
export class ActionIndex {
  readonly isEmpty: boolean
  private readonly literal = new Map<string, Rows>()
  private readonly wholeService = new Map<string, Rows>()
  private readonly wild = new Map<string, Wild[]>()
  private readonly except: Rows = []
  private readonly always: Rows = []
  /** Indexes shared by many actions: `*` under the empty name, `s3:*` under `s3`. */
  private readonly shared = new Map<string, ResourceIndex>()
  private answers = new Map<string, readonly ResourceIndex[]>()
  private rowsInAnswers = 0

  constructor(rows: readonly Row[]) {
    this.isEmpty = rows.length === 0
    for (const row of rows) this.add(row)
  }

  /** Appends every row whose action and resource match the question, each one once, in no particular order. */
  matching(question: Question, found: Row[]): void {
    if (this.isEmpty) return
    const answer = this.answers.get(question.action) ?? this.answer(question.action)
    for (const index of answer) index.matching(question, found)
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

  private answer(action: string): readonly ResourceIndex[] {
    const service = serviceOf(action)
    const own = this.ownRows(action, service)
    const answer: ResourceIndex[] = []
    if (this.always.length > 0) answer.push(this.sharedIndex('', this.always))
    const ofService = this.wholeService.get(service)
    if (ofService) answer.push(this.sharedIndex(service, ofService))
    if (own.length > 0) answer.push(new ResourceIndex(own))
    this.keep(action, answer, own.length)
    return answer
  }

  private ownRows(action: string, service: string): Rows {
    const own = new Set(this.literal.get(action))
    for (const { pattern, row } of this.wild.get(service) ?? []) if (matchesAction(pattern, action)) own.add(row)
    for (const row of this.except) {
      if (!row.statement.actions.some((pattern) => matchesAction(pattern, action))) own.add(row)
    }
    return [...own]
  }

  private sharedIndex(name: string, rows: Rows): ResourceIndex {
    let index = this.shared.get(name)
    if (!index) {
      index = new ResourceIndex(rows)
      this.shared.set(name, index)
    }
    return index
  }

  private keep(action: string, answer: readonly ResourceIndex[], rows: number): void {
    if (this.answers.size >= MAX_ANSWERS || this.rowsInAnswers + rows > MAX_ROWS) {
      this.answers = new Map()
      this.rowsInAnswers = 0
    }
    this.rowsInAnswers += rows
    this.answers.set(action, answer)
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
function pushOnce(rows: Rows, row: Row): void {
  if (rows[rows.length - 1] !== row) rows.push(row)
}
