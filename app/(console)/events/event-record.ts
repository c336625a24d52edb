import type { lookupEvents } from '@/lib/operations/cloudtrail/lookup-events'
import type { OutputOf } from '@/lib/operations/define'

export type LookedUpEvent = OutputOf<typeof lookupEvents>['Events'][number]

/** An event as its pages show it: LookupEvents' members and what only the record tells. */
export type EventFacts = {
  id: string
  name: string
  time: string
  userName: string
  source: string
  readOnly: boolean
  accessKeyId: string | undefined
  resources: readonly { type: string; name: string }[]
  sourceIp: string | undefined
  region: string | undefined
  requestId: string | undefined
  userAgent: string | undefined
  errorCode: string | undefined
  errorMessage: string | undefined
  /** The record as the service wrote it. */
  record: string
}

export function factsOf(event: LookedUpEvent): EventFacts {
  const record = JSON.parse(event.CloudTrailEvent) as Record<string, unknown>
  const text = (member: string) => {
    const value = record[member]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  return {
    id: event.EventId,
    name: event.EventName,
    time: event.EventTime.toISOString(),
    userName: event.Username,
    source: event.EventSource,
    readOnly: event.ReadOnly === 'true',
    accessKeyId: 'AccessKeyId' in event ? event.AccessKeyId : undefined,
    resources: resourcesOf(record, event),
    sourceIp: text('sourceIPAddress'),
    region: text('awsRegion'),
    requestId: text('requestID'),
    userAgent: text('userAgent'),
    errorCode: text('errorCode'),
    errorMessage: text('errorMessage'),
    record: event.CloudTrailEvent,
  }
}

// The list's own columns know one resource; the record may name several.
function resourcesOf(record: Record<string, unknown>, event: LookedUpEvent): { type: string; name: string }[] {
  const named = Array.isArray(record.resources) ? (record.resources as { type?: unknown; name?: unknown }[]) : []
  const read = named.flatMap(({ type, name }) =>
    typeof type === 'string' && typeof name === 'string' ? [{ type, name }] : [],
  )
  if (read.length > 0) return read
  return event.Resources.map(({ ResourceType, ResourceName }) => ({ type: ResourceType, name: ResourceName }))
}

export type EventOutcome = { kind: 'done' | 'denied' | 'failed'; word: string }

/** How a call ended. A refused sign-in has a message and no code. */
export function outcomeOf({ errorCode, errorMessage }: Pick<EventFacts, 'errorCode' | 'errorMessage'>): EventOutcome {
  if (errorCode && /AccessDenied|Unauthorized/.test(errorCode)) return { kind: 'denied', word: 'Access denied' }
  if (errorCode || errorMessage) return { kind: 'failed', word: errorCode ?? 'Failed' }
  return { kind: 'done', word: 'Succeeded' }
}
