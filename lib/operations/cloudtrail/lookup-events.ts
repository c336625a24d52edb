import 'server-only'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { AwsError } from '@/lib/aws/errors'
import type { EventFilter, NewEvent } from '@/lib/store/events'
import { wholeAccount } from '../bindings'
import { operation } from '../define'
import { keyOfMarker, markerAfter } from '../paging'
import { integer, oneOf, text } from '../shapes'

const attribute = z.object({
  AttributeKey: oneOf([
    'EventId',
    'EventName',
    'ReadOnly',
    'Username',
    'ResourceType',
    'ResourceName',
    'EventSource',
    'AccessKeyId',
  ]),
  AttributeValue: text({ min: 1, max: 2000 }),
})

type Attribute = z.output<typeof attribute>

export const lookupEvents = operation({
  service: 'cloudtrail',
  name: 'LookupEvents',
  summary: 'Look up what happened in the account, newest first.',
  kind: 'read',
  input: z.object({
    // AWS: the list takes one attribute (CloudTrail API reference).
    LookupAttributes: z.array(attribute).max(1, 'Member must have length less than or equal to 1').optional(),
    StartTime: z.coerce.date().optional(),
    EndTime: z.coerce.date().optional(),
    MaxResults: integer(1, 50).optional(),
    NextToken: text({ max: 8192 }).optional(),
  }),
  on: wholeAccount(),
  ask: ({ target }) => [may('cloudtrail:LookupEvents', target)],
  run: async ({ input, store }) => {
    if (input.StartTime && input.EndTime && input.StartTime > input.EndTime) {
      throw new AwsError('InvalidTimeRangeException', 400, 'The start time must not be after the end time.')
    }
    const page = await store.events.list({
      filter: filterOf(input.LookupAttributes?.[0]),
      from: input.StartTime,
      to: input.EndTime,
      after: placeOf(input.NextToken),
      limit: input.MaxResults ?? 50,
    })
    return {
      Events: page.rows.map(eventShape),
      ...(page.next !== null && { NextToken: markerAfter(page.next) }),
    }
  },
})

function placeOf(token: string | undefined): string | undefined {
  if (token === undefined) return undefined
  const place = keyOfMarker(token)
  // The store's markers begin with the time of the last event.
  if (place === null || Number.isNaN(Date.parse(place.split(' ')[0] ?? ''))) {
    throw new AwsError('InvalidNextTokenException', 400, 'The token is not one that an earlier page has given.')
  }
  return place
}

const columns = {
  EventId: 'id',
  EventName: 'name',
  Username: 'userName',
  ResourceType: 'resourceType',
  ResourceName: 'resourceName',
  EventSource: 'source',
  AccessKeyId: 'accessKeyId',
} as const

function filterOf(attribute: Attribute | undefined): EventFilter {
  if (!attribute) return {}
  const { AttributeKey, AttributeValue } = attribute
  if (AttributeKey === 'ReadOnly') return { readOnly: AttributeValue === 'true' }
  return { [columns[AttributeKey]]: AttributeValue }
}

export function eventShape(event: NewEvent) {
  return {
    EventId: event.id,
    EventName: event.name,
    ReadOnly: String(event.readOnly),
    EventTime: event.time,
    EventSource: event.source,
    Username: event.userName,
    ...(event.accessKeyId && { AccessKeyId: event.accessKeyId }),
    Resources: event.resourceName ? [{ ResourceType: event.resourceType ?? '', ResourceName: event.resourceName }] : [],
    CloudTrailEvent: event.record,
  }
}
