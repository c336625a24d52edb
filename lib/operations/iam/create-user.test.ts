import { describe, expect, it, vi } from 'vitest'
import { badInput, badName, overQuota } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { createUser } from './create-user'

// A small account: the quota of 5,000 users is reached sooner.
vi.mock('@/lib/aws/limits', async (load) => {
  const real = await load<typeof import('@/lib/aws/limits')>()
  return { ...real, limits: { ...real.limits, UsersQuota: 3 } }
})

const boundary = 'arn:aws:iam::aws:policy/ReadOnlyAccess'

describe('CreateUser', () => {
  it('succeeds, and its event and a new revision come with it', async () => {
    const lab = await labWith({ ann: allow('iam:CreateUser') })
    const before = await lab.store().account.revision()
    const { User } = await lab.as('ann').perform(createUser, { UserName: 'bob', Path: '/dev/' })
    expect(User).toEqual({
      Path: '/dev/',
      UserName: 'bob',
      UserId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/),
      Arn: `arn:aws:iam::${lab.account}:user/dev/bob`,
      CreateDate: lab.now,
    })
    expect(await lab.store().users.find('BOB')).toMatchObject({ name: 'bob', path: '/dev/' })
    expect(await lab.store().account.revision()).toBe(before + 1)
    const [event] = await lab.events()
    expect(event).toMatchObject({ name: 'CreateUser', userName: 'ann', errorCode: null, readOnly: false })
    expect(JSON.parse(event?.record ?? '')).toMatchObject({
      requestParameters: { userName: 'bob', path: '/dev/' },
      responseElements: { user: { userName: 'bob', userId: User.UserId } },
    })
  })

  it('is refused without permission: the event tells, and nothing is written', async () => {
    const lab = await labWith({ ann: [] })
    const message =
      `User: ${lab.userArn('ann')} is not authorized to perform: iam:CreateUser on resource: ${lab.userArn('bob')} ` +
      'because no identity-based policy allows the iam:CreateUser action'
    const before = await lab.store().account.revision()
    await expect(lab.as('ann').perform(createUser, { UserName: 'bob' })).rejects.toMatchObject({
      code: 'AccessDenied',
      status: 403,
      message,
    })
    expect(await lab.store().users.find('bob')).toBeNull()
    expect(await lab.store().account.revision()).toBe(before)
    const events = await lab.events()
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({ name: 'CreateUser', errorCode: 'AccessDenied', resourceName: 'bob' })
    expect(JSON.parse(events[0]?.record ?? '').errorMessage).toBe(message)
  })

  it('is refused when the tags are not allowed, too', async () => {
    const onlyDev = { StringEquals: { 'aws:RequestTag/team': 'dev' } }
    const lab = await labWith({
      ann: [allow('iam:CreateUser'), allow('iam:TagUser', '*', onlyDev)],
    })
    const withTag = (Value: string) =>
      lab.as('ann').perform(createUser, { UserName: 'bob', Tags: [{ Key: 'team', Value }] })
    await expect(withTag('ops')).rejects.toMatchObject({ code: 'AccessDenied', denial: { action: 'iam:TagUser' } })
    expect((await withTag('dev')).User).toMatchObject({ Tags: [{ Key: 'team', Value: 'dev' }] })
  })

  it('asks with the boundary that it sets', async () => {
    const bounded = { StringEquals: { 'iam:PermissionsBoundary': boundary } }
    const lab = await labWith({ ann: allow('iam:CreateUser', '*', bounded) })
    await expect(lab.as('ann').perform(createUser, { UserName: 'bob' })).rejects.toMatchObject({ code: 'AccessDenied' })
    const { User } = await lab.as('ann').perform(createUser, { UserName: 'bob', PermissionsBoundary: boundary })
    expect(User.PermissionsBoundary).toEqual({ PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: boundary })
    const none = 'arn:aws:iam::aws:policy/NoSuchPolicyHere'
    await expect(lab.root.perform(createUser, { UserName: 'cid', PermissionsBoundary: none })).rejects.toMatchObject({
      code: 'NoSuchEntity',
      message: `Policy ${none} does not exist or is not attachable.`,
    })
  })

  it('finds the name taken without regard to case, but says so only to those who may create', async () => {
    const lab = await labWith({ ann: allow('iam:CreateUser'), bob: [] })
    await expect(lab.as('ann').perform(createUser, { UserName: 'BOB' })).rejects.toMatchObject({
      code: 'EntityAlreadyExists',
      message: 'User with name BOB already exists.',
    })
    await expect(lab.as('bob').perform(createUser, { UserName: 'BOB' })).rejects.toMatchObject({ code: 'AccessDenied' })
    expect((await lab.events()).map((event) => event.errorCode)).toEqual(['EntityAlreadyExists', 'AccessDenied'])
  })

  it('stops at the quota', async () => {
    const lab = await labWith({ ann: [], bob: [], cid: [] })
    await expect(lab.root.perform(createUser, { UserName: 'dan' })).rejects.toMatchObject(
      overQuota('UsersPerAccount', 3),
    )
  })

  it('does not take a name of 65 characters', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(createUser, { UserName: 'a'.repeat(65) })).rejects.toMatchObject(
      badInput('userName', 'Member must have length less than or equal to 64'),
    )
  })

  it.each(['../bob', 'bob🙂', 'bob smith'])('does not take the name %s', async (UserName) => {
    const lab = await labWith()
    await expect(lab.root.perform(createUser, { UserName })).rejects.toMatchObject(badName('userName'))
  })

  it('does not take a path that does not end', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(createUser, { UserName: 'bob', Path: '/dev' })).rejects.toMatchObject({
      code: 'ValidationError',
      message: expect.stringMatching(/^The specified value for path is invalid. It must begin and end with \//),
    })
  })

  it('counts all broken constraints, and the place in a list from one', async () => {
    const lab = await labWith()
    const Tags = [
      { Key: 'team', Value: 'dev' },
      { Key: 'a;b', Value: 'x' },
    ]
    await expect(lab.root.perform(createUser, { UserName: '', Tags })).rejects.toMatchObject({
      message: expect.stringMatching(
        /^2 validation errors detected: Value at 'userName'.*; Value at 'tags\.2\.member\.key'/,
      ),
    })
    await expect(lab.root.perform(createUser, {} as { UserName: string })).rejects.toMatchObject({
      message:
        "1 validation error detected: Value null at 'userName' failed to satisfy constraint: Member must not be null",
    })
  })

  it.each([
    [
      'keys that differ in case only',
      [
        { Key: 'Team', Value: 'a' },
        { Key: 'team', Value: 'b' },
      ],
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    ],
    [
      "keys of AWS's own",
      [{ Key: 'AWS:team', Value: 'a' }],
      'aws: prefixed tag key names are not allowed for external use.',
    ],
  ])('does not take tags with %s', async (_, Tags, message) => {
    const lab = await labWith()
    await expect(lab.root.perform(createUser, { UserName: 'bob', Tags })).rejects.toMatchObject({
      code: 'InvalidInput',
      message,
    })
    expect(await lab.store().users.find('bob')).toBeNull()
  })
})
