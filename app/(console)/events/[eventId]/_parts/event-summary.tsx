import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Copyable } from '@/components/ui/copy-button'
import { KeyValues } from '@/components/ui/key-values'
import { preciseTime } from '@/components/ui/time'
import { Outcome } from '../../_parts/outcome'
import type { EventFacts } from '../../event-record'

/** The key facts; what went wrong stands above them in the service's own words. */
export function EventSummary({ event }: { event: EventFacts }) {
  return (
    <Card title="Details">
      <KeyValues
        columns={[
          [
            { key: 'Outcome', value: <Outcome event={event} all /> },
            { key: 'Event time', value: <time dateTime={event.time}>{preciseTime(event.time)}</time> },
            { key: 'Event ID', value: mono(event.id, 'event ID') },
            { key: 'Request ID', value: mono(event.requestId, 'request ID') },
          ],
          [
            { key: 'User name', value: event.userName },
            { key: 'AWS access key', value: mono(event.accessKeyId, 'access key ID') },
            { key: 'Source IP address', value: event.sourceIp },
            { key: 'Error code', value: event.errorCode },
          ],
          [
            { key: 'Event source', value: event.source },
            { key: 'AWS Region', value: event.region },
            { key: 'Read-only', value: String(event.readOnly) },
          ],
        ]}
      />
      {event.errorMessage && (
        <div className="pt-3">
          <div className="type-label text-text-2">Error message</div>
          <p className="mono break-words text-deny">{event.errorMessage}</p>
        </div>
      )}
    </Card>
  )
}

function mono(text: string | undefined, what: string): ReactNode {
  if (!text) return undefined
  return (
    <Copyable text={text} what={what}>
      <code className="mono break-all">{text}</code>
    </Copyable>
  )
}
