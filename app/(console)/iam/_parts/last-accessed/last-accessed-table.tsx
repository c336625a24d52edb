'use client'

import { Clock } from 'lucide-react'
import { useCallback } from 'react'
import { Refused } from '@/app/_parts/refused'
import { DeniedCell } from '@/components/console/denial-box'
import { ResourceTable } from '@/components/console/resource-table'
import type { Column, Row } from '@/components/console/table-rows'
import { Empty } from '@/components/ui/empty'
import { Nothing } from '@/components/ui/key-values'
import { Link } from '@/components/ui/link'
import { RelativeTime } from '@/components/ui/relative-time'
import { LoadingCard } from '../pickers'
import { useChoices } from '../use-choices'
import { ActionUses } from './action-uses'
import { loadLastAccessed, type ServiceUse } from './load-last-accessed'

type Props = {
  /** Of a user, group or role. */
  arn: string
  /** `user`, `group` */
  noun: string
  now: Date
  slim: boolean
}

/** Which services somebody's policies allow, and which of them were ever used: what a smaller policy begins with. */
export function LastAccessedTable({ arn, noun, now, slim }: Props) {
  const load = useCallback(() => loadLastAccessed(arn), [arn])
  const { choices, refusal, loading } = useChoices(load)
  if (loading) return <LoadingCard title="Last accessed" noun="the report of last uses" />
  return (
    <ResourceTable
      id="last-accessed"
      paging="browser"
      still
      title="Last accessed"
      help="last-accessed"
      description={`The services that the policies of this ${noun} allow, and when each was last used.`}
      noun="services"
      columns={columns}
      rows={choices.map((use) => serviceRow(use, now))}
      defaultSort="service"
      search="Search services"
      filters={[used]}
      problem={refusal && <Refused refusal={refusal} slim={slim} />}
      empty={
        <Empty icon={Clock} title="No services">
          {`No policy of this ${noun} allows anything yet.`}
        </Empty>
      }
    />
  )
}

const columns: readonly Column[] = [
  { key: 'service', header: 'Service', sortable: true, locked: true, narrow: 'title' },
  { key: 'policies', header: 'Policies granting permissions' },
  { key: 'at', header: 'Last accessed', sortable: true, narrow: 'aside' },
]

const used = {
  key: 'used',
  label: 'Use',
  options: [
    { value: '', label: 'All services' },
    { value: 'yes', label: 'Accessed' },
    { value: 'no', label: 'Not accessed' },
  ],
}

const serviceRow = ({ namespace, name, at, policies, actions = [] }: ServiceUse, now: Date): Row => ({
  id: namespace,
  name,
  cells: {
    // In line with the names that have a chevron before them.
    service: <b className={actions.length > 0 ? undefined : 'm:pl-[22px]'}>{name}</b>,
    policies: <Policies policies={policies} />,
    at: at ? <RelativeTime when={at} now={now} /> : <Nothing>Not accessed</Nothing>,
  },
  details: actions.length > 0 ? <ActionUses service={name} actions={actions} now={now} /> : undefined,
  sort: { service: name, at: at ?? '' },
  search: `${name} ${namespace}`,
  filter: { used: at ? 'yes' : 'no' },
})

function Policies({ policies }: Pick<ServiceUse, 'policies'>) {
  if (!Array.isArray(policies)) {
    return policies.denial ? <DeniedCell denial={policies.denial} /> : <Nothing>{policies.message}</Nothing>
  }
  if (policies.length === 0) return <Nothing />
  return policies.map(({ name, arn }, index) => (
    <span key={arn ?? name}>
      {index > 0 && ', '}
      {arn ? (
        <Link className="inline-link" href={`/iam/policies/${encodeURIComponent(arn)}`}>
          {name}
        </Link>
      ) : (
        name
      )}
    </span>
  ))
}
