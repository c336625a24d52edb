'use client'

import { Users } from 'lucide-react'
import { Refused } from '@/app/_parts/refused'
import { Picker } from '@/components/console/picker'
import type { Column, Row } from '@/components/console/table-rows'
import { Empty } from '@/components/ui/empty'
import { fullTime } from '@/components/ui/time'
import { type EntityChoice, loadEntities } from './entity-choices'
import { LoadingCard, type PickerProps } from './pickers'
import { useChoices } from './use-choices'

const loadAll = async () => ({ ok: true as const, value: [await loadEntities(true)] })
const loadWithoutGroups = async () => ({ ok: true as const, value: [await loadEntities(false)] })

/** Users, groups and roles in one table; the IDs are `user/ann` and `group/testers`. */
export function EntitiesToChoose(props: PickerProps) {
  return <Entities {...props} load={loadAll} />
}

/** Whoever can have a permissions boundary. */
export function UsersAndRolesToChoose(props: PickerProps) {
  return <Entities {...props} load={loadWithoutGroups} />
}

function Entities({ title, description, selected, onSelect, selection, load }: PickerProps & { load: typeof loadAll }) {
  const { choices, loading, refreshing, refresh } = useChoices(load)
  if (loading) return <LoadingCard title={title} noun="entities" />
  const { entities, refusals } = choices[0] ?? { entities: [], refusals: [] }
  const boxes = refusals.map((refusal, index) => (
    <Refused key={refusal.message} refusal={refusal} slim={index > 0 || entities.length > 0} />
  ))
  return (
    <>
      <Picker
        title={title}
        description={description}
        noun="entities"
        columns={columns}
        rows={entities.map(entityRow)}
        selected={selected}
        onSelect={onSelect}
        selection={selection}
        search="Search entities"
        filters={[{ key: 'type', label: 'Type', options: typeOptions }]}
        problem={boxes.length > 0 && entities.length === 0 ? boxes : undefined}
        empty={
          <Empty icon={Users} title="Nobody to attach it to">
            Create a user, a group or a role first.
          </Empty>
        }
        onRefresh={refresh}
        refreshing={refreshing}
      />
      {entities.length > 0 && boxes}
    </>
  )
}

const columns: readonly Column[] = [
  { key: 'name', header: 'Name', sortable: true, locked: true, narrow: 'title' },
  { key: 'type', header: 'Type', sortable: true, narrow: 'aside' },
  { key: 'created', header: 'Creation time', sortable: true },
]

const typeNames = { user: 'IAM user', group: 'User group', role: 'Role' } as const

const typeOptions = [
  { value: '', label: 'All types' },
  ...Object.entries(typeNames).map(([value, label]) => ({ value, label })),
]

const entityRow = ({ type, name, created }: EntityChoice): Row => ({
  id: `${type}/${name}`,
  name,
  cells: { name: <b>{name}</b>, type: typeNames[type], created: fullTime(created) },
  sort: { name, type: typeNames[type], created },
  filter: { type },
})
