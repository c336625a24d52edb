'use client'

import { parseAsInteger, parseAsString, useQueryStates } from 'nuqs'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Column } from './table-rows'
import { readSort, type TableState, tableKeys } from './table-state'
import type { TableFilter } from './table-view'

type AddressedTable = {
  prefix?: string
  filters?: readonly TableFilter[]
  columns: readonly Column[]
  paging: 'server' | 'browser'
  defaultSort?: string
}

/** So long nobody types before the address follows. */
const pause = 250

/** A table's state in the address. A search that is still being typed is held back until a pause or another change. */
export function useTableAddress(
  table: AddressedTable,
  startTransition: (work: () => void) => void,
): [TableState, (change: Partial<TableState>) => void] {
  const [addressed, write] = useAddress(table, startTransition)
  const [typed, setTyped] = useState<string>()
  const settle = useEffectEvent((search: string) => {
    setTyped(undefined)
    write({ search, page: 1 })
  })
  useEffect(() => {
    if (typed === undefined) return
    const timer = setTimeout(() => settle(typed), pause)
    // Whoever clicks a link wants to leave: a change of the address would call the leaving off.
    const onClick = (click: MouseEvent) => leavesPage(click) && clearTimeout(timer)
    document.addEventListener('click', onClick, true)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('click', onClick, true)
    }
  }, [typed])
  const change = ({ search, ...others }: Partial<TableState>) => {
    const isTyping = search !== undefined && others.filters === undefined
    if (isTyping) return setTyped(search)
    setTyped(undefined)
    write({ search: search ?? typed, ...others })
  }
  return [typed === undefined ? addressed : { ...addressed, search: typed, page: 1 }, change]
}

function leavesPage({ target, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  const link = target instanceof Element ? target.closest('a') : null
  return link !== null && link.target !== '_blank' && !ctrlKey && !metaKey && !shiftKey
}

function useAddress(
  { prefix, filters = [], columns, paging, defaultSort }: AddressedTable,
  startTransition: (work: () => void) => void,
): [TableState, (change: Partial<TableState>) => void] {
  const keys = tableKeys(prefix)
  const parsers = Object.fromEntries([
    [keys.search, parseAsString.withDefault('')],
    [keys.sort, parseAsString],
    [keys.page, parseAsInteger],
    ...filters.map((filter) => [keys.filter(filter.key), parseAsString] as const),
  ])
  const [values, setValues] = useQueryStates(parsers, {
    shallow: paging === 'browser',
    history: 'replace',
    startTransition,
  })
  const sortable = columns.filter((column) => column.sortable).map((column) => column.key)
  const sort = values[keys.sort]
  const state: TableState = {
    search: String(values[keys.search] ?? ''),
    ...readSort(typeof sort === 'string' ? sort : null, { sortable, defaultSort }),
    page: Math.max(1, Number(values[keys.page] ?? 1)),
    filters: Object.fromEntries(
      filters.flatMap(({ key }) => (values[keys.filter(key)] ? [[key, String(values[keys.filter(key)])]] : [])),
    ),
  }
  const write = (next: Partial<TableState>) => {
    const update: Record<string, string | number | null> = {}
    if (next.search !== undefined) update[keys.search] = next.search || null
    if (next.sort !== undefined) update[keys.sort] = next.sort && `${next.descending ? '-' : ''}${next.sort}`
    if (next.page !== undefined) update[keys.page] = next.page > 1 ? next.page : null
    if (next.filters) for (const { key } of filters) update[keys.filter(key)] = next.filters[key] ?? null
    setValues(update)
  }
  return [state, write]
}
