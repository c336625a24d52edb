import 'server-only'
import { Prisma } from '@/generated/sqlite/client'

/** A row of plain SQL: the two databases disagree about numbers, dates and booleans, so each value is converted by name. */
export type RawRow = Record<string, unknown>

/** One stretch of a listing by name; `next` is the marker that continues it, null at the end. */
export type Page<T> = { rows: T[]; next: string | null }

/** One screen of a table: `total` rows in the account, `matches` that the search found, `rows` of this page. */
export type TablePage<T> = { rows: T[]; total: number; matches: number }

export type TableQuery<Sort extends string> = {
  search?: string
  sort?: Sort
  direction?: 'asc' | 'desc'
  offset?: number
  limit: number
  pathPrefix?: string
}

export const toText = (value: unknown): string => String(value)
export const toTextOrNull = (value: unknown): string | null => (value == null ? null : String(value))
export const toNumber = (value: unknown): number => Number(value)
export const toBoolean = (value: unknown): boolean => value === true || Number(value) === 1
export const toDate = (value: unknown): Date => (value instanceof Date ? value : new Date(value as string | number))
export const toDateOrNull = (value: unknown): Date | null => (value == null ? null : toDate(value))

/** Names are unique, and found, without regard to case. */
export const nameKey = (name: string): string => name.toLowerCase()

/** Where a range of texts that begin with `prefix` ends, in byte order. LIKE would ignore case on SQLite. */
const endOf = (prefix: string): string => `${prefix}\u{10FFFF}`

/** Prisma's filter for texts that begin with a prefix. */
export const startingWith = (prefix: string | undefined) => (prefix ? { gte: prefix, lt: endOf(prefix) } : undefined)

/** The same for plain SQL. */
export const startsWithSql = (column: Prisma.Sql, prefix: string): Prisma.Sql =>
  Prisma.sql`${column} >= ${prefix} AND ${column} < ${endOf(prefix)}`

/** Text that contains the words as they are; `column` holds lower-cased text. */
export const containsSql = (column: Prisma.Sql, search: string): Prisma.Sql =>
  Prisma.sql`${column} LIKE ${`%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`

/** Empty values first upwards and last downwards, as SQLite has it; where there are none, PostgreSQL can use its index. */
function directionSql(direction: 'asc' | 'desc' | undefined, mayBeEmpty: boolean): Prisma.Sql {
  if (direction === 'desc') return mayBeEmpty ? Prisma.sql`DESC NULLS LAST` : Prisma.sql`DESC`
  return mayBeEmpty ? Prisma.sql`ASC NULLS FIRST` : Prisma.sql`ASC`
}

/** Cuts a listing that was asked for one row more than it gives. */
export function pageOf<T>(rows: T[], limit: number, marker: (row: T) => string): Page<T> {
  const last = rows[limit - 1]
  return rows.length > limit && last ? { rows: rows.slice(0, limit), next: marker(last) } : { rows, next: null }
}

/**
 * One table page in one statement: the counts beside the rows, so that an empty page still says how many there are.
 * `outer` adds columns that are computed for the rows of the page only.
 */
export function tablePageSql(query: {
  table: Prisma.Sql
  accountId: string
  /** Null where every row matches. */
  filter: Prisma.Sql | null
  columns: Prisma.Sql
  sortKey: Prisma.Sql
  /** Rows may have nothing to sort by. */
  sortMayBeEmpty?: boolean
  tieBreaker: Prisma.Sql
  direction: 'asc' | 'desc' | undefined
  offset: number | undefined
  limit: number
  outer?: Prisma.Sql
}): Prisma.Sql {
  const { table, accountId, columns, sortKey, tieBreaker, outer } = query
  const filter = query.filter ? Prisma.sql`AND ${query.filter}` : Prisma.empty
  const count = (condition: Prisma.Sql) =>
    Prisma.sql`(SELECT COUNT(*) FROM ${table} t WHERE t."accountId" = ${accountId} ${condition})`
  const direction = directionSql(query.direction, query.sortMayBeEmpty ?? false)
  const tieDirection = directionSql(query.direction, false)
  return Prisma.sql`
    SELECT c."total", c."matches", p.*${outer ? Prisma.sql`, ${outer}` : Prisma.empty}
    FROM (SELECT ${count(Prisma.empty)} AS "total", ${query.filter ? count(filter) : Prisma.sql`-1`} AS "matches") c
    LEFT JOIN (SELECT ${columns}, ${sortKey} AS "sortKey", ${tieBreaker} AS "tieBreaker"
               FROM ${table} t WHERE t."accountId" = ${accountId} ${filter}
               ORDER BY ${sortKey} ${direction}, ${tieBreaker} ${tieDirection}
               LIMIT ${query.limit} OFFSET ${query.offset ?? 0}) p ON 1 = 1
    ORDER BY p."sortKey" ${direction}, p."tieBreaker" ${tieDirection}`
}

/** Reads the answer of `tablePageSql`; `key` is a column that no real row leaves empty. */
export function readTablePage<T>(raw: RawRow[], key: string, read: (row: RawRow) => T): TablePage<T> {
  const rows = raw.filter((row) => row[key] !== null).map(read)
  const [total, matches] = [toNumber(raw[0]?.total), toNumber(raw[0]?.matches)]
  return { rows, total, matches: matches < 0 ? total : matches }
}

/** All of the conditions; null where there is none. */
export const allOf = (conditions: Prisma.Sql[]): Prisma.Sql | null =>
  conditions.length === 0 ? null : Prisma.join(conditions, ' AND ')

/** The rows by a key of theirs, in their order. */
export function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
