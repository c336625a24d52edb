'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox, Radio, RadioGroup } from '@/components/ui/choice'
import { Modal } from '@/components/ui/modal'
import { ColumnChoice } from './column-choice'
import { type Column, orderedColumns } from './table-rows'
import { pageSizes, type TablePreferences } from './table-state'

type Props = {
  columns: readonly Column[]
  preferences: TablePreferences
  onSave: (preferences: TablePreferences) => void
  onClose: () => void
}

/** Page size, density, wrapping, columns: kept for this table in this browser. */
export function TablePreferencesModal({ columns, preferences, onSave, onClose }: Props) {
  const [draft, setDraft] = useState(preferences)
  const hidden = draft.hidden ?? columns.filter((column) => column.hidden && !column.locked).map((column) => column.key)
  const change: Choice['change'] = (part) => setDraft({ ...draft, ...part })
  const show = (key: string, on: boolean) =>
    change({ hidden: on ? hidden.filter((one) => one !== key) : [...hidden, key] })
  const footer = (
    <>
      <Button variant="plain" onClick={onClose}>
        Cancel
      </Button>
      <Button
        variant="primary"
        onClick={() => {
          onSave(draft)
          onClose()
        }}
      >
        Confirm
      </Button>
    </>
  )
  return (
    <Modal title="Preferences" onClose={onClose} footer={footer}>
      <div className="grid gap-5 m:grid-cols-2">
        <div className="flex flex-col gap-5">
          <PageSizeChoice draft={draft} change={change} />
          <RowsChoice draft={draft} change={change} />
        </div>
        <ColumnChoice
          columns={orderedColumns(columns, draft.order)}
          hidden={hidden}
          onShow={show}
          onOrder={(order) => change({ order })}
        />
      </div>
    </Modal>
  )
}

type Choice = { draft: TablePreferences; change: (part: Partial<TablePreferences>) => void }

function PageSizeChoice({ draft, change }: Choice) {
  return (
    <RadioGroup legend="Page size">
      {pageSizes.map((size) => (
        <Radio
          key={size}
          name="page-size"
          label={`${size} rows`}
          checked={draft.size === size}
          onChange={() => change({ size })}
        />
      ))}
    </RadioGroup>
  )
}

function RowsChoice({ draft, change }: Choice) {
  return (
    <RadioGroup legend="Rows">
      <Checkbox label="Wrap lines" checked={draft.wrap} onChange={(event) => change({ wrap: event.target.checked })} />
      <Checkbox
        label="Compact"
        hint="Rows of 32 instead of 40"
        checked={draft.compact}
        onChange={(event) => change({ compact: event.target.checked })}
      />
    </RadioGroup>
  )
}
