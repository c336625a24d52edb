import { Box, Clock } from 'lucide-react'
import type { Fact, Row } from '@/components/console/table-rows'
import { Link } from '@/components/ui/link'
import { preciseTime } from '@/components/ui/time'
import type { EventFacts } from '../event-record'
import { Outcome } from './outcome'

/** One event of the history. */
export function eventRow(event: EventFacts): Row {
  const [resource] = event.resources
  const mono = (text: string | undefined) => text && <code className="mono">{text}</code>
  return {
    id: event.id,
    name: `${event.name} of ${preciseTime(event.time)}`,
    cells: {
      EventName: (
        <span className="inline-flex items-center gap-x-3 max-m:flex-wrap">
          <Link className="name-link" href={`/events/${encodeURIComponent(event.id)}`}>
            {event.name}
          </Link>
          <Outcome event={event} />
        </span>
      ),
      EventTime: <time dateTime={event.time}>{preciseTime(event.time)}</time>,
      Username: event.userName,
      EventSource: event.source,
      ResourceType: resource?.type,
      ResourceName: resource && <span title={resource.name}>{shortName(resource.name)}</span>,
      EventId: mono(event.id),
      AccessKeyId: mono(event.accessKeyId),
      ReadOnly: String(event.readOnly),
      SourceIp: event.sourceIp,
      Region: event.region,
      RequestId: mono(event.requestId),
      ErrorCode: event.errorCode,
    },
    facts: facts(event, resource?.name),
  }
}

/** An ARN by its last part: the whole stands on the event's own page. */
const shortName = (name: string) => (name.startsWith('arn:') ? name.slice(name.lastIndexOf('/') + 1) : name)

function facts(event: EventFacts, resource: string | undefined): Fact[] {
  const time: Fact = { icon: <Clock size={14} aria-hidden="true" />, text: preciseTime(event.time) }
  if (!resource) return [time]
  return [time, { icon: <Box size={14} aria-hidden="true" />, text: shortName(resource) }]
}
