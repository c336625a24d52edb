import type { JsonNode } from '../parse'
import { covers, hasWildcard } from './patterns'
import type { ElementView, Entry, Subject } from './subject'

/** More patterns than anybody writes by hand; beyond that the comparison of all with all would take seconds. */
const patternsPerList = 500

/** Things that are said twice. */
export function checkRedundancy(subject: Subject): void {
  const seen = new Set<string>()
  for (const { node, path, actions, resources } of subject.statements) {
    if (actions) checkList(subject, actions, 'REDUNDANT_ACTION', (text) => text.toLowerCase())
    if (resources) checkList(subject, resources, 'REDUNDANT_RESOURCE', (text) => text)
    const content = canonical(node)
    if (seen.has(content)) subject.report.add('REDUNDANT_STATEMENT', { range: node, path })
    seen.add(content)
  }
}

function checkList(
  { report, budget }: Subject,
  { entries }: ElementView,
  code: 'REDUNDANT_ACTION' | 'REDUNDANT_RESOURCE',
  fold: (text: string) => string,
): void {
  if (entries.length < 2) return
  const seen = new Map<string, Entry>()
  const wild = entries.filter(({ text }) => hasWildcard(text)).slice(0, patternsPerList)
  const patterns = wild.map((entry) => {
    const folded = fold(entry.text)
    return { entry, folded, head: folded.slice(0, folded.search(/[*?]/)) }
  })
  for (const entry of entries) {
    if (report.isFull(code) || budget.isSpent) return
    const folded = fold(entry.text)
    const twin = seen.get(folded)
    const wider =
      twin ??
      patterns.find(({ head, folded: pattern }) => folded.startsWith(head) && isWider(pattern, folded, budget))?.entry
    if (wider) report.add(code, entry, entry.text, wider.text)
    seen.set(folded, entry)
  }
}

function isWider(pattern: string, folded: string, budget: Subject['budget']): boolean {
  if (pattern === folded || !budget.spend(1)) return false
  // Two spellings of one set, `a*` and `a**`, would each make the other redundant.
  return covers(pattern, folded, budget) && !(hasWildcard(folded) && covers(folded, pattern, budget))
}

/** A text that is equal for statements that differ in layout, order or Sid only. */
function canonical(node: JsonNode, isTop = true): string {
  if (node.type === 'array') {
    const items = node.items.map((item) => canonical(item, false))
    return items.length === 1 ? (items[0] ?? '') : `[${items.sort().join()}]`
  }
  if (node.type !== 'object') return JSON.stringify(node.value)
  const members = node.members.filter(({ key }) => !isTop || key !== 'Sid')
  return `{${members
    .map(({ key, value }) => `${JSON.stringify(key)}:${canonical(value, false)}`)
    .sort()
    .join()}}`
}
