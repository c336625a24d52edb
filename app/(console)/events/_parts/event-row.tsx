import { Box, LockKeyhole, User } from 'lucide-react'
import type { Fact, Row } from '@/components/console/table-rows'
import { Link } from '@/components/ui/link'
import { Arn } from '@/components/ui/text'
import { preciseTime } from '@/components/ui/time'
import { type EventFacts, outcomeOf } from '../event-record'
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
        <span className="inline-flex flex-wrap items-center gap-x-3">
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
      ResourceName: resource && <Arn>{resource.name}</Arn>,
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

function facts(event: EventFacts, resource: string | undefined): Fact[] {
  const list: Fact[] = [{ icon: <User size={14} aria-hidden="true" />, text: event.userName }]
  const name = resource?.slice(resource.lastIndexOf('/') + 1)
  if (name) list.push({ icon: <Box size={14} aria-hidden="true" />, text: name })
  if (outcomeOf(event).kind === 'denied') {
    list.push({ icon: <LockKeyhole size={14} aria-hidden="true" />, text: 'Refused', tone: 'warn' })
  }
  return list
}
