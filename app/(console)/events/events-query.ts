import type { SearchParams } from '@/components/console/table-state'

/** LookupEvents' attributes, with the console's names for them. */
export const attributes = {
  ReadOnly: 'Read-only',
  EventName: 'Event name',
  Username: 'User name',
  EventSource: 'Event source',
  ResourceType: 'Resource type',
  ResourceName: 'Resource name',
  EventId: 'Event ID',
  AccessKeyId: 'AWS access key',
} as const

export type Attribute = keyof typeof attributes

/** How far back the list goes, in minutes. */
export const ranges = {
  '30m': { label: 'Last 30 minutes', minutes: 30 },
  '1h': { label: 'Last hour', minutes: 60 },
  '3h': { label: 'Last 3 hours', minutes: 180 },
  '12h': { label: 'Last 12 hours', minutes: 720 },
  '1d': { label: 'Last 24 hours', minutes: 1440 },
  '7d': { label: 'Last 7 days', minutes: 10_080 },
  '90d': { label: 'Last 90 days', minutes: 129_600 },
} as const

export type Range = keyof typeof ranges

/** What the event history shows, as its address says it. */
export type EventsQuery = {
  /** AWS: one attribute at most; `all` is none. */
  attribute: Attribute | 'all'
  value: string
  range: Range | 'custom'
  /** UTC, as a form has it: `2026-11-22T08:00`. Count for a custom range alone. */
  from: string
  to: string
  /** The tokens of the pages gone through; the last one is the page shown. */
  tokens: readonly string[]
}

// AWS: the event history begins without the calls that only read.
export const defaultQuery: EventsQuery = {
  attribute: 'ReadOnly',
  value: 'false',
  range: '90d',
  from: '',
  to: '',
  tokens: [],
}

/** The query of an address; strangers' parameters do no harm. */
export function readEventsQuery(params: SearchParams): EventsQuery {
  const one = (key: string) => {
    const value = params[key]
    return (Array.isArray(value) ? value[0] : value) ?? ''
  }
  return {
    ...readAttribute(one('attribute'), one('value').trim().slice(0, 2000)),
    ...readRange(one('range'), one('from'), one('to')),
    tokens: one('pages').split('.').filter(Boolean).slice(0, 100),
  }
}

function readAttribute(attribute: string, value: string): Pick<EventsQuery, 'attribute' | 'value'> {
  if (attribute === '') return { attribute: defaultQuery.attribute, value: defaultQuery.value }
  if (!Object.hasOwn(attributes, attribute) || value === '') return { attribute: 'all', value: '' }
  return { attribute: attribute as Attribute, value }
}

function readRange(range: string, from: string, to: string): Pick<EventsQuery, 'range' | 'from' | 'to'> {
  if (range === 'custom') return { range, from: minuteOf(from), to: minuteOf(to) }
  return { range: Object.hasOwn(ranges, range) ? (range as Range) : defaultQuery.range, from: '', to: '' }
}

function minuteOf(text: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}Z`)) ? text : ''
}

/** The address of a query; what is usual is left out. */
export function eventsHref({ attribute, value, range, from, to, tokens }: EventsQuery): string {
  const params = new URLSearchParams()
  if (attribute !== defaultQuery.attribute || value !== defaultQuery.value) params.set('attribute', attribute)
  if (params.has('attribute') && attribute !== 'all') params.set('value', value)
  if (range !== defaultQuery.range) params.set('range', range)
  if (range === 'custom' && from) params.set('from', from)
  if (range === 'custom' && to) params.set('to', to)
  if (tokens.length > 0) params.set('pages', tokens.join('.'))
  return params.size > 0 ? `/events?${params}` : '/events'
}

/** What LookupEvents gets. A custom end includes its whole minute. */
export function lookupOf({ attribute, value, range, from, to, tokens }: EventsQuery, now: Date, size: number) {
  const times =
    range === 'custom'
      ? { StartTime: from ? new Date(`${from}Z`) : undefined, EndTime: to ? new Date(`${to}:59.999Z`) : undefined }
      : { StartTime: new Date(now.getTime() - ranges[range].minutes * 60_000) }
  return {
    ...(attribute !== 'all' && { LookupAttributes: [{ AttributeKey: attribute, AttributeValue: value }] }),
    ...times,
    MaxResults: Math.min(size, 50),
    NextToken: tokens.at(-1),
  }
}
