import { ShieldOff, Users } from 'lucide-react'
import { SelectionButton } from '@/app/_parts/action-button'
import { Refused } from '@/app/_parts/refused'
import { ResourceTable } from '@/components/console/resource-table'
import type { Column, Row } from '@/components/console/table-rows'
import { ButtonLink } from '@/components/ui/button-link'
import { Empty } from '@/components/ui/empty'
import { Link } from '@/components/ui/link'
import { type Entity, listEntities } from '../../entities'
import { policyHref } from '../../place'
import { detachEntities, liftBoundaries } from '../actions'
import { ChangeBoundary } from './change-boundary'
import type { TabProps } from './tab'

const columns: readonly Column[] = [
  { key: 'name', header: 'Entity name', sortable: true, locked: true, narrow: 'title' },
  { key: 'type', header: 'Entity type', sortable: true, narrow: 'aside' },
]

const typeNames = { user: 'IAM user', group: 'User group', role: 'Role' } as const

const typeFilter = {
  key: 'type',
  label: 'Type',
  options: [
    { value: '', label: 'All types' },
    ...Object.entries(typeNames).map(([value, label]) => ({ value, label })),
  ],
}

export function EntitiesTab(props: TabProps) {
  return (
    <>
      <Attached {...props} />
      <Bounded {...props} />
    </>
  )
}

async function Attached({ arn, slim }: TabProps) {
  const attached = await listEntities(arn, 'PermissionsPolicy')
  return (
    <ResourceTable
      id="policy-entities"
      paging="browser"
      title="Attached as a permissions policy"
      noun="entities"
      columns={columns}
      rows={attached.ok ? attached.value.map(entityRow) : []}
      defaultSort="name"
      search="Search entities"
      filters={[typeFilter]}
      selection="multi"
      problem={attached.ok ? undefined : <Refused refusal={attached.refusal} slim={slim} />}
      empty={
        <Empty icon={Users} title="Attached to nobody">
          A policy allows something only once it is attached.
        </Empty>
      }
      actions={
        <>
          <SelectionButton
            label="Detach"
            act={detachEntities.bind(null, arn)}
            confirm={{ title: 'Detach this policy?', action: 'Detach', text: 'These lose what the policy allows:' }}
          />
          <ButtonLink href={`${policyHref(arn)}/attach`} variant="primary">
            Attach
          </ButtonLink>
        </>
      }
    />
  )
}

async function Bounded({ arn }: TabProps) {
  const bounded = await listEntities(arn, 'PermissionsBoundary')
  return (
    <ResourceTable
      id="policy-bounded"
      prefix="bounded"
      paging="browser"
      title="Attached as a permissions boundary"
      noun="entities"
      columns={columns}
      rows={bounded.ok ? bounded.value.map(entityRow) : []}
      defaultSort="name"
      selection="multi"
      problem={bounded.ok ? undefined : <Refused refusal={bounded.refusal} slim />}
      empty={
        <Empty icon={ShieldOff} title="Bounds nobody">
          As a boundary a policy is the most that somebody can do.
        </Empty>
      }
      actions={
        <>
          <SelectionButton
            label="Remove"
            act={liftBoundaries}
            confirm={{
              title: 'Remove the permissions boundary?',
              action: 'Remove',
              text: 'These are no longer limited:',
            }}
          />
          <ChangeBoundary />
          <ButtonLink href={`${policyHref(arn)}/set-boundary`}>Set as boundary</ButtonLink>
        </>
      }
    />
  )
}

function entityRow({ type, name }: Entity): Row {
  return {
    id: `${type}/${name}`,
    name,
    sort: { name, type: typeNames[type] },
    filter: { type },
    cells: {
      name: (
        <Link className="name-link" href={`/iam/${type}s/${encodeURIComponent(name)}`}>
          {name}
        </Link>
      ),
      type: typeNames[type],
    },
  }
}
