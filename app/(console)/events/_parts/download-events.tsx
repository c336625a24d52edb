'use client'

import { csvText } from '@/components/console/csv'
import { saveFile } from '@/components/console/save-file'
import { Menu } from '@/components/ui/menu'
import type { EventFacts } from '../event-record'

const header = [
  'User name',
  'AWS access key',
  'Event time',
  'Event source',
  'Event name',
  'AWS region',
  'Source IP address',
  'Error code',
  'Resources',
  'Event ID',
  'Read-only',
]

/** The events of this page as a file. */
export function DownloadEvents({ events }: { events: readonly EventFacts[] }) {
  const rows = events.map((event) => [
    event.userName,
    event.accessKeyId ?? '',
    event.time,
    event.source,
    event.name,
    event.region ?? '',
    event.sourceIp ?? '',
    event.errorCode ?? '',
    event.resources.map(({ type, name }) => `${type} ${name}`).join('; '),
    event.id,
    String(event.readOnly),
  ])
  const records = () => `{"Records":[${events.map((event) => event.record).join(',\n')}]}\n`
  return (
    <Menu
      label="Download events"
      disabled={events.length === 0}
      items={[
        {
          label: 'Download as CSV',
          onSelect: () => saveFile('event_history.csv', csvText(header, rows), 'text/csv'),
        },
        {
          label: 'Download as JSON',
          onSelect: () => saveFile('event_history.json', records(), 'application/json'),
        },
      ]}
    />
  )
}
