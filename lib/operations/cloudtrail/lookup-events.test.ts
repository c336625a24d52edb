import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { createGroup } from '../iam/create-group'
import { createUser } from '../iam/create-user'
import { getUser } from '../iam/get-user'
import { createBucket } from '../s3/create-bucket'
import { noPolicyAllows } from '../testing/expected'
import { allow, type Lab, labWith } from '../testing/lab'
import { lookupEvents } from './lookup-events'

/** At 9:00 root makes a user, at 10:00 a group and a bucket; at 11:00 ann looks at the user, and bob may not. */
let lab: Lab
const at = (hour: number) => new Date(`2026-11-22T${String(hour).padStart(2, '0')}:00:00.000Z`)

beforeAll(async () => {
  lab = await labWith({ ann: allow('iam:GetUser'), bob: [], cid: allow('cloudtrail:LookupEvents') })
  await lab.root.perform(createUser, { UserName: 'dan' })
  lab.now = at(10)
  await lab.root.perform(createGroup, { GroupName: 'devs' })
  await lab.root.perform(createBucket, { Bucket: 'logs' })
  lab.now = at(11)
  await lab.as('ann').perform(getUser, { UserName: 'dan' })
  await lab
    .as('bob')
    .perform(getUser, { UserName: 'dan' })
    .catch(() => {})
  await lab.events()
  lab.now = at(12)
})

type Query = z.output<typeof lookupEvents.input>

/** Looked up by root, without the events that looking up leaves. */
async function names(query: Query = {}) {
  const { Events } = await lab.root.perform(lookupEvents, { EndTime: at(11), ...query })
  return Events.map((event) => event.EventName)
}

const by = (AttributeKey: string, AttributeValue: string) =>
  ({ LookupAttributes: [{ AttributeKey, AttributeValue }] }) as Query

describe('LookupEvents', () => {
  it('gives the newest first, each with its whole record', async () => {
    const { Events } = await lab.as('cid').perform(lookupEvents, { EndTime: at(11) })
    expect(Events.map((event) => event.EventName)).toEqual([
      'GetUser',
      'GetUser',
      'CreateBucket',
      'CreateGroup',
      'CreateUser',
    ])
    expect(Events.at(-1)).toEqual({
      EventId: expect.any(String),
      EventName: 'CreateUser',
      ReadOnly: 'false',
      EventTime: at(9),
      EventSource: 'iam.amazonaws.com',
      Username: 'root',
      AccessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      Resources: [{ ResourceType: 'AWS::IAM::User', ResourceName: 'dan' }],
      CloudTrailEvent: expect.any(String),
    })
    expect(JSON.parse(Events[0]?.CloudTrailEvent ?? '')).toMatchObject({ errorCode: 'AccessDenied', readOnly: true })
    expect(JSON.parse(Events[0]?.CloudTrailEvent ?? '').eventID).toBe(Events[0]?.EventId)
  })

  it.each([
    ['EventName', 'CreateGroup', ['CreateGroup']],
    ['ReadOnly', 'true', ['GetUser', 'GetUser']],
    ['ReadOnly', 'false', ['CreateBucket', 'CreateGroup', 'CreateUser']],
    ['Username', 'bob', ['GetUser']],
    ['ResourceType', 'AWS::S3::Bucket', ['CreateBucket']],
    ['ResourceName', 'dan', ['GetUser', 'GetUser', 'CreateUser']],
    ['EventSource', 's3.amazonaws.com', ['CreateBucket']],
    ['AccessKeyId', 'AKIAIOSFODNN7EXAMPLE', ['GetUser', 'GetUser', 'CreateBucket', 'CreateGroup', 'CreateUser']],
    ['EventId', '00000000-0000-4000-8000-000000000000', []],
  ])('filters by %s %s', async (key, value, expected) => {
    expect(await names(by(key, value))).toEqual(expected)
  })

  it('finds one event by its ID', async () => {
    const { Events } = await lab.root.perform(lookupEvents, by('EventName', 'CreateUser'))
    expect(await names(by('EventId', Events[0]?.EventId ?? ''))).toEqual(['CreateUser'])
  })

  it('gives a stretch of time, both ends included', async () => {
    expect(await names({ StartTime: at(10), EndTime: at(10) })).toEqual(['CreateBucket', 'CreateGroup'])
    expect(await names({ EndTime: at(9) })).toEqual(['CreateUser'])
    await expect(lab.root.perform(lookupEvents, { StartTime: at(11), EndTime: at(10) })).rejects.toMatchObject({
      code: 'InvalidTimeRangeException',
      status: 400,
    })
  })

  it('gives pages that new events do not shift, fifty at the most', async () => {
    const first = await lab.root.perform(lookupEvents, { EndTime: at(11), MaxResults: 2 })
    await lab.root.perform(createGroup, { GroupName: 'ops' })
    const NextToken = 'NextToken' in first ? first.NextToken : undefined
    expect(await names({ MaxResults: 2, NextToken })).toEqual(['CreateBucket', 'CreateGroup'])
    const all = await lab.root.perform(lookupEvents, { EndTime: at(11) })
    expect(all).not.toHaveProperty('NextToken')
    await expect(lab.root.perform(lookupEvents, { MaxResults: 51 })).rejects.toMatchObject({ code: 'ValidationError' })
  })

  it('is refused without permission, which is an event, too', async () => {
    await expect(lab.as('ann').perform(lookupEvents, {})).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'cloudtrail:LookupEvents', '*'),
    )
    const last = (await lab.events()).findLast((event) => event.userName === 'ann')
    expect(last).toMatchObject({ name: 'LookupEvents', errorCode: 'AccessDenied', source: 'cloudtrail.amazonaws.com' })
  })

  it.each([
    [{ NextToken: 'made up' }, 'InvalidNextTokenException'],
    [{ NextToken: Buffer.from('no time').toString('base64url') }, 'InvalidNextTokenException'],
    [by('Colour', 'red'), 'ValidationError'],
    [
      { LookupAttributes: [by('EventName', 'a'), by('EventName', 'b')].flatMap((one) => one.LookupAttributes ?? []) },
      'ValidationError',
    ],
    [{ StartTime: 'yesterday' as never }, 'ValidationError'],
  ])('does not take %o', async (query, code) => {
    await expect(lab.root.perform(lookupEvents, query)).rejects.toMatchObject({ code, status: 400 })
  })
})
