'use client'

import { ExternalLink, RefreshCw } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { JsonView } from '@/components/ui/json-view'
import { Nothing } from '@/components/ui/key-values'
import { Spinner } from '@/components/ui/spinner'
import { Highlight } from '@/components/ui/text'
import { type PolicyType, policyTypeNames } from './policy-types'
import { arrange, type Column, type Row } from './table-rows'
import { chosenFrom } from './table-selection'
import { defaultPreferences, type TablePreferences, type TableState } from './table-state'
import { type TableFilter, TableView } from './table-view'

/** One policy of the compact list that a picker gets: some 1,570 of them travel at once. */
export type PolicyChoice = {
  arn: string
  name: string
  type: PolicyType
  /** How many users, groups and roles have it. */
  attached?: number
}

export type PolicyPickerProps = {
  title: string
  description?: ReactNode
  level?: 2 | 3
  policies: readonly PolicyChoice[]
  /** ARNs. The caller holds them, so that they outlive a step of a wizard. */
  selected: readonly string[]
  onSelect: (arns: readonly string[]) => void
  selection?: 'multi' | 'single'
  /** Gives a policy's JSON when its row is opened; usually a server action. Rows do not open without it. */
  loadDocument?: (arn: string) => Promise<DocumentAnswer>
  /** A DenialBox where the list was refused. */
  problem?: ReactNode
  onRefresh?: () => void
  refreshing?: boolean
  /** Opens in a new tab: `Create policy`. */
  createHref?: string
}

/** What opening a row yields: the text, or what stood in the way, drawn. */
export type DocumentAnswer = { text: string } | { problem: ReactNode }

const columns: readonly Column[] = [
  { key: 'name', header: 'Policy name', sortable: true, locked: true, narrow: 'title' },
  { key: 'type', header: 'Type', sortable: true, narrow: 'aside', width: 170 },
  { key: 'attached', header: 'Attached entities', sortable: true, width: 200 },
]

const typeFilter: TableFilter = {
  key: 'type',
  label: 'Type',
  options: [
    { value: '', label: 'All types' },
    ...Object.entries(policyTypeNames).map(([value, label]) => ({ value, label })),
  ],
}

/** The policy table of wizards and attach pages: everything is in the browser, only documents are fetched. */
export function PolicyPicker(props: PolicyPickerProps) {
  const { policies, selected, onSelect, selection = 'multi', loadDocument, onRefresh, refreshing, createHref } = props
  const [state, setState] = useState<TableState>(firstState)
  const [preferences, setPreferences] = useState<TablePreferences>(defaultPreferences)
  const items = useMemo(() => policies.map(sortable), [policies])
  const arranged = useMemo(() => arrange(items, state, preferences.size), [items, state, preferences.size])
  const rows = arranged.rows.map(({ policy }) => policyRow(policy, state.search, loadDocument))
  const actions = (
    <>
      {onRefresh && (
        <Button
          label="Refresh"
          icon={<RefreshCw size={16} aria-hidden="true" className={refreshing ? 'refresh-busy' : undefined} />}
          onClick={onRefresh}
        />
      )}
      {createHref && (
        <ButtonLink href={createHref} target="_blank">
          Create policy <ExternalLink size={14} aria-hidden="true" />
        </ButtonLink>
      )}
    </>
  )
  return (
    <TableView
      title={props.title}
      level={props.level ?? 2}
      description={props.description}
      className="table-dense"
      columns={columns}
      noun="policies"
      search="Search policies"
      filters={[typeFilter]}
      selection={selection}
      problem={props.problem}
      total={policies.length}
      actions={actions}
      shown={{ ...arranged, rows }}
      state={state}
      onState={(change) => setState((before) => ({ ...before, ...change }))}
      preferences={preferences}
      onPreferences={setPreferences}
      chosen={chosenFrom(selected, onSelect, selection)}
    />
  )
}

const firstState: TableState = { search: '', sort: 'name', descending: false, page: 1, filters: {} }

function sortable(policy: PolicyChoice) {
  return {
    policy,
    name: policy.name,
    sort: { name: policy.name, type: policyTypeNames[policy.type], attached: policy.attached ?? 0 },
    filter: { type: policy.type },
  }
}

function policyRow(policy: PolicyChoice, search: string, load: PolicyPickerProps['loadDocument']): Row {
  return {
    id: policy.arn,
    name: policy.name,
    cells: {
      name: (
        <span className="font-semibold text-link">
          <Highlight text={policy.name} query={search} />
        </span>
      ),
      type: policyTypeNames[policy.type],
      attached: policy.attached ?? <Nothing />,
    },
    details: load && (() => <PolicyDocument arn={policy.arn} name={policy.name} load={load} />),
  }
}

type DocumentProps = { arn: string; name: string; load: NonNullable<PolicyPickerProps['loadDocument']> }

function PolicyDocument({ arn, name, load }: DocumentProps) {
  const [answer, setAnswer] = useState<DocumentAnswer | null>(null)
  useEffect(() => {
    let gone = false
    load(arn).then((loaded) => {
      if (!gone) setAnswer(loaded)
    })
    return () => {
      gone = true
    }
  }, [arn, load])
  if (!answer) {
    return (
      <span className="status">
        <Spinner /> Loading {name}
      </span>
    )
  }
  if ('problem' in answer) return answer.problem
  return <JsonView text={answer.text} label={`Document of ${name}`} maxHeight={320} />
}
