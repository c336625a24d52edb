// How the second opinion reads conditions. See reference.ts.
import { arnParts, bind, glob, halves, isArn, literal, type Pattern, textParts, wild } from './reference-text'
import type { Context } from './types'

type Compare = (asked: string, written: string, fill: (plain: (text: string) => Pattern) => Pattern | null) => boolean

const string: Compare = (asked, _, fill) => fill(literal)?.join('') === asked
const ignoreCase: Compare = (asked, _, fill) => fill(literal)?.join('').toLowerCase() === asked.toLowerCase()
const like: Compare = (asked, _, fill) => {
  const pattern = fill(wild)
  return pattern !== null && glob(pattern, asked)
}

const arn: Compare = (asked, _, fill) => {
  const pattern = arnParts(fill(wild) ?? [])
  const parts = textParts(asked)
  if (!isArn(parts, asked) || pattern.length < 6 || pattern[0]?.join('') !== 'arn') return false
  return parts.every((part, i) => glob(pattern[i] ?? [], part))
}

const number = (text: string) => (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN)

/** Milliseconds. Four digits are a year, other whole numbers are epoch seconds. */
function instant(text: string): number {
  if (/^-?\d+(\.\d+)?$/.test(text) && !/^\d{4}$/.test(text)) return Number(text) * 1000
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/.exec(text)
  if (!parts) return Number.NaN
  const fields = parts.slice(1, 7).map((part) => (part === undefined ? undefined : Number(part)))
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = fields
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  // A field out of range spills into its neighbour: 30 February is no date.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59)
    return Number.NaN
  const zone = parts[8] ?? 'Z'
  const ahead = zone === 'Z' ? 0 : Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)))
  return date.getTime() + Number(parts[7] ?? 0) * 1000 - ahead * 60_000
}

function ipv4(text: string): bigint | null {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) return null
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n)
}

function ipv6(text: string): bigint | null {
  const tail = ipv4(text.slice(text.lastIndexOf(':') + 1))
  if (tail !== null) {
    const groups = `${(tail >> 16n).toString(16)}:${(tail & 65535n).toString(16)}`
    return ipv6(text.slice(0, text.lastIndexOf(':') + 1) + groups)
  }
  const [left = '', right, more] = text.split('::')
  const [before, after] = [left, right ?? ''].map((half) => (half === '' ? [] : half.split(':'))) as [
    string[],
    string[],
  ]
  const missing = 8 - before.length - after.length
  if (more !== undefined || (right === undefined ? missing !== 0 : missing < 1)) return null
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after]
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return null
  return groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n)
}

const ip: Compare = (asked, written) => {
  const [network = '', prefix, more] = written.split('/')
  const [read, size] = network.includes(':') ? ([ipv6, 128] as const) : ([ipv4, 32] as const)
  const [address, range] = [read(asked), read(network)]
  const bits = prefix === undefined ? size : /^\d{1,3}$/.test(prefix) ? Number(prefix) : 999
  if (address === null || range === null || bits > size || more !== undefined) return false
  const host = BigInt(size - bits)
  return address >> host === range >> host
}

const bool: Compare = (asked, written) =>
  ['true', 'false'].includes(asked.toLowerCase()) && asked.toLowerCase() === written.toLowerCase()

const binary: Compare = (asked, written) => bytes(asked) !== null && bytes(asked) === bytes(written)

function bytes(base64: string): string | null {
  try {
    return atob(base64)
  } catch {
    return null
  }
}

const ordered = (read: (text: string) => number, name: string): Record<string, Compare> => ({
  [`${name}Equals`]: (a, w) => read(a) === read(w),
  [`${name}LessThan`]: (a, w) => read(a) < read(w),
  [`${name}LessThanEquals`]: (a, w) => read(a) <= read(w),
  [`${name}GreaterThan`]: (a, w) => read(a) > read(w),
  [`${name}GreaterThanEquals`]: (a, w) => read(a) >= read(w),
})

const POSITIVE = new Map<string, Compare>(
  Object.entries({
    StringEquals: string,
    StringEqualsIgnoreCase: ignoreCase,
    StringLike: like,
    ...ordered(number, 'Numeric'),
    ...ordered(instant, 'Date'),
    Bool: bool,
    BinaryEquals: binary,
    IpAddress: ip,
    ArnEquals: arn,
    ArnLike: arn,
  }),
)

const NEGATED = new Map(
  Object.entries({
    StringNotEquals: string,
    StringNotEqualsIgnoreCase: ignoreCase,
    StringNotLike: like,
    NumericNotEquals: (a, w) => number(a) === number(w),
    DateNotEquals: (a, w) => instant(a) === instant(w),
    NotIpAddress: ip,
    ArnNotEquals: arn,
    ArnNotLike: arn,
  } satisfies Record<string, Compare>),
)

export function conditionHolds(
  operator: string,
  key: string,
  written: string[],
  context: Context,
  variables: boolean,
): boolean {
  const value = context.get(key.toLowerCase())
  const asked = value === undefined ? [] : typeof value === 'string' ? [value] : value
  if (operator === 'Null') return written.some((text) => text.toLowerCase() === String(asked.length === 0))

  const [set, rest] = operator.includes(':') ? halves(operator) : ['', operator]
  const ifExists = rest.endsWith('IfExists')
  const base = ifExists ? rest.slice(0, -'IfExists'.length) : rest
  const negated = NEGATED.has(base)
  const compare = negated ? NEGATED.get(base) : POSITIVE.get(base)
  if (!compare || !['', 'ForAllValues', 'ForAnyValue'].includes(set)) return false
  if (asked.length === 0) return ifExists || set === 'ForAllValues' || (set === '' && negated)

  const matches = (a: string) =>
    negated !== written.some((w) => compare(a, w, (plain) => (variables ? bind(w, context, plain) : plain(w))))
  if (set === 'ForAllValues') return asked.every(matches)
  if (set === 'ForAnyValue') return asked.some(matches)
  return typeof value === 'string' && matches(value)
}
