import type { CompiledPolicy } from './compile'
import { type CompiledStatement, named } from './compile-statement'
import { Condition, knowsVariables, readOperator } from './conditions'
import { actionPattern, matchesAction } from './match/action'
import { NAMED, type Named, namedBy, principalPattern } from './match/principal'
import { matchesResource, resourcePattern } from './match/resource'
import { variableTokens } from './match/variables'
import { type ConditionClause, type ParsedStatement, parseDocument, spanAt, type TextEntry } from './parse'
import type { Question } from './question'
import type { Context, Effect, PolicySource, Span } from './types'

/** One entry of an element, and whether it speaks of this request. */
export type EntryOutcome = {
  text: string
  span: Span
  matched: boolean
  /** Variables in the entry that the request gives no value. */
  unresolved: readonly string[]
}

/** An element of a statement. With a Not element, `matched` says that no entry matched. */
export type PartOutcome = {
  element: 'Principal' | 'NotPrincipal' | 'Action' | 'NotAction' | 'Resource' | 'NotResource'
  matched: boolean
  span: Span
  entries: readonly EntryOutcome[]
}

export type ConditionOutcome = {
  operator: string
  key: string
  span: Span
  policyValues: readonly string[]
  /** Null: the request does not have the key. */
  requestValue: string | readonly string[] | null
  matched: boolean
  unresolved: readonly string[]
}

export type StatementExplanation = {
  source: PolicySource
  index: number
  sid?: string
  effect: Effect
  span: Span
  matched: boolean
  /** Null where the kind of document has no principals, or where the statement lacks the element. */
  principal: PartOutcome | null
  action: PartOutcome | null
  resource: PartOutcome | null
  conditions: readonly ConditionOutcome[]
  /** How the statement names the caller; 0 is not at all. */
  named: Named
}

/** Looks at every statement of a document again, part by part, with its places in the text. */
export function explainPolicy(
  policy: CompiledPolicy,
  source: PolicySource,
  question: Question,
): StatementExplanation[] {
  if (!policy.valid) return []
  const document = parseDocument(policy.text)
  const reading: Reading = { policy, source, question, variables: document.version === '2012-10-17' }
  return document.statements.flatMap((statement, i) => {
    const compiled = policy.statements[i]
    return compiled ? [explainStatement(statement, compiled, reading)] : []
  })
}

type Reading = { policy: CompiledPolicy; source: PolicySource; question: Question; variables: boolean }

function explainStatement(
  parsed: ParsedStatement,
  compiled: CompiledStatement,
  reading: Reading,
): StatementExplanation {
  const { policy, source, question } = reading
  const how = named(compiled, question)
  const action = explainAction(parsed, reading)
  const resource = explainResource(parsed, reading)
  const conditions = (parsed.condition ?? []).map((clause) => explainCondition(clause, reading))
  const covers = policy.kind === 'trust' || resource?.matched === true
  const holds = conditions.every((outcome) => outcome.matched)
  return {
    source,
    index: parsed.index,
    ...(parsed.sid === undefined ? {} : { sid: parsed.sid }),
    effect: compiled.effect,
    span: spanAt(policy.text, parsed.node),
    matched: how !== NAMED.not && action?.matched === true && covers && holds,
    principal: compiled.principal ? explainPrincipal(parsed, how, reading) : null,
    action,
    resource,
    conditions,
    named: how,
  }
}

function explainPrincipal(
  { principal, notPrincipal }: ParsedStatement,
  how: Named,
  reading: Reading,
): PartOutcome | null {
  const { policy, question } = reading
  const element = principal ?? notPrincipal
  if (!element) return null
  const entries = element.entries.map((entry) =>
    outcome(entry, namedBy(principalPattern([entry]), question.principal) !== 0, reading),
  )
  const span = spanAt(policy.text, element.node)
  return { element: principal ? 'Principal' : 'NotPrincipal', matched: how !== NAMED.not, span, entries }
}

function explainAction({ action, notAction }: ParsedStatement, reading: Reading): PartOutcome | null {
  const list = action ?? notAction
  if (!list) return null
  const entries = list.entries.map((entry) =>
    outcome(entry, matchesAction(actionPattern(entry.text), reading.question.action), reading),
  )
  const span = spanAt(reading.policy.text, list.node)
  const some = entries.some((entry) => entry.matched)
  return { element: action ? 'Action' : 'NotAction', matched: some === (action !== undefined), span, entries }
}

function explainResource({ resource, notResource }: ParsedStatement, reading: Reading): PartOutcome | null {
  const { policy, question, variables } = reading
  const list = resource ?? notResource
  if (!list || policy.kind === 'trust') return null
  const shortened = policy.kind !== 'resource' && policy.kind !== 'rcp'
  const entries = list.entries.map((entry) => {
    const matched = matchesResource(resourcePattern(entry.text, variables, shortened), question)
    return outcome(entry, matched, reading, variables)
  })
  const span = spanAt(policy.text, list.node)
  const some = entries.some((entry) => entry.matched)
  return { element: resource ? 'Resource' : 'NotResource', matched: some === (resource !== undefined), span, entries }
}

function outcome({ text, node }: TextEntry, matched: boolean, reading: Reading, variables = false): EntryOutcome {
  const missing = variables ? unresolved(text, reading.question.context) : []
  return { text, span: spanAt(reading.policy.text, node), matched, unresolved: missing }
}

function explainCondition(clause: ConditionClause, { policy, question, variables }: Reading): ConditionOutcome {
  const { operator, key, keyMember } = clause
  const policyValues = clause.values.map((value) => value.text)
  const bound = variables && knowsVariables(readOperator(operator)?.base ?? '')
  return {
    operator,
    key,
    span: spanAt(policy.text, { start: keyMember.keyStart, end: keyMember.value.end }),
    policyValues,
    requestValue: question.context.get(key.toLowerCase()) ?? null,
    matched: new Condition({ operator, key, values: policyValues }, variables).holds(question.context),
    unresolved: bound ? policyValues.flatMap((text) => unresolved(text, question.context)) : [],
  }
}

function unresolved(text: string, context: Context): string[] {
  const names: string[] = []
  if (!text.includes('${')) return names
  for (const token of variableTokens(text, false)) {
    if (typeof token !== 'object' || token.fallback !== null) continue
    if (typeof context.get(token.key) !== 'string') names.push(token.name)
  }
  return names
}
