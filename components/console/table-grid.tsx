'use client'

import { ArrowDown, ArrowUp, ChevronDown, ChevronLeft, ChevronRight, ChevronsUpDown } from 'lucide-react'
import { Fragment, useState } from 'react'
import { Checkbox, Radio } from '@/components/ui/choice'
import { classNames } from '@/components/ui/class-names'
import { Nothing } from '@/components/ui/key-values'
import { type Column, type Fact, type Row, visibleColumns } from './table-rows'
import type { TableViewProps } from './table-view'

/** The rows. Below 688 px the same table is drawn as records, see table-narrow.css. */
export function TableGrid(props: TableViewProps) {
  const { columns, shown, preferences, chosen, selection, busy, title } = props
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const visible = visibleColumns(columns, preferences)
  const toggle = (id: string) => setOpened((before) => before.symmetricDifference(new Set([id])))
  return (
    <div className="table-scroll">
      <table
        className={classNames(
          'table table-records',
          preferences.compact && 'table-compact',
          preferences.wrap && 'table-wrap',
        )}
        aria-busy={busy || undefined}
        aria-label={title}
      >
        <TableHead {...props} visible={visible} />
        <tbody>
          {shown.rows.map((row) => (
            <Fragment key={row.id}>
              <tr className={classNames(chosen.has(row.id) && 'row-selected', opened.has(row.id) && 'row-open')}>
                {selection && <SelectCell row={row} {...props} />}
                {visible.map((column) => (
                  <Cell key={column.key} row={row} column={column} open={opened.has(row.id)} onToggle={toggle} />
                ))}
                <NarrowCells row={row} open={opened.has(row.id)} onToggle={toggle} />
              </tr>
              {row.details && opened.has(row.id) && (
                <tr className="row-details">
                  <td colSpan={visible.length + (selection ? 1 : 0)}>
                    {typeof row.details === 'function' ? row.details() : row.details}
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TableHead({
  visible,
  state,
  onState,
  selection,
  shown,
  chosen,
  pager,
}: TableViewProps & { visible: readonly Column[] }) {
  const selectable = shown.rows.filter((row) => !row.unselectable)
  const ticked = selectable.filter((row) => chosen.has(row.id)).length
  const sortBy = (key: string) => onState({ sort: key, descending: state.sort === key && !state.descending, page: 1 })
  return (
    <thead>
      <tr>
        {selection && (
          <th className="cell-select">
            {selection === 'multi' ? (
              <Checkbox
                aria-label="Select all on this page"
                checked={ticked > 0 && ticked === selectable.length}
                mixed={(ticked > 0 && ticked < selectable.length) || (ticked === 0 && chosen.selected.length > 0)}
                onChange={(event) => chosen.set(selectable, event.target.checked)}
              />
            ) : (
              <span className="sr-only">Selection</span>
            )}
          </th>
        )}
        {visible.map((column) => (
          <HeadCell
            key={column.key}
            column={column}
            sorted={state.sort === column.key ? (state.descending ? 'descending' : 'ascending') : undefined}
            onSort={() => sortBy(column.key)}
          />
        ))}
        {pager ? <td className="record-pager">{pager}</td> : <NarrowPager shown={shown} onState={onState} />}
      </tr>
    </thead>
  )
}

type HeadCellProps = { column: Column; sorted: 'ascending' | 'descending' | undefined; onSort: () => void }

function HeadCell({ column, sorted, onSort }: HeadCellProps) {
  const Icon = sorted === 'ascending' ? ArrowUp : sorted ? ArrowDown : ChevronsUpDown
  const words = column.header.split(' ')
  return (
    <th aria-sort={sorted} style={{ width: column.width }} data-narrow={column.narrow}>
      {column.sortable ? (
        <button type="button" className={classNames('sort', sorted && 'sort-active')} onClick={onSort}>
          <span>
            {words.slice(0, -1).map((word) => `${word} `)}
            <span className="sort-end">
              {words.at(-1)}
              <Icon size={16} aria-hidden="true" />
            </span>
          </span>
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}

function SelectCell({ row, selection, chosen, title }: TableViewProps & { row: Row }) {
  const Box = selection === 'single' ? Radio : Checkbox
  return (
    <td className="cell-select">
      <Box
        aria-label={`Select ${row.name}`}
        name={selection === 'single' ? `choose ${title}` : undefined}
        checked={chosen.has(row.id)}
        disabled={row.unselectable}
        onChange={(event) => chosen.set([row], event.target.checked)}
      />
    </td>
  )
}

type CellProps = { row: Row; column: Column; open: boolean; onToggle: (id: string) => void }

function Cell({ row, column, open, onToggle }: CellProps) {
  const content = row.cells[column.key] ?? <Nothing />
  const expands = row.details !== undefined && column.locked
  return (
    <td data-narrow={column.narrow} data-label={column.header} className={expands ? 'cell-expands' : undefined}>
      {expands && (
        <button
          type="button"
          className="expander"
          aria-label={`Details of ${row.name}`}
          aria-expanded={open}
          onClick={() => onToggle(row.id)}
        >
          <ChevronRight size={14} aria-hidden="true" />
        </button>
      )}
      {/* Content that still streams in after a navigation would count as a list without keys. */}
      <Fragment key="content">{content}</Fragment>
    </td>
  )
}

// The two parts that only a record has; the wide table does not draw them.
function NarrowCells({ row, open, onToggle }: Omit<CellProps, 'column'>) {
  return (
    <>
      {row.facts && (
        <td className="record-facts">
          {row.facts.map((fact, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: facts of a record keep their places.
            <FactText key={index} fact={fact} />
          ))}
        </td>
      )}
      <td className="record-more">
        <button
          type="button"
          className="expander"
          aria-label={`More about ${row.name}`}
          aria-expanded={open}
          onClick={() => onToggle(row.id)}
        >
          <ChevronDown size={16} aria-hidden="true" />
        </button>
      </td>
    </>
  )
}

function FactText({ fact }: { fact: Fact }) {
  return (
    <span className={classNames('fact', fact.tone && `fact-${fact.tone}`)}>
      {fact.icon}
      {fact.text}
    </span>
  )
}

function NarrowPager({ shown, onState }: Pick<TableViewProps, 'shown' | 'onState'>) {
  const { page, pages, matches, rows } = shown
  const size =
    page < pages ? rows.length : Math.max(rows.length, Math.ceil((matches - rows.length) / Math.max(1, page - 1)))
  const first = (page - 1) * size + 1
  return (
    <td className="record-pager">
      <span>
        {first}–{first + rows.length - 1} of {matches.toLocaleString('en')}
      </span>
      <button type="button" aria-label="Previous page" disabled={page <= 1} onClick={() => onState({ page: page - 1 })}>
        <ChevronLeft size={16} aria-hidden="true" />
      </button>
      <button type="button" aria-label="Next page" disabled={page >= pages} onClick={() => onState({ page: page + 1 })}>
        <ChevronRight size={16} aria-hidden="true" />
      </button>
    </td>
  )
}
