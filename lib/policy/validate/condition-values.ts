import { regions } from '@/lib/aws/catalogue/regions'
import { readDate } from '../conditions/date'
import { readBlock } from '../conditions/ip'
import { readNumber } from '../conditions/numeric'
import { type Operator, operatorOf, type ValueKind, valueKindOf } from './operators'
import type { ConditionView, Entry, Subject } from './subject'

/** The values of conditions: their types, and what is known about the values of a few keys. */
export function checkConditionValues(subject: Subject): void {
  for (const { conditions } of subject.statements) {
    for (const condition of conditions) {
      const operator = operatorOf(condition.operator)
      if (!operator) continue
      checkCount(subject, condition, operator)
      const kind = valueKindOf(operator.base)
      for (const value of condition.values) {
        if (!value.text.includes('${')) checkValue(subject, kind, value)
      }
      checkWildcards(subject, condition, operator)
      checkKnownKeys(subject, condition, operator)
    }
  }
}

function checkCount({ report }: Subject, condition: ConditionView, operator: Operator): void {
  const { list, values, key } = condition
  if (list && values.length === 0) {
    if (operator.ifExists) report.add('EMPTY_ARRAY_CONDITION_IFEXISTS', list, key)
    else if (operator.set === 'ForAllValues') report.add('EMPTY_ARRAY_CONDITION_FORALLVALUES', list, key)
    else if (operator.set === 'ForAnyValue') report.add('EMPTY_ARRAY_CONDITION_FORANYVALUE', list, key)
    else report.add('EMPTY_ARRAY_CONDITION', list, key)
  }
  if (list && values.length > 1) {
    if (operator.base === 'Bool') report.add('INVALID_CONDITION_MULTIPLE_BOOLEAN', list)
    if (new Set(values.map(({ type }) => type)).size > 1) report.add('INVALID_CONDITION_DATA_TYPE', list)
    checkRedundantNumbers(report, condition, operator)
  }
}

/** Less than 5 or less than 10 is just less than 10. */
function checkRedundantNumbers(
  report: Subject['report'],
  { key, keyPlace, values }: ConditionView,
  { base }: Operator,
): void {
  const isLess = base.startsWith('NumericLess')
  if (!isLess && !base.startsWith('NumericGreater')) return
  let best: number | null = null
  for (const { text } of values) {
    const number = readNumber(text)
    if (number === null) continue
    if (best === null || (isLess ? number > best : number < best)) best = number
  }
  if (best !== null) report.add('REDUNDANT_CONDITION_VALUE_NUM', keyPlace, key, String(best))
}

function checkValue({ report }: Subject, kind: ValueKind, value: Entry): void {
  const { text } = value
  if (kind === 'Bool' || kind === 'Null') {
    if (!/^(true|false)$/i.test(text)) report.add('TYPE_MISMATCH_BOOLEAN', value, text)
  } else if (kind === 'Numeric') {
    if (readNumber(text) === null) report.add('TYPE_MISMATCH_NUMBER', value, text)
  } else if (kind === 'Date') checkDate(report, value)
  else if (kind === 'IPAddress') checkRange(report, value)
  else if (kind === 'Binary') {
    if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) {
      report.add('TYPE_MISMATCH_STRING', value, text)
    }
  }
}

function checkDate(report: Subject['report'], value: Entry): void {
  const { text } = value
  const isEpoch = /^-?\d+(\.\d+)?$/.test(text)
  // Short numbers are epoch seconds in 1970: somebody meant a year, or a date without its hyphens.
  if (isEpoch && text.length < 9) report.add('INVALID_DATE_VALUE', value, text)
  else if (readDate(text) !== null) return
  else if (/^\d{4}-\d{2}-\d{2}(T.*)?$/.test(text)) report.add('INVALID_DATE_VALUE', value, text)
  else report.add('TYPE_MISMATCH_DATE', value, text)
}

