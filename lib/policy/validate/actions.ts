import type { Catalogue } from '@/lib/aws/catalogue/catalogue'
import { nearestAction } from './nearest'
import { covers, hasWildcard } from './patterns'
import type { Entry, Subject } from './subject'

/** Are these actions of AWS? Without a catalogue only their form is looked at. */
export function checkActions(subject: Subject): void {
  const judged = new Map<string, (entry: Entry) => void>()
  for (const { actions } of subject.statements) {
    if (!actions) continue
    if (actions.entries.length === 0 && subject.text[actions.range.start] === '[') {
      subject.report.add('EMPTY_ARRAY_ACTION', actions)
    }
    for (const entry of actions.entries) {
      const verdict = judged.get(entry.text) ?? judge(subject, entry.text)
      judged.set(entry.text, verdict)
      verdict(entry)
    }
  }
}

function judge(subject: Subject, action: string): (entry: Entry) => void {
  const { report, catalogue } = subject
  const fine = () => undefined
  if (action === '*') return fine
  const parts = action.split(':')
  const [prefix = '', name = ''] = parts
  // A variable has its own finding, and its braces would make the name look unknown as well.
  if (action.includes('${')) return fine
  if (parts.length !== 2 || name === '') return (entry) => report.add('INVALID_ACTION', entry, action)
  if (hasWildcard(prefix)) return (entry) => report.add('WILDCARD_IN_SERVICE_NAME', entry, prefix)
  if (!/^[A-Za-z0-9.-]+$/.test(prefix)) return (entry) => report.add('INVALID_SERVICE_IN_ACTION', entry, prefix)
  if (!catalogue) return fine
  if (!catalogue.isService(prefix)) return (entry) => report.add('INVALID_SERVICE_IN_ACTION', entry, prefix)
  if (report.isFull('INVALID_ACTION') || isKnown(subject, catalogue, prefix, name)) return fine
  const service = hasWildcard(name) ? null : catalogue.service(prefix)
  const nearest = service && nearestAction(subject, service, name)
  return (entry) => report.add('INVALID_ACTION', entry, action, nearest ? ` Did you mean ${nearest}?` : '')
}

function isKnown(subject: Subject, catalogue: Catalogue, prefix: string, name: string): boolean {
  const service = catalogue.service(prefix)
  if (!service) return true
  const pattern = name.toLowerCase()
  if (!hasWildcard(pattern)) return service.actions.has(pattern)
  if (!subject.budget.spend(pattern.length * service.actions.size)) return true
  for (const known of service.actions.keys()) if (covers(pattern, known, subject.budget)) return true
  return subject.budget.isSpent
}
