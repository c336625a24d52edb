'use client'

import { ChevronDown, ChevronUp, GripVertical } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react'
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
  const [said, setSaid] = useState('')
  const [dragged, setDragged] = useState<string>()
  const list = useRef<HTMLUListElement>(null)
  const movable = columns.filter((column) => !column.locked)
  const keys = movable.map((column) => column.key)
  const move = (key: string, to: number) => {
    if (to < 0 || to >= keys.length) return
    onOrder(moved(keys, key, to))
    const header = movable.find((column) => column.key === key)?.header
    setSaid(`${header} is now column ${to + 1} of ${keys.length}.`)
  }
  const onKeyDown = (key: string) => (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || step === 0) return
    event.preventDefault()
    move(key, keys.indexOf(key) + step)
  }
  const onDragOver = (key: string) => (event: DragEvent) => {
    if (!dragged) return
    event.preventDefault()
    if (dragged !== key) move(dragged, keys.indexOf(key))
  }
  return (
    <RadioGroup legend="Columns">
      {columns
        .filter((column) => column.locked)
        .map((column) => (
          <Checkbox key={column.key} label={column.header} disabled checked readOnly />
        ))}
      <ul ref={list} className="column-choice">
        {movable.map(({ key, header }, at) => (
          <li
            key={key}
            draggable
            data-dragged={dragged === key || undefined}
            onDragStart={() => setDragged(key)}
            onDragEnd={() => setDragged(undefined)}
            onDragOver={onDragOver(key)}
            onKeyDown={onKeyDown(key)}
          >
            <GripVertical size={14} aria-hidden="true" className="column-grip" />
            <Checkbox
              label={header}
              checked={!hidden.includes(key)}
              onChange={(event) => onShow(key, event.target.checked)}
            />
            <MoveButton label={`Move ${header} up`} up disabled={at === 0} onMove={() => move(key, at - 1)} />
            <MoveButton
              label={`Move ${header} down`}
              disabled={at === keys.length - 1}
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
