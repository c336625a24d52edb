import { ArrowLeft } from 'lucide-react'
import { ResourceTable } from '@/components/console/resource-table'
import type { Column, Row } from '@/components/console/table-rows'
import { ButtonLink } from '@/components/ui/button-link'
import { Arn } from '@/components/ui/text'
import type { Effect, ResourceRow, ServiceSummary } from '@/lib/policy/summary'
import { ConditionCell, conditionWords } from './cells'
import { summaryHref } from './summary-address'

const columns: readonly Column[] = [
  { key: 'resource', header: 'Resource', sortable: true, locked: true, narrow: 'title' },
  { key: 'region', header: 'Region', sortable: true, narrow: 'aside' },
  { key: 'account', header: 'Account', sortable: true },
  { key: 'condition', header: 'Request condition', sortable: true },
]

type Props = {
  service: ServiceSummary
  action: string
  effect: Effect
  rows: readonly ResourceRow[]
  /** The account that looks. */
  account: string
}

/** The third level: on what one action is allowed or denied. */
export function ResourcesLevel({ service, action, effect, rows, account }: Props) {
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <ButtonLink
          size="small"
          scroll={false}
          href={summaryHref({ service: service.prefix, effect })}
          icon={<ArrowLeft size={14} aria-hidden="true" />}
        >
          Actions of {service.name}
        </ButtonLink>
        <p>
          {effect === 'Deny' ? 'Denied' : 'Allowed'}:{' '}
          <code className="mono">
            {service.prefix}:{action}
          </code>
        </p>
      </div>
      <ResourceTable
        still
        id="summary-resources"
        paging="browser"
        level={3}
        title="Resources"
        noun="resources"
        columns={columns}
        rows={rows.map((row, index) => resourceRow(row, index, account))}
        search="Search resources"
      />
    </>
  )
}

function resourceRow({ resource, region, account, condition }: ResourceRow, index: number, own: string): Row {
  const where = region ?? 'All regions'
  const whose = account === null ? 'All accounts' : account === own ? 'This account' : account
  return {
    id: `${index}`,
    name: resource,
    sort: { resource, region: where, account: whose, condition: conditionWords(condition) },
    cells: {
      resource: resource === '*' ? 'All resources' : <Arn>{resource}</Arn>,
      region: where,
      account: whose,
      condition: <ConditionCell condition={condition} />,
    },
  }
}
