/**
 * The policy engine: pure, without clock or I/O, the same on the server and in the browser.
 *
 *     const set = combine([{ source: { id: 'ReadReports' }, policy: compile(text, 'identity') }])
 *     const decision = decide(request, { identity: set })
 *
 * `compile` and `combine` are worth caching; `decide` is made to be asked thousands of times a second. The first questions
 * to a new document take a little longer: patterns that nobody asks about are never prepared.
 */
export { type CompiledPolicy, compile } from './compile'
export { combine, type Entry, emptySet, type PolicySet } from './compile-set'
export { contextKeys } from './context-keys'
export { decide, type Policies } from './decide'
export { type Explanation, explain, type LayerExplanation } from './explain'
export type { Missing } from './explain-missing'
export type { ConditionOutcome, EntryOutcome, PartOutcome, StatementExplanation } from './explain-statement'
export { matchAction } from './match/action'
export { matchArn } from './match/arn'
export type * from './types'
export { documentSize, type SaveError, saveError, validate } from './validate'
