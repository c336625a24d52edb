'use client'

import { refusalFlash } from '@/app/_parts/refusal-flash'
import type { Refusal } from '@/app/refusal'
import { csvText } from '@/components/console/csv'
import { saveFile } from '@/components/console/save-file'
import { useFlash } from '@/components/ui/flashbar'
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

/** The events of this page as a file; where they were refused, the answer is the refusal. */
export function DownloadEvents({ events, refusal }: { events: readonly EventFacts[]; refusal?: Refusal }) {
  const { flash } = useFlash()
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
  const save = (name: string, text: () => string, type: string) => {
    if (refusal) flash(refusalFlash('The events could not be downloaded.', refusal))
    else saveFile(name, text(), type)
  }
  return (
    <Menu
      label="Download events"
      disabled={events.length === 0 && !refusal}
      items={[
        {
          label: 'Download as CSV',
          onSelect: () => save('event_history.csv', () => csvText(header, rows), 'text/csv'),
        },
        {
          label: 'Download as JSON',
          onSelect: () => save('event_history.json', records, 'application/json'),
        },
      ]}
    />
  )
}
