import type { PlainCondition } from '../parse'
import type { Context } from '../types'
import { arnLike } from './arn'
import { binaryEquals } from './binary'
import { bool } from './bool'
import { dateEquals, dateGreaterThan, dateGreaterThanEquals, dateLessThan, dateLessThanEquals } from './date'
import { ipAddress } from './ip'
import {
  numericEquals,
  numericGreaterThan,
  numericGreaterThanEquals,
  numericLessThan,
  numericLessThanEquals,
} from './numeric'
import { stringEquals, stringEqualsIgnoreCase, stringLike } from './string'
import type { Family, ValueTest } from './value-test'

type Test = (context: Context) => boolean

/** One clause of a Condition element. Its values are read when it is asked first: most clauses never are. */
export class Condition {
  private test: Test | null = null

  constructor(
    private readonly clause: PlainCondition,
    private readonly variables: boolean,
  ) {}

  holds(context: Context): boolean {
    this.test ??= testOf(this.clause, this.variables)
    return this.test(context)
  }
}

type Operator = { family: Family; negated: boolean }
const is = (family: Family): Operator => ({ family, negated: false })
const not = (family: Family): Operator => ({ family, negated: true })

const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['StringEquals', is(stringEquals)],
  ['StringNotEquals', not(stringEquals)],
  ['StringEqualsIgnoreCase', is(stringEqualsIgnoreCase)],
  ['StringNotEqualsIgnoreCase', not(stringEqualsIgnoreCase)],
  ['StringLike', is(stringLike)],
  ['StringNotLike', not(stringLike)],
  ['NumericEquals', is(numericEquals)],
  ['NumericNotEquals', not(numericEquals)],
  ['NumericLessThan', is(numericLessThan)],
  ['NumericLessThanEquals', is(numericLessThanEquals)],
  ['NumericGreaterThan', is(numericGreaterThan)],
  ['NumericGreaterThanEquals', is(numericGreaterThanEquals)],
  ['DateEquals', is(dateEquals)],
  ['DateNotEquals', not(dateEquals)],
  ['DateLessThan', is(dateLessThan)],
  ['DateLessThanEquals', is(dateLessThanEquals)],
  ['DateGreaterThan', is(dateGreaterThan)],
  ['DateGreaterThanEquals', is(dateGreaterThanEquals)],
  ['Bool', is(bool)],
  ['BinaryEquals', is(binaryEquals)],
  ['IpAddress', is(ipAddress)],
  ['NotIpAddress', not(ipAddress)],
  ['ArnEquals', is(arnLike)],
  ['ArnLike', is(arnLike)],
  ['ArnNotEquals', not(arnLike)],
  ['ArnNotLike', not(arnLike)],
])

export type OperatorName = { set: 'ForAllValues' | 'ForAnyValue' | null; base: string; ifExists: boolean }

/** Takes an operator's name apart; null where it is not one. `Null` takes neither prefix nor suffix. */
export function readOperator(name: string): OperatorName | null {
  const known = NAMES.get(name)
  if (known) return known
  const read = takeApart(name)
  if (read) NAMES.set(name, read)
  return read
}

/** The names read so far; only real ones get in, so there are some 150 at most. */
const NAMES = new Map<string, OperatorName>()

function takeApart(name: string): OperatorName | null {
  if (name === 'Null') return { set: null, base: 'Null', ifExists: false }
  const colon = name.indexOf(':')
  const set = colon < 0 ? null : name.slice(0, colon)
  if (set !== null && set !== 'ForAllValues' && set !== 'ForAnyValue') return null
  const ifExists = name.endsWith('IfExists')
  const base = name.slice(colon + 1, ifExists ? -'IfExists'.length : undefined)
  return OPERATORS.has(base) ? { set, base, ifExists } : null
}

/** Do variables work in this operator's values? */
export const knowsVariables = (base: string): boolean => base.startsWith('String') || base.startsWith('Arn')

function testOf({ operator, key: name, values }: PlainCondition, variables: boolean): Test {
  const read = readOperator(operator)
  if (!read) return () => false
  const key = name.toLowerCase()
  if (read.base === 'Null') return nullTest(key, values)
  const { family, negated } = OPERATORS.get(read.base) ?? is(stringEquals)
  const test = family(values, variables)
  const matches: ValueTest = negated ? (value, context) => !test(value, context) : test
  const missing = read.ifExists || read.set === 'ForAllValues' || (read.set === null && negated)
  return quantified(key, read.set, matches, missing)
}

/** `missing`: the answer for a key that the request does not have, or has with no value at all. */
function quantified(key: string, set: OperatorName['set'], matches: ValueTest, missing: boolean): Test {
  return (context) => {
    const value = context.get(key)
    if (typeof value === 'string') return matches(value, context)
    if (value === undefined || value.length === 0) return missing
    if (set === 'ForAllValues') return value.every((each) => matches(each, context))
    // AWS: a multi-valued key needs a set operator; without one nothing matches, negated forms included.
    return set === 'ForAnyValue' && value.some((each) => matches(each, context))
  }
}

function nullTest(key: string, written: readonly string[]): Test {
  const wanted = new Set(written.map((text) => text.toLowerCase()))
  return (context) => {
    const value = context.get(key)
    const isMissing = value === undefined || (typeof value !== 'string' && value.length === 0)
    return wanted.has(String(isMissing))
  }
}
