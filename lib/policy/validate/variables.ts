import { knowsVariables } from '../conditions'
import { operatorOf } from './operators'
import type { Entry, Subject } from './subject'

/** Policy variables: their form, and the places where they work. */
export function checkVariables(subject: Subject): void {
  const isOld = subject.document.version !== '2012-10-17'
  for (const statement of subject.statements) {
    const { actions, resources, principals, conditions, members, path } = statement
    for (const entry of actions?.entries ?? []) addUnsupported(subject, entry, actions?.name ?? 'Action')
    for (const entry of principals?.entries ?? []) addUnsupported(subject, entry, 'Principal')
    for (const name of ['Sid', 'Effect']) {
      const value = members.get(name)?.value
      if (value?.type === 'string') {
        addUnsupported(subject, { text: value.value, range: value, path: [...path, name] }, name)
      }
    }
    for (const entry of resources?.entries ?? []) checkUse(subject, entry, isOld)
    for (const { operator, values } of conditions) {
      const base = operatorOf(operator)?.base
      for (const value of values) {
        if (!value.text.includes('${')) continue
        if (base && !knowsVariables(base)) subject.report.add('INVALID_VARIABLE_FOR_OPERATOR', value, operator)
        else checkUse(subject, value, isOld)
      }
    }
  }
}

function addUnsupported({ report }: Subject, entry: Entry, element: string): void {
  if (entry.text.includes('${')) report.add('VARIABLE_UNSUPPORTED_IN_ELEMENT', entry, element)
}

function checkUse(subject: Subject, entry: Entry, isOld: boolean): void {
  const start = entry.text.indexOf('${')
  if (start < 0) return
  if (isOld) {
    // AWS: the version is the cause; the form of what is plain text anyway matters less.
    subject.report.add('VARIABLE_UNSUPPORTED_IN_VERSION', entry)
    return
  }
  for (let at = start; at >= 0; ) {
    const close = entry.text.indexOf('}', at)
    if (close < 0) {
      subject.report.add('MISSING_BRACE_IN_VARIABLE', entry)
      return
    }
    checkForm(subject, entry, entry.text.slice(at + 2, close))
    at = entry.text.indexOf('${', close)
  }
}

function checkForm({ report }: Subject, entry: Entry, inside: string): void {
  const comma = inside.indexOf(',')
  const name = comma < 0 ? inside : inside.slice(0, comma)
  const fallback = comma < 0 ? null : inside.slice(comma + 1).trim()
  if (name === '*' || name === '?' || name === '$') return
  if (name.trim() === '') report.add('EMPTY_VARIABLE', entry)
  else if (name.includes('${')) report.add('MISSING_BRACE_IN_VARIABLE', entry)
  else if (/\s/.test(name)) report.add('UNSUPPORTED_SPACE_IN_VARIABLE', entry)
  else {
    const symbol = /[^\p{L}\p{N}:/_.+=@-]/u.exec(name)?.[0]
    if (symbol) report.add('UNSUPPORTED_SYMBOL_IN_VARIABLE', entry, symbol)
  }
  if (fallback !== null && !/^'[^']*'$/.test(fallback)) report.add('MISSING_QUOTE_IN_VARIABLE', entry)
}