function checkRange(report: Subject['report'], value: Entry): void {
  const block = readBlock(value.text)
  if (!block) {
    report.add('TYPE_MISMATCH_IP_RANGE', value, value.text)
    return
  }
  const network = networkOf(block)
  if (network.some((group, index) => group !== block.groups[index])) {
    report.add('IMPROVE_IP_RANGE', value, value.text, `${written(network, block.width)}/${block.prefix}`)
  }
}

type Block = NonNullable<ReturnType<typeof readBlock>>

/** The groups with every bit behind the mask set to zero. */
function networkOf({ groups, width, prefix }: Block): number[] {
  return groups.map((group, index) => {
    const host = 2 ** Math.min(width, Math.max(0, width * (index + 1) - prefix))
    return Math.floor(group / host) * host
  })
}

function written(groups: readonly number[], width: number): string {
  if (width === 16) return groups.map((group) => group.toString(16)).join(':')
  const [value = 0] = groups
  return [2 ** 24, 2 ** 16, 2 ** 8, 1].map((unit) => Math.floor(value / unit) % 256).join('.')
}

function checkWildcards({ report }: Subject, condition: ConditionView, { base }: Operator): void {
  if (!/^String(Not)?Equals(IgnoreCase)?$/.test(base)) return
  const like = base.startsWith('StringNot') ? 'StringNotLike' : 'StringLike'
  for (const value of condition.values) {
    if (/[*?]/.test(value.text.replace(/\$\{[^}]*\}/g, ''))) {
      report.add('WILDCARD_WITHOUT_LIKE_OPERATOR', value, condition.operator, like)
    }
  }
}

function checkKnownKeys(subject: Subject, condition: ConditionView, operator: Operator): void {
  const key = condition.key.toLowerCase()
  if (operator.base === 'Null') return
  if (key === 'aws:sourceip') checkSourceIp(subject, condition, operator)
  else if (key === 'aws:requestedregion')
    eachLiteral(condition, (value) => {
      if (!regions.has(value.text)) subject.report.add('INVALID_REGION', value, value.text)
    })
  else if (key === 'aws:sourcevpc')
    eachLiteral(condition, (value) => {
      if (!/^vpc-([0-9a-f]{8}|[0-9a-f]{17})$/.test(value.text))
        subject.report.add('INVALID_VPC_FORMAT', value, value.text)
    })
  else if (key === 'aws:sourcevpce')
    eachLiteral(condition, (value) => {
      if (!/^vpce-([0-9a-f]{8}|[0-9a-f]{17})$/.test(value.text))
        subject.report.add('INVALID_VPCE_FORMAT', value, value.text)
    })
}

function eachLiteral({ values }: ConditionView, check: (value: Entry) => void): void {
  for (const value of values) if (!/[*?]|\$\{/.test(value.text)) check(value)
}

const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8', '169.254.0.0/16']
  .concat(['::1/128', 'fc00::/7', 'fe80::/10'])
  .map((text) => readBlock(text))
  .filter((block): block is Block => block !== null)

function checkSourceIp({ report }: Subject, condition: ConditionView, { base }: Operator): void {
  if (base !== 'IpAddress' && base !== 'NotIpAddress') return
  const hidden = condition.values.filter(({ text }) => {
    const block = readBlock(text)
    return block !== null && privateRanges.some((range) => isInside(block, range))
  })
  const [first] = hidden
  if (!first) return
  if (hidden.length < condition.values.length) {
    for (const value of hidden) report.add('PRIVATE_IP_ADDRESS_SUBSET', value, value.text)
  } else report.add(base === 'IpAddress' ? 'PRIVATE_IP_ADDRESS' : 'PRIVATE_NOT_IP_ADDRESS', first)
}

function isInside(inner: Block, outer: Block): boolean {
  if (inner.width !== outer.width || inner.prefix < outer.prefix) return false
  const masked = networkOf({ ...inner, prefix: outer.prefix })
  return masked.every((group, index) => group === outer.groups[index])
}
