'use client'

import { RefreshCw } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { arrange, type Column, type Row } from './table-rows'
import { chosenFrom } from './table-selection'
import { defaultPreferences, type TablePreferences, type TableState } from './table-state'
import { type TableFilter, TableView } from './table-view'

export type PickerProps = {
  title: string
  description?: ReactNode
  level?: 2 | 3
  noun: string
  columns: readonly Column[]
  /** All there are: search, order and pages happen here. */
  rows: readonly Row[]
  /** IDs. The caller holds them, so that they outlive a step of a wizard. */
  selected: readonly string[]
  onSelect: (ids: readonly string[]) => void
  selection?: 'multi' | 'single'
  search?: string
  filters?: readonly TableFilter[]
  defaultSort?: string
  /** A DenialBox where the list was refused. */
  problem?: ReactNode
  empty?: ReactNode
  onRefresh?: () => void
  refreshing?: boolean
  actions?: ReactNode
}

/** A table to choose from inside a wizard or a form: its state is its own and not the address's. */
export function Picker(props: PickerProps) {
  const { rows, selected, onSelect, selection = 'multi', onRefresh, refreshing, actions, defaultSort = 'name' } = props
  const [state, setState] = useState<TableState>({ ...firstState, sort: defaultSort })
  const [preferences, setPreferences] = useState<TablePreferences>(defaultPreferences)
  const shown = useMemo(() => arrange(rows, state, preferences.size), [rows, state, preferences.size])
  return (
    <TableView
      {...props}
      level={props.level ?? 2}
      className="table-dense"
      selection={selection}
      total={rows.length}
      actions={
        <>
          {onRefresh && (
            <Button
              label="Refresh"
              icon={<RefreshCw size={16} aria-hidden="true" className={refreshing ? 'refresh-busy' : undefined} />}
              onClick={onRefresh}
            />
          )}
          {actions}
        </>
      }
      shown={shown}
      state={state}
      onState={(change) => setState((before) => ({ ...before, ...change }))}
      preferences={preferences}
      onPreferences={setPreferences}
      chosen={chosenFrom(selected, onSelect, selection)}
    />
  )
}

const firstState: TableState = { search: '', sort: null, descending: false, page: 1, filters: {} }
