import type { Catalogue, ConditionKey } from '@/lib/aws/catalogue/catalogue'
import { type Operator, operatorOf, type ValueKind, valueKindOf } from './operators'
import type { ConditionView, StatementView, Subject } from './subject'

/** The keys of conditions: their form, whether AWS knows them, and whether the operator fits them. */
export function checkConditionKeys(subject: Subject): void {
  for (const statement of subject.statements) {
    checkCase(subject, statement)
    for (const condition of statement.conditions) {
      const operator = operatorOf(condition.operator)
      if (operator) checkNull(subject, condition, operator)
      if (!checkForm(subject, condition) || !subject.catalogue) continue
      const key = checkKnown(subject, condition, subject.catalogue)
      if (key && operator) checkFit(subject, condition, operator, key)
    }
  }
}

function checkCase({ report }: Subject, { conditions }: StatementView): void {
  const seen = new Set<string>()
  const exact = new Set<string>()
  for (const { operator, key, keyPlace } of conditions) {
    const name = `${operator} ${key.toLowerCase()}`
    // The very same key twice is a syntax error and has its own finding.
    if (seen.has(name) && !exact.has(`${operator} ${key}`)) {
      report.add('DUPLICATE_KEYS_WITH_DIFFERENT_CASE', keyPlace, key)
    }
    seen.add(name)
    exact.add(`${operator} ${key}`)
  }
}

function checkNull({ report }: Subject, { operatorPlace }: ConditionView, { base, set, ifExists }: Operator): void {
  if (base !== 'Null') return
  if (ifExists) report.add('NULL_WITH_IF_EXISTS', operatorPlace)
  if (set) report.add('NULL_WITH_QUALIFIER', operatorPlace, `${set}:`)
}

/** True where the key is worth looking up. */
function checkForm({ report }: Subject, { key, keyPlace }: ConditionView): boolean {
  const name = key.toLowerCase()
  if (/^aws:(request|resource|principal)tag\/?$/.test(name) || /^[a-z0-9-]+:(resource|request)tag\/?$/.test(name)) {
    report.add('MISSING_TAG_KEY_IN_CONDITION', keyPlace, key.replace(/\/$/, ''))
    return false
  }
  if (!/^[^\s:]+:.+$/.test(key)) {
    report.add('INVALID_CONDITION_KEY_FORMAT', keyPlace, key)
    return false
  }
  if (name === 'aws:arn') report.add('UNSUPPORTED_GLOBAL_CONDITION_KEY', keyPlace)
  else if (name === 'aws:sourceowner') report.add('DEPRECATED_GLOBAL_CONDITION_KEY', keyPlace, key, 'aws:SourceAccount')
  else return true
  return false
}

function checkKnown({ report }: Subject, condition: ConditionView, catalogue: Catalogue): ConditionKey | null {
  const { key, keyPlace } = condition
  const found = catalogue.conditionKey(key)
  if (found) return found
  const prefix = key.slice(0, key.indexOf(':')).toLowerCase()
  if (prefix === 'aws') report.add('INVALID_GLOBAL_CONDITION_KEY', keyPlace, key)
  // A prefix with a dot is the domain of somebody's identity provider, and its claims are its own affair.
  else if (prefix.includes('.') || prefix.includes('/')) return null
  else if (!catalogue.isService(prefix) || catalogue.service(prefix)) {
    report.add('INVALID_SERVICE_CONDITION_KEY', keyPlace, key)
  }
  return null
}

function checkFit({ report }: Subject, condition: ConditionView, operator: Operator, key: ConditionKey): void {
  const { keyPlace, operatorPlace } = condition
  if (/:aud$/i.test(condition.key) && condition.key.includes('.') && operator.set) {
    report.add('CONFIRM_AUDIENCE_CLAIM_TYPE', operatorPlace, condition.key, operator.set)
  } else if (operator.base !== 'Null') {
    if (key.isMultiValued && !operator.set) report.add('MISSING_QUALIFIER', keyPlace, condition.key)
    if (!key.isMultiValued && operator.set === 'ForAllValues') {
      report.add('FORALLVALUES_WITH_SINGLE_VALUED_KEY', operatorPlace, condition.key)
    }
  }
  const kind = valueKindOf(operator.base)
  if (!fits(kind, key)) report.add('TYPE_MISMATCH', operatorPlace, condition.operator, condition.key, nameOf(key))
}

/** Which operators read which types. String operators read ARNs, numbers and Booleans as the texts that they are. */
function fits(kind: ValueKind, key: ConditionKey): boolean {
  if (kind === 'Null' || kind === key.type) return true
  if (key.name === 'aws:EpochTime') return kind === 'Numeric' || kind === 'Date'
  // AWS: documented with ARN operators although the service data calls it a text.
  if (kind === 'ARN') return key.type === 'String'
  if (kind === 'String') return key.type === 'ARN' || key.type === 'Bool'
  return kind === 'Binary' && key.type === 'String'
}

const nameOf = ({ type }: ConditionKey) =>
  ({
    String: 'a text',
    ARN: 'an ARN',
    Bool: 'a Boolean',
    Numeric: 'a number',
    Date: 'a date',
    IPAddress: 'an address',
    Binary: 'bytes',
  })[type]
