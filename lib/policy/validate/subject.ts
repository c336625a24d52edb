import type { Catalogue } from '@/lib/aws/catalogue/catalogue'
import type { JsonMember, JsonNode, JsonObject, ParsedDocument, Range } from '../parse'
import type { PolicyKind } from '../types'
import { Budget } from './patterns'
import { type Path, type Place, Report } from './report'

/** One document under examination. Every check gets it and writes into its report. */
export type Subject = {
  text: string
  kind: PolicyKind
  document: ParsedDocument
  statements: readonly StatementView[]
  catalogue: Catalogue | null
  report: Report
  /** Work left for comparing patterns with each other; such checks stop silently when it is used up. */
  budget: Budget
}

/** A statement's elements by name, the way the checks want them: an entry knows its own place. */
export type StatementView = {
  node: JsonObject
  path: Path
  effect: 'Allow' | 'Deny' | null
  members: ReadonlyMap<string, JsonMember>
  actions: ElementView | null
  resources: ElementView | null
  principals: PrincipalView | null
  conditions: readonly ConditionView[]
}

export type Entry = Place & { text: string }
/** `Action` or `NotAction`, `Resource` or `NotResource`. */
export type ElementView = Place & { name: string; isNegated: boolean; entries: readonly Entry[] }
export type PrincipalView = Place & { isNegated: boolean; entries: readonly (Entry & { type: string })[] }
export type ConditionView = {
  operator: string
  operatorPlace: Place
  key: string
  keyPlace: Place
  /** Null where the value is not a list: what one writes in brackets may be empty. */
  list: Place | null
  values: readonly (Entry & { type: string })[]
}

export function subjectOf(document: ParsedDocument, kind: PolicyKind, catalogue: Catalogue | null): Subject {
  const statements = statementNodes(document.root).flatMap(({ node, path }) =>
    node.type === 'object' ? [viewOf(node, path)] : [],
  )
  return { text: document.text, kind, document, statements, catalogue, report: new Report(), budget: new Budget() }
}

export function memberNamed(node: JsonNode | null, name: string): JsonMember | null {
  return (node?.type === 'object' && node.members.find((member) => member.key === name)) || null
}

export const keyRange = (member: JsonMember): Range => ({ start: member.keyStart, end: member.keyEnd })

/** The node itself, or the items of a list, each with its path. */
export function itemsAt(node: JsonNode, path: Path): { node: JsonNode; path: Path }[] {
  if (node.type !== 'array') return [{ node, path }]
  return node.items.map((item, index) => ({ node: item, path: [...path, index] }))
}

export function statementNodes(root: JsonNode | null): { node: JsonNode; path: Path }[] {
  const member = memberNamed(root, 'Statement')
  return member ? itemsAt(member.value, ['Statement']) : []
}

function viewOf(node: JsonObject, path: Path): StatementView {
  const members = new Map(node.members.map((member) => [member.key, member]))
  const written = members.get('Effect')?.value
  const effect = written?.type === 'string' ? written.value : null
  return {
    node,
    path,
    effect: effect === 'Allow' || effect === 'Deny' ? effect : null,
    members,
    actions: elementOf(members, path, 'Action'),
    resources: elementOf(members, path, 'Resource'),
    principals: principalsOf(members, path),
    conditions: conditionsOf(members.get('Condition')?.value, [...path, 'Condition']),
  }
}

function elementOf(members: StatementView['members'], base: Path, name: string): ElementView | null {
  const negated = `Not${name}`
  const member = members.get(name) ?? members.get(negated)
  if (!member) return null
  const path = [...base, member.key]
  return {
    name: member.key,
    isNegated: member.key === negated,
    path,
    range: member.value,
    entries: entriesAt(member.value, path),
  }
}

function entriesAt(node: JsonNode, path: Path): Entry[] {
  return itemsAt(node, path).flatMap((item) =>
    item.node.type === 'string' ? [{ text: item.node.value, path: item.path, range: item.node }] : [],
  )
}

function principalsOf(members: StatementView['members'], base: Path): PrincipalView | null {
  const member = members.get('Principal') ?? members.get('NotPrincipal')
  if (!member) return null
  const { value } = member
  const path = [...base, member.key]
  const view = { isNegated: member.key === 'NotPrincipal', path, range: value }
  if (value.type === 'string') return { ...view, entries: [{ type: '*', text: value.value, path, range: value }] }
  if (value.type !== 'object') return { ...view, entries: [] }
  const entries = value.members.flatMap(({ key, value: list }) =>
    entriesAt(list, [...path, key]).map((entry) => ({ ...entry, type: key })),
  )
  return { ...view, entries }
}

function conditionsOf(node: JsonNode | undefined, base: Path): ConditionView[] {
  if (node?.type !== 'object') return []
  return node.members.flatMap((operator) => {
    const operatorPath = [...base, operator.key]
    if (operator.value.type !== 'object') return []
    return operator.value.members.map((key): ConditionView => {
      const path = [...operatorPath, key.key]
      return {
        operator: operator.key,
        operatorPlace: { range: keyRange(operator), path: operatorPath },
        key: key.key,
        keyPlace: { range: keyRange(key), path },
        list: key.value.type === 'array' ? { range: key.value, path } : null,
        values: valuesAt(key.value, path),
      }
    })
  })
}

function valuesAt(node: JsonNode, path: Path): (Entry & { type: string })[] {
  return itemsAt(node, path).flatMap((item) => {
    const { type } = item.node
    if (type !== 'string' && type !== 'number' && type !== 'boolean') return []
    return [{ type, text: String(item.node.value), path: item.path, range: item.node }]
  })
}
