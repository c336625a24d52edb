'use client'

import { Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { Refused } from '@/app/_parts/refused'
import { Picker } from '@/components/console/picker'
import { PolicyPicker } from '@/components/console/policy-picker'
import type { Column, Row } from '@/components/console/table-rows'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Nothing } from '@/components/ui/key-values'
import { Loading } from '@/components/ui/spinner'
import { fullTime } from '@/components/ui/time'
import { type GroupChoice, loadGroups, loadPolicies, loadUsers, type UserChoice } from './choices'
import { loadDocument } from './load-document'
import { useChoices } from './use-choices'

export type PickerProps = {
  title: string
  description?: ReactNode
  selected: readonly string[]
  onSelect: (ids: readonly string[]) => void
  selection?: 'multi' | 'single'
  /** A refusal takes one line: another list stands before this one. */
  slim?: boolean
  /** A button of the picker's head; may ask for the list again. */
  action?: (refresh: () => void) => ReactNode
}

/** All managed policies to choose from; a row opens to its JSON. */
export function PoliciesToChoose({ title, description, selected, onSelect, selection, slim }: PickerProps) {
  const { choices, refusal, loading, refreshing, refresh } = useChoices(loadPolicies)
  if (loading) return <LoadingCard title={title} noun="policies" />
  return (
    <PolicyPicker
      title={title}
      description={description}
      policies={choices}
      selected={selected}
      onSelect={onSelect}
      selection={selection}
      loadDocument={loadDocument}
      problem={refusal && <Refused refusal={refusal} slim={slim} />}
      onRefresh={refresh}
      refreshing={refreshing}
      createHref="/iam/policies/create"
    />
  )
}

/** The account's groups to choose from. */
export function GroupsToChoose({ title, description, selected, onSelect, action }: PickerProps) {
  const { choices, refusal, loading, refreshing, refresh } = useChoices(loadGroups)
  if (loading) return <LoadingCard title={title} noun="groups" />
  return (
    <Picker
      title={title}
      description={description}
      noun="groups"
      columns={groupColumns}
      rows={choices.map(groupRow)}
      selected={selected}
      onSelect={onSelect}
      search="Search groups"
      problem={refusal && <Refused refusal={refusal} />}
      empty={
        <Empty icon={Users} title="Get started with groups" action={action?.(refresh)}>
          A group gives the same permissions to several users.
        </Empty>
      }
      onRefresh={refresh}
      refreshing={refreshing}
      actions={action?.(refresh)}
    />
  )
}

/** The account's users to choose from. */
export function UsersToChoose({ title, description, selected, onSelect, selection }: PickerProps) {
  const { choices, refusal, loading, refreshing, refresh } = useChoices(loadUsers)
  if (loading) return <LoadingCard title={title} noun="users" />
  return (
    <Picker
      title={title}
      description={description}
      noun="users"
      columns={userColumns}
      rows={choices.map(userRow)}
      selected={selected}
      onSelect={onSelect}
      selection={selection}
      search="Search users"
      problem={refusal && <Refused refusal={refusal} />}
      empty={<Empty icon={Users} title="No users" />}
      onRefresh={refresh}
      refreshing={refreshing}
    />
  )
}

/** As tall as what comes: buttons below must not move away under a click. Of policies there are always more than a page. */
export function LoadingCard({ title, noun }: { title: string; noun: string }) {
  return (
    <Card
      title={title}
      className={noun === 'policies' ? 'min-h-[1329px] m:min-h-[878px]' : 'min-h-[313px] m:min-h-[248px]'}
    >
      <Loading>{`Loading ${noun}`}</Loading>
    </Card>
  )
}

const groupColumns: readonly Column[] = [
  { key: 'name', header: 'Group name', sortable: true, locked: true, narrow: 'title' },
  { key: 'users', header: 'Users', sortable: true },
  { key: 'policies', header: 'Attached policies', sortable: true, narrow: 'aside' },
  { key: 'created', header: 'Created', sortable: true },
]

const groupRow = ({ name, users, policies, created }: GroupChoice): Row => ({
  id: name,
  name,
  cells: { name: <b>{name}</b>, users: told(users), policies: told(policies), created: fullTime(created) },
  sort: { name, users: users ?? -1, policies: policies ?? -1, created },
})

const userColumns: readonly Column[] = [
  { key: 'name', header: 'User name', sortable: true, locked: true, narrow: 'title' },
  { key: 'groups', header: 'Groups', sortable: true },
  { key: 'lastActivity', header: 'Last activity', sortable: true, narrow: 'aside' },
  { key: 'created', header: 'Creation time', sortable: true },
]

const userRow = ({ name, groups, lastActivity, seen, created }: UserChoice): Row => ({
  id: name,
  name,
  cells: {
    name: <b>{name}</b>,
    groups: told(groups),
    lastActivity: lastActivity === '' ? <Nothing>Never</Nothing> : told(lastActivity && seen),
    created: fullTime(created),
  },
  sort: { name, groups: groups ?? -1, lastActivity: lastActivity ?? '', created },
})

const told = (value: number | string | null) => value ?? <Nothing>Access denied</Nothing>
