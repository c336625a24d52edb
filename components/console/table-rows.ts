import type { ReactNode } from 'react'
import type { TablePreferences, TableState } from './table-state'

export type Column = {
  key: string
  header: string
  sortable?: boolean
  /** Cannot be hidden: the name. */
  locked?: boolean
  /** Off until a person turns it on. */
  hidden?: boolean
  width?: number | string
  /** Where it goes in a record below 688 px; the others open with the chevron. */
  narrow?: 'title' | 'aside'
}

/** In the wanted order; locked columns stay in front, and what the order does not name keeps its place at the end. */
export function orderedColumns(columns: readonly Column[], order: readonly string[] | null): readonly Column[] {
  if (!order) return columns
  const place = ({ key, locked }: Column) => (locked ? -1 : order.includes(key) ? order.indexOf(key) : order.length)
  return columns.toSorted((left, right) => place(left) - place(right))
}

/** Columns to draw: what the person hid, else what is hidden by default. Locked ones always. */
export function visibleColumns(
  columns: readonly Column[],
  { hidden, order }: Pick<TablePreferences, 'hidden' | 'order'>,
): readonly Column[] {
  return orderedColumns(columns, order).filter(
    (column) => column.locked || !(hidden ? hidden.includes(column.key) : column.hidden),
  )
}

/** The keys with one of them moved to another place. */
export function moved(keys: readonly string[], key: string, to: number): string[] {
  const others = keys.filter((one) => one !== key)
  return others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, key)
}

/** A short fact of a record below 688 px: icon and word. */
export type Fact = { icon?: ReactNode; text: ReactNode; tone?: 'quiet' | 'warn' }

export type Row = {
  id: string
  /** What selection and expansion call it aloud. */
  name: string
  /** By column key; may be drawn on the server. Absent is a dash. */
  cells: Readonly<Record<string, ReactNode>>
  facts?: readonly Fact[]
  /** Opens below the row. A function is called when it opens for the first time. */
  details?: ReactNode | (() => ReactNode)
  unselectable?: boolean
  /** For tables that sort, search and filter in the browser. */
  sort?: Readonly<Record<string, string | number>>
  search?: string
  filter?: Readonly<Record<string, string>>
}

export type Arranged<Item> = { rows: readonly Item[]; matches: number; pages: number; page: number }

type Sortable = Pick<Row, 'sort' | 'search' | 'filter' | 'name'>

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Searches, filters, sorts and cuts to a page: for lists that are in the browser as a whole. */
export function arrange<Item extends Sortable>(
  items: readonly Item[],
  state: TableState,
  size: number,
): Arranged<Item> {
  const needle = state.search.trim().toLowerCase()
  const filters = Object.entries(state.filters)
  const found = items.filter(
    (item) =>
      (!needle || (item.search ?? item.name).toLowerCase().includes(needle)) &&
      filters.every(([key, value]) => item.filter?.[key] === value),
  )
  const sorted = state.sort ? found.toSorted(comparing(state.sort, state.descending)) : found
  const pages = Math.max(1, Math.ceil(sorted.length / size))
  const page = Math.min(state.page, pages)
  return { rows: sorted.slice((page - 1) * size, page * size), matches: sorted.length, pages, page }
}

function comparing(key: string, descending: boolean) {
  const sign = descending ? -1 : 1
  return (left: Sortable, right: Sortable) =>
    sign * compare(left.sort?.[key] ?? left.name, right.sort?.[key] ?? right.name)
}

function compare(left: string | number, right: string | number): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return collator.compare(String(left), String(right))
}
