import { Alert } from '@/components/ui/notice'
import type { ServiceRow, Summary, Unsummarized } from '@/lib/policy/summary'
import { AccessCell, ConditionCell, ResourceCell, withoutSummary } from './cells'

/** The first level alone, where there is no room for the others: below a row, on a review page. */
export function ServicesTable({ summary, label }: { summary: Summary | Unsummarized; label: string }) {
  if (typeof summary === 'string') return <Alert>{withoutSummary[summary]}</Alert>
  return (
    <section
      className="table-scroll"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      <table className="table table-compact table-plain" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col">Access level</th>
            <th scope="col">Resource</th>
            <th scope="col">Request condition</th>
          </tr>
        </thead>
        <Group title="Explicit deny" rows={summary.deny} />
        <Group title="Allow" rows={summary.allow} />
        <Group title="Uncategorized services" rows={summary.unknown} />
      </table>
    </section>
  )
}

function Group({ title, rows }: { title: string; rows: readonly ServiceRow[] }) {
  if (rows.length === 0) return null
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} className="table-group">
          {title} <span className="counter">({rows.length})</span>
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.prefix}>
          <td>{row.name}</td>
          <td>
            <AccessCell access={row.access} />
          </td>
          <td>{row.access.kind !== 'unknown' && <ResourceCell row={row} />}</td>
          <td>{row.access.kind !== 'unknown' && <ConditionCell condition={row.condition} />}</td>
        </tr>
      ))}
    </tbody>
  )
}
