'use client'

import { ChevronDown, ChevronUp, GripVertical } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox, RadioGroup } from '@/components/ui/choice'
import { type Column, moved } from './table-rows'

type Props = {
  /** In their present order. */
  columns: readonly Column[]
  hidden: readonly string[]
  onShow: (key: string, on: boolean) => void
  onOrder: (keys: readonly string[]) => void
}

/** Which columns are shown, and in which order: moved by dragging, by buttons, or by Alt with an arrow key. */
export function ColumnChoice({ columns, hidden, onShow, onOrder }: Props) {
  const movable = columns.filter((column) => !column.locked)
  const { said, dragged, rowProps, move } = useMoves(movable, onOrder)
  return (
    <RadioGroup legend="Columns">
      {columns
        .filter((column) => column.locked)
        .map((column) => (
          <Checkbox key={column.key} label={column.header} disabled checked readOnly />
        ))}
      <ul className="column-choice">
        {movable.map(({ key, header }, at) => (
          <li key={key} data-dragged={dragged === key || undefined} {...rowProps(key)}>
            <GripVertical size={14} aria-hidden="true" className="column-grip" />
            <Checkbox
              label={header}
              checked={!hidden.includes(key)}
              onChange={(event) => onShow(key, event.target.checked)}
            />
            <MoveButton label={`Move ${header} up`} up disabled={at === 0} onMove={() => move(key, at - 1)} />
            <MoveButton
              label={`Move ${header} down`}
              disabled={at === movable.length - 1}
              onMove={() => move(key, at + 1)}
            />
          </li>
        ))}
      </ul>
      <span role="status" className="sr-only">
        {said}
      </span>
    </RadioGroup>
  )
}

/** Moves columns and says aloud where they went. */
function useMoves(movable: readonly Column[], onOrder: Props['onOrder']) {
  const [said, setSaid] = useState('')
  const [dragged, setDragged] = useState<string>()
  const keys = movable.map((column) => column.key)
  const move = (key: string, to: number) => {
    if (to < 0 || to >= keys.length) return
    const focused = document.activeElement
    onOrder(moved(keys, key, to))
    setSaid(`${movable.find((column) => column.key === key)?.header} is now column ${to + 1} of ${keys.length}.`)
    // A row that changes its place in the document loses the focus.
    requestAnimationFrame(() => focused instanceof HTMLElement && focused.focus())
  }
  const rowProps = (key: string) => ({
    draggable: true,
    onDragStart: () => setDragged(key),
    onDragEnd: () => setDragged(undefined),
    onDragOver: (event: DragEvent) => {
      if (!dragged) return
      event.preventDefault()
      if (dragged !== key) move(dragged, keys.indexOf(key))
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
      if (!event.altKey || step === 0) return
      event.preventDefault()
      move(key, keys.indexOf(key) + step)
    },
  })
  return { said, dragged, rowProps, move }
}

type MoveProps = { label: string; up?: boolean; disabled: boolean; onMove: () => void }

function MoveButton({ label, up, disabled, onMove }: MoveProps) {
  const Icon = up ? ChevronUp : ChevronDown
  return (
    <Button
      variant="plain"
      size="small"
      label={label}
      icon={<Icon size={14} aria-hidden="true" />}
      aria-disabled={disabled || undefined}
      onClick={onMove}
    />
  )
}
