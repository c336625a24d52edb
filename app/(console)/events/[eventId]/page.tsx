import { History } from 'lucide-react'
import type { Metadata } from 'next'
import { Refused } from '@/app/_parts/refused'
import { ask } from '@/app/door'
import { Page } from '@/components/console/page'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { Empty } from '@/components/ui/empty'
import { JsonView } from '@/components/ui/json-view'
import { lookupEvents } from '@/lib/operations/cloudtrail/lookup-events'
import { type EventFacts, factsOf } from '../event-record'
import { EventSummary } from './_parts/event-summary'
import { ReferencedResources } from './_parts/referenced-resources'

export const metadata: Metadata = { title: 'Event' }

const crumbs = [{ label: 'Event history', href: '/events' }]

export default async function EventPage({ params }: { params: Promise<{ eventId: string }> }) {
  const eventId = decodeURIComponent((await params).eventId)
  const found = await ask(lookupEvents, {
    LookupAttributes: [{ AttributeKey: 'EventId', AttributeValue: eventId }],
  })
  if (!found.ok) {
    return (
      <Page crumbs={[...crumbs, { label: 'Event' }]} title="Event">
        <Refused refusal={found.refusal} />
      </Page>
    )
  }
  const [event] = found.value.Events.map(factsOf)
  if (!event) {
    return (
      <Page crumbs={[...crumbs, { label: 'Event' }]} title="Event">
        <Empty icon={History} title="No such event" action={<ButtonLink href="/events">Back to the events</ButtonLink>}>
          {`There is no event with the ID ${eventId} in this account.`}
        </Empty>
      </Page>
    )
  }
  return (
    <Page crumbs={[...crumbs, { label: event.name }]} title={event.name} help="events">
      <EventSummary event={event} />
      <ReferencedResources resources={event.resources} />
      <EventRecord event={event} />
    </Page>
  )
}

function EventRecord({ event }: { event: EventFacts }) {
  const text = JSON.stringify(JSON.parse(event.record), null, 2)
  return (
    <Card
      title="Event record"
      actions={
        <CopyButton text={text} what="event record">
          Copy
        </CopyButton>
      }
    >
      <JsonView text={text} label={`Record of ${event.name}`} wrap />
    </Card>
  )
}
