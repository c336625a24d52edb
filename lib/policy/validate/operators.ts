import { readOperator } from '../conditions'

export type Operator = { base: string; set: 'ForAllValues' | 'ForAnyValue' | null; ifExists: boolean }

/** Like the engine's reader, but it also understands the two forms of Null that have no meaning. */
export function operatorOf(name: string): Operator | null {
  const read = readOperator(name)
  if (read) return read
  const odd = /^(?:(ForAllValues|ForAnyValue):)?Null(IfExists)?$/.exec(name)
  if (!odd) return null
  const set = odd[1] === 'ForAllValues' || odd[1] === 'ForAnyValue' ? odd[1] : null
  return { base: 'Null', set, ifExists: odd[2] !== undefined }
}

export type ValueKind = 'String' | 'ARN' | 'Bool' | 'Numeric' | 'Date' | 'IPAddress' | 'Binary' | 'Null'

/** What the values of an operator are. */
export function valueKindOf(base: string): ValueKind {
  if (base === 'IpAddress' || base === 'NotIpAddress') return 'IPAddress'
  if (base.startsWith('Arn')) return 'ARN'
  for (const kind of ['Numeric', 'Date', 'Bool', 'Binary', 'Null'] as const) if (base.startsWith(kind)) return kind
  return 'String'
}
