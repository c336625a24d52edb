import 'server-only'
import { cookies } from 'next/headers'
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

type Query<Sort> = { search: string; sort?: Sort; direction: 'asc' | 'desc'; offset: number; limit: number }

/** What a list page asks its view for, as the address and the preferences say. `sorts`: the store's orders by column key. */
export async function readList<Sort>(
  tableId: string,
  params: SearchParams,
  sorts: Readonly<Record<string, Sort>>,
  defaultSort: string,
): Promise<{ preferences: TablePreferences; query: Query<Sort> }> {
  const { search, sort, descending, page } = readTableState(params, { sortable: Object.keys(sorts), defaultSort })
  const preferences = await readTablePreferences(tableId)
  const { size: limit } = preferences
  const direction = descending ? 'desc' : 'asc'
  const query = {
    search,
    sort: sort === null ? undefined : sorts[sort],
    direction,
    offset: (page - 1) * limit,
    limit,
  } as const
  return { preferences, query }
}
