import 'server-only'
import { invalidInput } from '@/lib/aws/errors'
import { readDate } from '@/lib/policy/conditions/date'
import { readBlock } from '@/lib/policy/conditions/ip'
import { readNumber } from '@/lib/policy/conditions/numeric'
import type { Context } from '@/lib/policy/types'
import type { ContextEntry } from '../iam/shapes/simulation-members'

const reads: Record<string, (value: string) => boolean> = {
  string: () => true,
  numeric: (value) => readNumber(value) !== null,
  boolean: (value) => /^(true|false)$/i.test(value),
  ip: (value) => readBlock(value) !== null,
  binary: (value) => /^[A-Za-z0-9+/]*={0,2}$/.test(value) && value.length % 4 === 0,
  date: (value) => readDate(value) !== null,
}

/** The simulated request's context; a key with a list type is multi-valued however many values it has. */
export function contextOfEntries(entries: readonly ContextEntry[] = []): Context {
  return new Map(entries.map((entry) => [entry.ContextKeyName.toLowerCase(), contextValue(entry)]))
}

function contextValue({ ContextKeyName, ContextKeyValues, ContextKeyType = 'string' }: ContextEntry) {
  const isList = ContextKeyType.endsWith('List')
  const type = isList ? ContextKeyType.slice(0, -'List'.length) : ContextKeyType
  const [single = ''] = ContextKeyValues
  if (!isList && ContextKeyValues.length !== 1) {
    throw invalidInput(`The context key ${ContextKeyName} of type ${ContextKeyType} must have exactly one value.`)
  }
  const wrong = ContextKeyValues.find((value) => !reads[type]?.(value))
  if (wrong !== undefined) {
    throw invalidInput(`The value ${wrong} of the context key ${ContextKeyName} is not of type ${ContextKeyType}.`)
  }
  return isList ? ContextKeyValues : single
}
