import 'server-only'
import type { Column, Value } from './connection'

/** What a statement is given, as SQLite keeps it. The native client ends the process for a value that it does not know. */
export function toValue(value: unknown): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'bigint' || value instanceof Uint8Array) return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value === 'boolean') return value ? 1 : 0
  // Prisma's form of a time: another one would not compare as equal.
  if (value instanceof Date) return value.toISOString().replace('Z', '+00:00')
  if (value instanceof ArrayBuffer) return new Uint8Array(value)
  throw new TypeError(`${typeof value} is no value of a statement`)
}

/** A row as Prisma gives it: times, booleans and bytes by the type of their column. */
export function toRow(columns: readonly Column[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (let index = 0; index < columns.length; index++) {
    const { name, type } = columns[index] as Column
    row[name] = fromValue(values[index], type)
  }
  return row
}

function fromValue(value: unknown, type: string | null): unknown {
  if (value === null) return null
  if (type === 'DATETIME') return new Date(value as string)
  if (type === 'BOOLEAN') return value === 1
  return value instanceof ArrayBuffer ? new Uint8Array(value) : value
}
