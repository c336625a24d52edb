import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { may } from '@/lib/access/question'
import { deleteConflict } from '@/lib/aws/errors'
import { wholeAccount } from '@/lib/operations/bindings'
import { type Operation, operation } from '@/lib/operations/define'
import { createUser } from '@/lib/operations/iam/create-user'
import { deleteUserPolicy } from '@/lib/operations/iam/delete-user-policy'
import { getUser } from '@/lib/operations/iam/get-user'
import { putUserPolicy } from '@/lib/operations/iam/put-user-policy'
import { createBucket } from '@/lib/operations/s3/create-bucket'
import { putObject } from '@/lib/operations/s3/put-object'
import { allow, documentOf, type Lab, labWith } from '@/lib/operations/testing/lab'
import { perform, rehearse } from './perform'

type Steps = {
  prepare?: () => Promise<void>
  run?: Operation['run']
}

/** A write of our own that makes the user `bob` and then does what the test wants. */
const making = ({ prepare, run }: Steps = {}) =>
  operation({
    service: 'iam',
    name: 'CreateUser',
    summary: 'Create bob, for a test.',
    kind: 'write',
    input: z.object({}),
    on: wholeAccount(),
    ask: ({ target }) => [may('iam:CreateUser', target)],
    prepare: async () => prepare?.(),
    run: async (running) => {
      await running.store.users.create({ name: 'bob', path: '/', createdAt: running.now })
      await run?.(running)
      return { User: undefined }
    },
  })

const facts = async (lab: Lab) => ({
  bob: await lab.store().users.find('bob'),
  revision: await lab.store().account.revision(),
  errors: (await lab.events()).map((event) => event.errorCode),
})

describe('perform', () => {
  it('takes back a write that fails, and leaves the event of the failure', async () => {
    const lab = await labWith()
    const { revision } = await facts(lab)
    const run = async () => {
      throw deleteConflict('Cannot do this.')
    }
    await expect(lab.root.perform(making({ run }), {})).rejects.toMatchObject({ code: 'DeleteConflict' })
    expect(await facts(lab)).toEqual({ bob: null, revision, errors: ['DeleteConflict'] })
  })

  it('takes back a write that meets a bug, and says nothing of it in the events', async () => {
    const lab = await labWith()
    const { revision } = await facts(lab)
    const run = async () => {
      throw new TypeError('a bug')
    }
    await expect(lab.root.perform(making({ run }), {})).rejects.toThrow(TypeError)
    expect(await facts(lab)).toEqual({ bob: null, revision, errors: [] })
  })

  it('asks again inside the transaction: what was taken away meanwhile is gone', async () => {
    const lab = await labWith({ ann: allow('iam:CreateUser') })
    const takeAway = async () => {
      await lab.root.perform(deleteUserPolicy, { UserName: 'ann', PolicyName: 'lab' })
    }
    await expect(lab.as('ann').perform(making({ prepare: takeAway }), {})).rejects.toMatchObject({
      code: 'AccessDenied',
    })
    expect((await facts(lab)).bob).toBeNull()
  })

  it('asks about data with the policies of today, not with those before the last change', async () => {
    const lab = await labWith({ ann: [] })
    await lab.root.perform(createBucket, { Bucket: 'notes' })
    const put = () => lab.as('ann').perform(putObject, { Bucket: 'notes', Key: 'a.txt', Body: Buffer.from('a') })
    await expect(put()).rejects.toMatchObject({ code: 'AccessDenied' })
    const PolicyDocument = documentOf(allow('s3:PutObject'))
    await lab.root.perform(putUserPolicy, { UserName: 'ann', PolicyName: 'put', PolicyDocument })
    await expect(put()).resolves.toBeDefined()
  })

  it('asks after a write with the policies that the write has left', async () => {
    const lab = await labWith({ ann: allow(['iam:DeleteUserPolicy', 'iam:GetUser']) })
    const ann = lab.as('ann')
    await ann.perform(getUser, {})
    await ann.perform(deleteUserPolicy, { UserName: 'ann', PolicyName: 'lab' })
    await expect(ann.perform(getUser, {})).rejects.toMatchObject({ code: 'AccessDenied' })
  })

  it('does not do the slow work for a caller who is refused', async () => {
    const lab = await labWith({ ann: [] })
    let prepared = false
    const prepare = async () => {
      prepared = true
    }
    await expect(lab.as('ann').perform(making({ prepare }), {})).rejects.toMatchObject({ code: 'AccessDenied' })
    expect(prepared).toBe(false)
  })

  it('lets writes of one name in at the same time through once', async () => {
    const lab = await labWith()
    const calls = Array.from({ length: 4 }, () => lab.root.perform(createUser, { UserName: 'bob' }))
    const outcomes = await Promise.allSettled(calls)
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'EntityAlreadyExists' })
    }
  })

  it('records reads a moment later, with who called from where', async () => {
    const lab = await labWith({ ann: allow('iam:GetUser') })
    await lab.as('ann').perform(getUser, { UserName: 'ann' })
    const [event] = await lab.events()
    expect(event).toMatchObject({ name: 'GetUser', readOnly: true, userName: 'ann', userArn: lab.userArn('ann') })
    expect(JSON.parse(event?.record ?? '')).toMatchObject({
      eventID: event?.id,
      eventTime: '2026-11-22T09:00:00Z',
      sourceIPAddress: '203.0.113.10',
      userIdentity: { type: 'IAMUser', accountId: lab.account, userName: 'ann' },
      responseElements: null,
    })
  })

  it.each([
    ['U+0000', 'a\0b'],
    ['thousands of letters', 'a'.repeat(2049)],
  ])('records a call whose name has %s, without taking it for a resource', async (_, UserName) => {
    const lab = await labWith()
    await expect(lab.root.perform(createUser, { UserName })).rejects.toMatchObject({ code: 'ValidationError' })
    const [event] = await lab.events()
    expect(event?.errorCode).toBe('ValidationError')
    expect(event?.resourceName).toBeNull()
  })

  it('answers and records whatever a stranger sends', async () => {
    const lab = await labWith()
    const strange = { UserName: 10n, constructor: 'x', toString: 'y' } as object
    await expect(lab.root.perform(getUser, strange)).rejects.toMatchObject({ code: 'ValidationError' })
    expect(await lab.events()).toMatchObject([{ errorCode: 'ValidationError', resourceType: null }])
  })

  it('keeps the operator out', async () => {
    const lab = await labWith()
    await lab.root.perform(getUser, {})
    const world = { ...lab.root.world(), caller: { kind: 'operator' as const } }
    await expect(perform(getUser, {}, world)).rejects.toMatchObject({ code: 'AccessDenied' })
  })
})

describe('rehearse', () => {
  it('answers the questions and the failure, and leaves no event and no user', async () => {
    const lab = await labWith({ ann: allow('iam:CreateUser') })
    const Tags = [{ Key: 'team', Value: 'dev' }]
    await lab.as('ann').perform(createUser, { UserName: 'cid' })
    const ann = lab.as('ann')
    await ann.perform(createUser, { UserName: 'dan' })
    const before = await facts(lab)
    const { answers, failure } = await rehearse(createUser, { UserName: 'cid', Tags }, ann.world())
    expect(answers.map(({ question, decision }) => [question.action, decision.effect])).toEqual([
      ['iam:CreateUser', 'allowed'],
      ['iam:TagUser', 'implicitDeny'],
    ])
    expect(failure).toMatchObject({ code: 'EntityAlreadyExists' })
    expect(await facts(lab)).toEqual(before)
  })
})
