import { comparing, type Family } from './value-test'

const EPOCH = /^-?\d+(?:\.\d+)?$/
const YEAR = /^\d{4}$/
const ISO =
  /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d)(?:T(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?<fraction>\.\d+)?)?(?<zone>Z|[+-]\d\d:\d\d))?)?)?$/

/**
 * Milliseconds since 1970 of a W3C date or of epoch seconds, null for anything else. Strict on purpose: `Date.parse`
 * takes nearly everything, and 30 February too. Four digits are a year; a time needs its zone.
 */
export function readDate(text: string): number | null {
  if (EPOCH.test(text) && !YEAR.test(text)) return Number(text) * 1000
  const parts = ISO.exec(text)?.groups
  if (!parts) return null
  const number = (name: string, missing: number) => Number(parts[name] ?? missing)
  const [year, month, day] = [number('year', 0), number('month', 1), number('day', 1)]
  const [hour, minute, second] = [number('hour', 0), number('minute', 0), number('second', 0)]
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  if (hour > 23 || minute > 59 || second > 59) return null
  const date = new Date(0)
  // Date.UTC would read the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second)
  return date.getTime() + number('fraction', 0) * 1000 - minutesAhead(parts.zone) * 60_000
}

const daysIn = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

function minutesAhead(zone = 'Z'): number {
  if (zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))
  return zone.startsWith('-') ? -minutes : minutes
}

export const dateEquals: Family = comparing(readDate, (asked, written) => asked === written)
export const dateLessThan: Family = comparing(readDate, (asked, written) => asked < written)
export const dateLessThanEquals: Family = comparing(readDate, (asked, written) => asked <= written)
export const dateGreaterThan: Family = comparing(readDate, (asked, written) => asked > written)
export const dateGreaterThanEquals: Family = comparing(readDate, (asked, written) => asked >= written)
