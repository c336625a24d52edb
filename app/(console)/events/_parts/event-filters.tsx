'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Input, Select } from '@/components/ui/input'
import { attributes, type EventsQuery, eventsHref, ranges } from '../events-query'

const attributeOptions = [
  ...Object.entries(attributes).map(([value, label]) => ({ value, label })),
  { value: 'all', label: 'All events' },
]
const rangeOptions = [
  ...Object.entries(ranges).map(([value, { label }]) => ({ value, label })),
  { value: 'custom', label: 'Custom range' },
]
const readOnlyOptions = [
  { value: 'false', label: 'false' },
  { value: 'true', label: 'true' },
]

/** One attribute and a time range; what they are lives in the address. */
export function EventFilters({ query }: { query: EventsQuery }) {
  const [draft, setDraft] = useState(query)
  const [busy, startTransition] = useTransition()
  const router = useRouter()
  const show = (next: EventsQuery) => startTransition(() => router.push(eventsHref({ ...next, tokens: [] })))
  const set = (change: Partial<EventsQuery>, isComplete: boolean) => {
    const next = { ...draft, ...change }
    setDraft(next)
    if (isComplete) show(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    show(draft.value.trim() === '' ? { ...draft, attribute: 'all' } : draft)
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-center gap-x-3 gap-y-2 max-m:contents">
      <Select
        prefix="Filter"
        className="w-auto max-m:w-full"
        options={attributeOptions}
        value={draft.attribute}
        onChange={(event) => {
          const attribute = event.target.value as EventsQuery['attribute']
          set({ attribute, value: attribute === 'ReadOnly' ? 'false' : '' }, !needsText(attribute))
        }}
      />
      <Value draft={draft} set={set} />
      <Select
        prefix="Time"
        className="w-auto max-m:w-full"
        options={rangeOptions}
        value={draft.range}
        onChange={(event) => {
          const range = event.target.value as EventsQuery['range']
          set({ range }, range !== 'custom' && !isUnfinished(draft))
        }}
      />
      {draft.range === 'custom' && <CustomRange draft={draft} set={set} />}
      {(needsText(draft.attribute) || draft.range === 'custom') && (
        <Button type="submit" loading={busy}>
          Apply
        </Button>
      )}
    </form>
  )
}

type PartProps = { draft: EventsQuery; set: (change: Partial<EventsQuery>, isComplete: boolean) => void }

function Value({ draft: { attribute, value }, set }: PartProps) {
  if (attribute === 'all') return null
  if (attribute === 'ReadOnly') {
    return (
      <Select
        aria-label="Value"
        className="w-auto max-m:w-full"
        options={readOnlyOptions}
        value={value}
        onChange={(event) => set({ value: event.target.value }, true)}
      />
    )
  }
  return (
    <Input
      aria-label="Value"
      className="w-60 max-m:w-full"
      placeholder={examples[attribute]}
      value={value}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => set({ value: event.target.value }, false)}
    />
  )
}

function CustomRange({ draft, set }: PartProps) {
  return (
    <span className="flex flex-wrap items-center gap-2 text-text-2">
      <Input
        type="datetime-local"
        aria-label="From (UTC)"
        className="w-auto"
        value={draft.from}
        onChange={(event) => set({ from: event.target.value }, false)}
      />
      to
      <Input
        type="datetime-local"
        aria-label="To (UTC)"
        className="w-auto"
        value={draft.to}
        onChange={(event) => set({ to: event.target.value }, false)}
      />
      UTC
    </span>
  )
}

const needsText = (attribute: EventsQuery['attribute']) => attribute !== 'all' && attribute !== 'ReadOnly'
const isUnfinished = ({ attribute, value }: EventsQuery) => needsText(attribute) && value.trim() === ''

const examples = {
  EventName: 'CreateUser',
  Username: 'ann',
  EventSource: 'iam.amazonaws.com',
  ResourceType: 'AWS::IAM::User',
  ResourceName: 'ann',
  EventId: 'The whole ID',
  AccessKeyId: 'AKIA…',
}
