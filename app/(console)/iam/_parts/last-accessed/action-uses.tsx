import { Nothing } from '@/components/ui/key-values'
import { RelativeTime } from '@/components/ui/relative-time'
import type { ServiceUse } from './load-last-accessed'

type Props = { service: string; actions: NonNullable<ServiceUse['actions']>; now: Date }

/** The allowed management actions of one service, the latest use first. */
export function ActionUses({ service, actions, now }: Props) {
  const latestFirst = actions.toSorted((one, other) => (other.at ?? '').localeCompare(one.at ?? ''))
  return (
    <table className="table table-compact table-plain" aria-label={`Actions of ${service}`}>
      <thead>
        <tr>
          <th>Action</th>
          <th className="w-px">Last accessed</th>
        </tr>
      </thead>
      <tbody>
        {latestFirst.map(({ name, at }) => (
          <tr key={name}>
            <td data-narrow="title">
              <code className="mono">{name}</code>
            </td>
            <td data-narrow="aside" className="whitespace-nowrap">
              {at ? <RelativeTime when={at} now={now} /> : <Nothing>Not accessed</Nothing>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
