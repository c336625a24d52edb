import { History } from 'lucide-react'
import type { Metadata } from 'next'
import { readTablePreferences } from '@/app/_parts/read-list'
import { Refused } from '@/app/_parts/refused'
import { ask } from '@/app/door'
import { Page } from '@/components/console/page'
import { ResourceTable } from '@/components/console/resource-table'
import type { SearchParams } from '@/components/console/table-state'
import { ButtonLink } from '@/components/ui/button-link'
import { Empty } from '@/components/ui/empty'
import { StepPager } from '@/components/ui/pagination'
import { currentWorld } from '@/lib/caller/current-world'
import { lookupEvents } from '@/lib/operations/cloudtrail/lookup-events'
import { DownloadEvents } from './_parts/download-events'
import { eventColumns } from './_parts/event-columns'
import { EventFilters } from './_parts/event-filters'
import { eventRow } from './_parts/event-row'
import { factsOf } from './event-record'
import { defaultQuery, type EventsQuery, eventsHref, lookupOf, readEventsQuery } from './events-query'

export const metadata: Metadata = { title: 'Event history' }

export default async function EventsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const query = readEventsQuery(await searchParams)
  const { size } = await readTablePreferences('events')
  const { now } = await currentWorld()
  const found = await ask(lookupEvents, lookupOf(query, now, size))
  const events = found.ok ? found.value.Events.map(factsOf) : []
  const next = found.ok && 'NextToken' in found.value ? found.value.NextToken : undefined
  return (
    <Page crumbs={[{ label: 'Event history' }]}>
      <ResourceTable
        id="events"
        paging="server"
        level={1}
        title="Event history"
        help="events"
        description="Who called what in this account, newest first. Calls that only read are left out until you ask for them."
        noun="events"
        columns={eventColumns}
        rows={events.map(eventRow)}
        problem={found.ok ? undefined : <Refused refusal={found.refusal} />}
        empty={<NoEvents query={query} />}
        tools={<EventFilters key={eventsHref({ ...query, tokens: [] })} query={query} />}
        pager={<Pager query={query} next={next} />}
        actions={<DownloadEvents events={events} refusal={found.ok ? undefined : found.refusal} />}
      />
    </Page>
  )
}

function Pager({ query, next }: { query: EventsQuery; next: string | undefined }) {
  const { tokens } = query
  const previous = tokens.length > 0 ? eventsHref({ ...query, tokens: tokens.slice(0, -1) }) : undefined
  return (
    <StepPager
      page={tokens.length + 1}
      previousHref={previous}
      nextHref={next && eventsHref({ ...query, tokens: [...tokens, next] })}
    />
  )
}

function NoEvents({ query }: { query: EventsQuery }) {
  const all = eventsHref({ ...defaultQuery, attribute: 'all', value: '' })
  return (
    <Empty
      icon={History}
      title="No matching events"
      action={query.attribute !== 'all' && <ButtonLink href={all}>Show all events</ButtonLink>}
    >
      {query.attribute === 'all' ? 'Nothing was called in this time.' : 'No call in this time fits the filter.'}
    </Empty>
  )
}
