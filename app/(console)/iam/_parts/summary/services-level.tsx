import type { ReactNode } from 'react'
import { ResourceTable } from '@/components/console/resource-table'
import type { Column, Row } from '@/components/console/table-rows'
import { ButtonLink } from '@/components/ui/button-link'
import { Nothing } from '@/components/ui/key-values'
import { Link } from '@/components/ui/link'
import { actionCatalogue } from '@/lib/aws/catalogue/actions'
import type { Effect, ServiceRow, Summary } from '@/lib/policy/summary'
import { AccessCell, accessText, conditionWords, ResourceCell, resourceWords, ServiceConditionCell } from './cells'
import { summaryHref } from './summary-address'

const columns: readonly Column[] = [
  { key: 'service', header: 'Service', sortable: true, locked: true, narrow: 'title' },
  { key: 'access', header: 'Access level', sortable: true, narrow: 'aside' },
  { key: 'resource', header: 'Resource', sortable: true, width: '34%' },
  { key: 'condition', header: 'Request condition', sortable: true },
]

/** The first level: what is denied, what is allowed, and what is no service. */
export function ServicesLevel({ summary, remaining }: { summary: Summary; remaining: boolean }) {
  return (
    <>
      {summary.deny.length > 0 && <Services effect="Deny" title="Explicit deny" rows={summary.deny} />}
      {(summary.allow.length > 0 || summary.deny.length === 0) && (
        <Services effect="Allow" title="Allow" rows={summary.allow} remaining={remaining} />
      )}
      {summary.unknown.length > 0 && <Services effect="Allow" title="Uncategorized services" rows={summary.unknown} />}
    </>
  )
}

type Props = { effect: Effect; title: string; rows: readonly ServiceRow[]; remaining?: boolean }

function Services({ effect, title, rows, remaining }: Props) {
  const all = actionCatalogue().services()
  const isKnown = rows.every(({ access }) => access.kind !== 'unknown')
  const named = new Set(rows.map((row) => row.prefix))
  const others = remaining ? all.filter(({ prefix }) => !named.has(prefix)) : []
  return (
    <ResourceTable
      still
      id="summary-services"
      prefix={isKnown ? effect.toLowerCase() : 'uncategorized'}
      paging="browser"
      level={3}
      title={title}
      description={
        isKnown
          ? `${rows.length} of ${all.length} services`
          : 'No service is known by these names. Check how they are written.'
      }
      noun="services"
      columns={columns}
      rows={[...rows.map((row) => serviceRow(row, effect)), ...others.map(otherRow)]}
      defaultSort="service"
      search="Search services"
      actions={remaining !== undefined && <RemainingButton shown={remaining} count={all.length - rows.length} />}
    />
  )
}

function RemainingButton({ shown, count }: { shown: boolean; count: number }): ReactNode {
  if (count === 0) return null
  return (
    <ButtonLink size="small" href={summaryHref({ remaining: !shown })} scroll={false}>
      {shown ? 'Hide' : 'Show'} remaining {count} services
    </ButtonLink>
  )
}

function serviceRow(row: ServiceRow, effect: Effect): Row {
  const { prefix, name, access, resource, condition } = row
  return {
    id: prefix,
    name,
    search: `${name} ${prefix} ${accessText(access)}`,
    sort: {
      service: name,
      access: accessText(access),
      resource: resourceWords(resource),
      condition: conditionWords(condition),
    },
    cells:
      access.kind === 'unknown'
        ? { service: <code className="mono">{prefix}</code> }
        : {
            service: (
              <Link className="name-link" href={summaryHref({ service: prefix, effect })} scroll={false}>
                {name}
              </Link>
            ),
            access: <AccessCell access={access} />,
            resource: <ResourceCell row={row} />,
            condition: <ServiceConditionCell row={row} />,
          },
  }
}

function otherRow({ prefix, name }: { prefix: string; name: string }): Row {
  return {
    id: prefix,
    name,
    search: `${name} ${prefix}`,
    sort: { service: name, access: 'None', resource: '', condition: '' },
    cells: { service: <span className="text-text-2">{name}</span>, access: <Nothing>None</Nothing> },
  }
}
