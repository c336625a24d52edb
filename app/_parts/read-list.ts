import 'server-only'
import { cookies } from 'next/headers'
import type { PreferencesByTable } from '@/components/console/preferences-context'
import {
  preferencesCookie,
  readPreferences,
  readTableState,
  type SearchParams,
  type TablePreferences,
} from '@/components/console/table-state'

/** The preferences of a table of this browser. */
export async function readTablePreferences(tableId: string): Promise<TablePreferences> {
  return readPreferences((await cookies()).get(preferencesCookie(tableId))?.value)
}

/** The preferences of all tables of this browser. */
export async function readAllPreferences(): Promise<PreferencesByTable> {
  const prefix = preferencesCookie('')
  const kept = (await cookies()).getAll().filter(({ name }) => name.startsWith(prefix))
  return Object.fromEntries(kept.map(({ name, value }) => [name.slice(prefix.length), readPreferences(value)]))
}

type Query<Sort> = { search: string; sort?: Sort; direction: 'asc' | 'desc'; offset: number; limit: number }

/** What a list page asks its view for, as the address and the preferences say. `sorts`: the store's orders by column key. */
export async function readList<Sort>(
  tableId: string,
  params: SearchParams,
  sorts: Readonly<Record<string, Sort>>,
  defaultSort: string,
): Promise<Query<Sort>> {
  const { search, sort, descending, page } = readTableState(params, { sortable: Object.keys(sorts), defaultSort })
  const { size: limit } = await readTablePreferences(tableId)
  return {
    search,
    sort: sort === null ? undefined : sorts[sort],
    direction: descending ? 'desc' : 'asc',
    offset: (page - 1) * limit,
    limit,
  }
}
