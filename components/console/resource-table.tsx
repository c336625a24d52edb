'use client'

import { RefreshCw } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useMemo, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { useTablePreferences } from './preferences-context'
import { useTableAddress } from './table-address'
import { arrange, type Row } from './table-rows'
import { useSelectionState } from './table-selection'
import type { TablePreferences } from './table-state'
import { type TableFrame, TableView } from './table-view'

export type ResourceTableProps = TableFrame & {
  /** Names the table's preferences in this browser: `users`. */
  id: string
  /** Keeps two tables of one page apart in the address. */
  prefix?: string
  rows: readonly Row[]
  /**
   * `server`: `rows` are the page that the address asks for (read it with `readTableState`), `matches` says how many
   * there are. `browser`: `rows` are all; search, order and pages happen here.
   */
  paging: 'server' | 'browser'
  matches?: number
  /** How many rows the server gives; another tab may have chosen anew since this one was loaded. */
  size?: number
  defaultSort?: string
  /** Draws no refresh button. */
  still?: boolean
}

/** A table whose state lives in the address, so that every view is a link. Selection outlives changes of page. */
export function ResourceTable(props: ResourceTableProps) {
  const { id, rows, paging, matches = rows.length, size, actions, still } = props
  const [busy, startTransition] = useTransition()
  const router = useRouter()
  const [state, setState] = useTableAddress(props, startTransition)
  const [preferences, setPreferences] = useTablePreferences(id)
  const chosen = useSelectionState(props.selection)
  const shown = useMemo(() => {
    if (paging === 'browser') return arrange(rows, state, preferences.size)
    return { rows, matches, page: state.page, pages: Math.max(1, Math.ceil(matches / (size ?? preferences.size))) }
  }, [paging, rows, state, matches, size, preferences.size])
  const refresh = () => startTransition(() => router.refresh())
  const savePreferences = (next: TablePreferences) => {
    setPreferences(next)
    if (next.size !== preferences.size) setState({ page: 1 })
    if (paging === 'server') refresh()
  }
  return (
    <TableView
      {...props}
      total={props.total ?? (paging === 'browser' ? rows.length : undefined)}
      actions={
        <>
          {!still && (
            <Button
              label="Refresh"
              icon={<RefreshCw size={16} aria-hidden="true" className={busy ? 'refresh-busy' : undefined} />}
              onClick={refresh}
            />
          )}
          {actions}
        </>
      }
      shown={shown}
      state={state}
      onState={setState}
      preferences={preferences}
      onPreferences={savePreferences}
      chosen={chosen}
      busy={busy}
    />
  )
}
