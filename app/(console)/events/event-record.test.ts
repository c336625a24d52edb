import { describe, expect, it } from 'vitest'
import { factsOf, outcomeOf } from './event-record'

const event = {
  EventId: 'e-1',
  EventName: 'AttachUserPolicy',
  ReadOnly: 'false',
  EventTime: new Date('2026-11-22T12:00:05Z'),
  EventSource: 'iam.amazonaws.com',
  Username: 'ann',
  Resources: [{ ResourceType: 'AWS::IAM::User', ResourceName: 'bob' }],
  CloudTrailEvent: '{}',
}

describe('the facts of an event', () => {
  it('come from the record where the list does not tell them', () => {
    const record = { sourceIPAddress: '192.0.2.7', errorCode: 'AccessDenied', requestID: '', readOnly: false }
    const facts = factsOf({ ...event, CloudTrailEvent: JSON.stringify(record) })
    expect(facts).toMatchObject({ sourceIp: '192.0.2.7', errorCode: 'AccessDenied', requestId: undefined })
    expect(facts).toMatchObject({ id: 'e-1', userName: 'ann', readOnly: false, time: '2026-11-22T12:00:05.000Z' })
  })

  it('name every resource of the record, else the one of the list', () => {
    const resources = [
      { type: 'AWS::IAM::User', name: 'bob' },
      { type: 'AWS::IAM::Policy', name: 'arn:aws:iam::aws:policy/AdministratorAccess' },
      { type: 7 },
    ]
    expect(factsOf({ ...event, CloudTrailEvent: JSON.stringify({ resources }) }).resources).toEqual(
      resources.slice(0, 2),
    )
    expect(factsOf(event).resources).toEqual([{ type: 'AWS::IAM::User', name: 'bob' }])
  })
})

describe('the outcome of an event', () => {
  it.each([
    [{}, 'done', 'Succeeded'],
    [{ errorCode: 'AccessDenied' }, 'denied', 'Access denied'],
    [{ errorCode: 'Client.UnauthorizedOperation' }, 'denied', 'Access denied'],
    [{ errorCode: 'NoSuchEntity' }, 'failed', 'NoSuchEntity'],
    [{ errorMessage: 'Failed authentication' }, 'failed', 'Failed'],
  ])('of %o is %s', (facts, kind, word) => {
    expect(outcomeOf({ errorCode: undefined, errorMessage: undefined, ...facts })).toEqual({ kind, word })
  })
})
