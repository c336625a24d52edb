'use client'

import { Search, Settings } from 'lucide-react'
import dynamic from 'next/dynamic'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TitleRow } from '@/components/ui/card'
import { classNames } from '@/components/ui/class-names'
import { Empty } from '@/components/ui/empty'
import { SearchInput, Select, type SelectOption } from '@/components/ui/input'
import { Pagination } from '@/components/ui/pagination'
import { Loading, Spinner } from '@/components/ui/spinner'
import { Info } from './info'
import { TableGrid } from './table-grid'
import type { Arranged, Column, Row } from './table-rows'
import { SelectionProvider, type SelectionState } from './table-selection'
import type { TablePreferences, TableState } from './table-state'

const PreferencesModal = dynamic(() => import('./table-preferences').then((module) => module.TablePreferencesModal), {
  ssr: false,
})

export type TableFilter = {
  key: string
  /** Stands inside the select: `Type`. */
  label: string
  /** The first one, with the empty value, is "all". */
  options: readonly SelectOption[]
}

export type TableFrame = {
  title: string
  /** Heading level; 1 where the table is the page. */
  level?: 1 | 2 | 3
  /** Help topic: draws `Info`. */
  help?: string
  description?: ReactNode
  /** Buttons at the right; client components among them may call `useSelection()`. */
  actions?: ReactNode
  columns: readonly Column[]
  /** All there are, before search and filters; absent while unknown or refused. */
  total?: number
  /** Name of the search box; no box without it. */
  search?: string
  filters?: readonly TableFilter[]
  /** Further controls beside search and filters. */
  tools?: ReactNode
  /** In place of page numbers, where a list is only paged by its tokens: a `StepPager`. */
  pager?: ReactNode
  selection?: 'multi' | 'single'
  /** A DenialBox or ErrorBox in place of the rows. */
  problem?: ReactNode
  /** What stands there when nothing exists: an `Empty`. */
  empty?: ReactNode
  /** What the rows are, in the plural: `users`. Used in `Loading users`. */
  noun?: string
  loading?: boolean
  /** No row of tools: for a few rows that need no search and no pages. */
  bare?: boolean
  className?: string
}

export type TableViewProps = TableFrame & {
  shown: Arranged<Row>
  state: TableState
  onState: (change: Partial<TableState>) => void
  preferences: TablePreferences
  onPreferences: (preferences: TablePreferences) => void
  chosen: SelectionState
  busy?: boolean
}

/** The looks of every table: knows no address and no server. */
export function TableView(props: TableViewProps) {
  const { title, level, help, description, actions, chosen, total, problem } = props
  const count = total === undefined || problem ? undefined : counterText(chosen.selected.length, total)
  return (
    <SelectionProvider selection={chosen}>
      <section
        className={classNames('card table-card', props.bare && 'table-bare', props.className)}
        aria-label={title}
      >
        <div className="table-head">
          <div>
            <TitleRow level={level} title={title} counter={count} info={help && <Info topic={help} about={title} />} />
            {description && <p className="lead">{description}</p>}
          </div>
          {actions && <div className="actions">{actions}</div>}
        </div>
        <div className="table-sheet">
          {!props.bare && <TableTools {...props} />}
          <TableBody {...props} />
        </div>
      </section>
    </SelectionProvider>
  )
}

function counterText(selected: number, total: number): string {
  const all = total.toLocaleString('en')
  return selected > 0 ? `${selected.toLocaleString('en')}/${all}` : all
}

const isNarrowed = ({ search, filters }: TableState) => search.trim() !== '' || Object.keys(filters).length > 0

function TableTools(props: TableViewProps) {
  const { search, filters = [], state, onState, shown, busy, problem, pager } = props
  const setFilter = (key: string, value: string) => {
    const { [key]: _, ...others } = state.filters
    onState({ filters: value ? { ...others, [key]: value } : others, page: 1 })
  }
  return (
    <div className="table-tools">
      {search && (
        <SearchInput
          label={search}
          value={state.search}
          onChange={(value) => onState({ search: value, page: 1 })}
          className={filters.length > 0 ? 'table-search table-search-short' : 'table-search'}
        />
      )}
      <span role="status" className="table-matches">
        {busy && <Spinner />}
        {!busy && !problem && isNarrowed(state) && matchesText(shown.matches)}
      </span>
      {filters.map((filter) => (
        <Select
          key={filter.key}
          prefix={filter.label}
          className="table-filter"
          options={filter.options}
          value={state.filters[filter.key] ?? ''}
          onChange={(event) => setFilter(filter.key, event.target.value)}
        />
      ))}
      {props.tools}
      <div className="table-end">
        <div className="table-pager">
          {pager ?? <Pagination page={shown.page} pages={shown.pages} onPage={(page) => onState({ page })} />}
          <span className="table-rule" />
        </div>
        <PreferencesButton {...props} />
      </div>
    </div>
  )
}

function PreferencesButton({ columns, preferences, onPreferences }: TableViewProps) {
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      <Button
        variant="plain"
        className="table-gear"
        label="Preferences"
        tip="left"
        icon={<Settings size={16} aria-hidden="true" />}
        onClick={() => setChoosing(true)}
      />
      {choosing && (
        <PreferencesModal
          columns={columns}
          preferences={preferences}
          onSave={onPreferences}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  )
}

const matchesText = (matches: number) => `${matches.toLocaleString('en')} ${matches === 1 ? 'match' : 'matches'}`

function TableBody(props: TableViewProps) {
  const { problem, loading, shown, state, onState, empty, noun = 'items' } = props
  if (problem) return <div className="table-state">{problem}</div>
  if (loading) return <Loading>{`Loading ${noun}`}</Loading>
  if (shown.rows.length > 0) return <TableGrid {...props} />
  if (!isNarrowed(state)) return <div className="table-state">{empty ?? <Empty title={`No ${noun}`} />}</div>
  const clear = <Button onClick={() => onState({ search: '', filters: {}, page: 1 })}>Clear filter</Button>
  return (
    <div className="table-state">
      <Empty icon={Search} title="No matches" action={clear}>
        {`None of the ${noun} fits what you are looking for.`}
      </Empty>
    </div>
  )
}
