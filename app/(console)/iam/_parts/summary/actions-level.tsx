import { ArrowLeft } from 'lucide-react'
import { ResourceTable } from '@/components/console/resource-table'
import type { Column, Row } from '@/components/console/table-rows'
import { ButtonLink } from '@/components/ui/button-link'
import { Nothing } from '@/components/ui/key-values'
import { Link } from '@/components/ui/link'
import { Alert } from '@/components/ui/notice'
import { type ActionRow, accessLevels, type Effect, type ServiceSummary } from '@/lib/policy/summary'
import { actionWarning, ConditionCell, conditionWords, ExtentCell, resourceWords, Warned } from './cells'
import { summaryHref } from './summary-address'

const columns: readonly Column[] = [
  { key: 'action', header: 'Action', sortable: true, locked: true, narrow: 'title' },
  { key: 'resource', header: 'Resource', sortable: true, narrow: 'aside' },
  { key: 'condition', header: 'Request condition', sortable: true },
]

type Props = { service: ServiceSummary; effect: Effect; remaining: boolean }

/** The second level: the actions of a service by access level. */
export function ActionsLevel({ service, effect, remaining }: Props) {
  const { actions, prefix, name } = service
  const levels = accessLevels.filter((level) =>
    actions.some((row) => row.level === level && (remaining || row.isNamed)),
  )
  const others = actions.filter((row) => !row.isNamed).length
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <ButtonLink
          size="small"
          href={summaryHref({})}
          scroll={false}
          icon={<ArrowLeft size={14} aria-hidden="true" />}
        >
          All services
        </ButtonLink>
        <p className="min-w-0 flex-1">
          {effect === 'Deny' ? 'Denied actions of' : 'Allowed actions of'} <b>{name}</b>{' '}
          <span className="text-text-3">
            ({actions.filter((row) => row.isEffective).length} of {actions.length} actions)
          </span>
        </p>
        {others > 0 && (
          <ButtonLink
            size="small"
            scroll={false}
            href={summaryHref({ service: prefix, effect, remaining: !remaining })}
          >
            {remaining ? 'Hide' : 'Show'} remaining {others} actions
          </ButtonLink>
        )}
      </div>
      {service.strangers.length > 0 && (
        <Alert kind="warning" title="Not actions of this service">
          <span className="mono">{service.strangers.join(', ')}</span>
        </Alert>
      )}
      {levels.length === 0 && <Alert>The policy names no action of this service.</Alert>}
      {levels.map((level) => (
        <LevelTable key={level} level={level} service={service} effect={effect} remaining={remaining} />
      ))}
    </>
  )
}

function LevelTable({ level, service, effect, remaining }: Props & { level: ActionRow['level'] }) {
  const ofLevel = service.actions.filter((row) => row.level === level)
  const shown = ofLevel.filter((row) => remaining || row.isNamed)
  return (
    <ResourceTable
      still
      id="summary-actions"
      prefix={level.split(' ', 1)[0]?.toLowerCase()}
      paging="browser"
      level={3}
      title={level}
      description={`${ofLevel.filter((row) => row.isEffective).length} of ${ofLevel.length} actions`}
      noun="actions"
      columns={columns}
      rows={shown.map((row) => actionRow(row, service.prefix, effect))}
      defaultSort="action"
      search={`Search ${level.toLowerCase()} actions`}
    />
  )
}

function actionRow(row: ActionRow, service: string, effect: Effect): Row {
  const { name, description, isEffective, isNamed, resource, condition } = row
  const warning = actionWarning(row)
  const link = (
    <Link
      className="name-link"
      href={summaryHref({ service, effect, action: name })}
      scroll={false}
      title={description}
    >
      {name}
    </Link>
  )
  return {
    id: name,
    name,
    sort: { action: name, resource: resourceWords(resource), condition: conditionWords(condition) },
    cells: {
      action: isEffective ? (
        link
      ) : (
        <span title={description} className="text-text-2">
          {name} <Nothing>(No access)</Nothing>
        </span>
      ),
      ...(isNamed && {
        resource: warning ? (
          <Warned title={warning}>
            <ExtentCell words={resourceWords(resource)} />
          </Warned>
        ) : (
          <ExtentCell words={resourceWords(resource)} />
        ),
        condition: <ConditionCell condition={condition} />,
      }),
    },
  }
}
