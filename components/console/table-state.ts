/** What a table shows, as its address says it: everything but the rows. */
export type TableState = {
  search: string
  /** Column key. */
  sort: string | null
  descending: boolean
  /** From 1. */
  page: number
  filters: Readonly<Record<string, string>>
}

export type TablePreferences = {
  size: number
  wrap: boolean
  compact: boolean
  hidden: readonly string[] | null
  /** Column keys from left to right; null and columns that are not in it: as the table has them. */
  order: readonly string[] | null
}

export const pageSizes = [10, 20, 50, 100] as const
export const defaultPreferences: TablePreferences = { size: 20, wrap: false, compact: false, hidden: null, order: null }

/** Names of the address's parameters. `prefix` keeps two tables of one page apart: `?groups.q=`. */
export function tableKeys(prefix?: string) {
  const name = (key: string) => (prefix ? `${prefix}.${key}` : key)
  return { search: name('q'), sort: name('sort'), page: name('page'), filter: (key: string) => name(key) }
}

/** Cookie that keeps a table's preferences in this browser. */
export const preferencesCookie = (tableId: string) => `table.${tableId}`

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>

export type ReadTableOptions = {
  prefix?: string
  /** Keys that may be sorted by; anything else in the address is ignored. */
  sortable?: readonly string[]
  /** `UserName`, or `-CreateDate` for descending. */
  defaultSort?: string
  /** Filter keys with their allowed values; anything else is ignored. */
  filters?: Readonly<Record<string, readonly string[]>>
}

/** The state of a table from a page's `searchParams`; strangers' parameters do no harm. */
export function readTableState(params: SearchParams, options: ReadTableOptions = {}): TableState {
  const keys = tableKeys(options.prefix)
  const one = (key: string) => {
    const value = params[key]
    return Array.isArray(value) ? value[0] : value
  }
  const filters = Object.entries(options.filters ?? {}).flatMap(([key, allowed]) => {
    const value = one(keys.filter(key))
    return value !== undefined && allowed.includes(value) ? [[key, value] as const] : []
  })
  return {
    search: (one(keys.search) ?? '').slice(0, 512),
    ...readSort(one(keys.sort), options),
    page: readPage(one(keys.page)),
    filters: Object.fromEntries(filters),
  }
}

function readPage(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 1
}

export function readSort(text: string | null | undefined, { sortable, defaultSort }: ReadTableOptions) {
  const parse = (sort: string) => ({ sort: sort.replace(/^-/, ''), descending: sort.startsWith('-') })
  if (text) {
    const asked = parse(text)
    if (!sortable || sortable.includes(asked.sort)) return asked
  }
  return defaultSort ? parse(defaultSort) : { sort: null, descending: false }
}

/** Preferences from the cookie's text; anything odd falls back to what is usual. */
export function readPreferences(text: string | undefined): TablePreferences {
  if (!text) return defaultPreferences
  try {
    const { size, wrap, compact, hidden, order } = JSON.parse(text) as Partial<TablePreferences>
    return {
      size: pageSizes.find((one) => one === size) ?? defaultPreferences.size,
      wrap: wrap === true,
      compact: compact === true,
      hidden: keysIn(hidden),
      order: keysIn(order),
    }
  } catch {
    return defaultPreferences
  }
}

const keysIn = (given: unknown) => (Array.isArray(given) ? given.filter((key) => typeof key === 'string') : null)
