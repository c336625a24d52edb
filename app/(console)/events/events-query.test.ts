import { describe, expect, it } from 'vitest'
import { defaultQuery, eventsHref, lookupOf, readEventsQuery } from './events-query'

const now = new Date('2026-11-22T12:00:00Z')
const read = (href: string) => readEventsQuery(Object.fromEntries(new URL(href, 'http://x').searchParams))

describe('the address of the event history', () => {
  it('begins with what changed something in the last 90 days', () => {
    expect(readEventsQuery({})).toEqual(defaultQuery)
    expect(lookupOf(defaultQuery, now, 20)).toEqual({
      LookupAttributes: [{ AttributeKey: 'ReadOnly', AttributeValue: 'false' }],
      StartTime: new Date('2026-08-24T12:00:00Z'),
      MaxResults: 20,
      NextToken: undefined,
    })
  })

  it.each([
    defaultQuery,
    { ...defaultQuery, attribute: 'all', value: '' },
    { ...defaultQuery, value: 'true' },
    { ...defaultQuery, attribute: 'EventName', value: 'CreateUser & co', range: '1h', tokens: ['aa', 'bb'] },
    { ...defaultQuery, range: 'custom', from: '2026-11-20T08:00', to: '2026-11-21T09:30' },
  ] as const)('can be read again: %o', (query) => {
    expect(read(eventsHref(query))).toEqual(query)
  })

  it('asks for the page of the last token, 50 events at most', () => {
    expect(lookupOf({ ...defaultQuery, tokens: ['aa', 'bb'] }, now, 100)).toMatchObject({
      NextToken: 'bb',
      MaxResults: 50,
    })
  })

  it('asks for no attribute where all events are wanted', () => {
    expect(lookupOf({ ...defaultQuery, attribute: 'all', value: '' }, now, 10)).not.toHaveProperty('LookupAttributes')
  })

  it('takes the whole last minute of a custom range, and open ends', () => {
    const query = { ...defaultQuery, range: 'custom', from: '', to: '2026-11-21T09:30' } as const
    expect(lookupOf(query, now, 10)).toMatchObject({
      StartTime: undefined,
      EndTime: new Date('2026-11-21T09:30:59.999Z'),
    })
  })

  it('takes strange parameters for absent ones', () => {
    expect(readEventsQuery({ attribute: 'toString', value: 'x', range: 'constructor' })).toMatchObject({
      attribute: 'all',
      range: '90d',
    })
    expect(readEventsQuery({ range: 'custom', from: '2026-99-99T00:00', to: 'now' })).toMatchObject({
      from: '',
      to: '',
    })
    expect(readEventsQuery({ attribute: 'EventName' })).toMatchObject({ attribute: 'all', value: '' })
  })
})
