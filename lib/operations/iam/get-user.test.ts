import { describe, expect, it } from 'vitest'
import { badName, noPolicyAllows, noUser } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { createUser } from './create-user'
import { getUser } from './get-user'
import { putUserPermissionsBoundary } from './put-user-permissions-boundary'

describe('GetUser', () => {
  it('succeeds without regard to case, with tags and boundary', async () => {
    const lab = await labWith({ ann: allow('iam:GetUser') })
    const Tags = [{ Key: 'Team', Value: 'dev' }]
    await lab.root.perform(createUser, { UserName: 'bob', Tags })
    const boundary = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
    await lab.root.perform(putUserPermissionsBoundary, { UserName: 'bob', PermissionsBoundary: boundary })
    const { User } = await lab.as('ann').perform(getUser, { UserName: 'BOB' })
    expect(User).toMatchObject({ UserName: 'bob', Arn: lab.userArn('bob'), Tags, CreateDate: lab.now })
    expect(User).toMatchObject({ PermissionsBoundary: { PermissionsBoundaryArn: boundary } })
  })

  it('leaves out what the user has not', async () => {
    const lab = await labWith({ ann: [] })
    const { User } = await lab.root.perform(getUser, { UserName: 'ann' })
    expect(Object.keys(User).sort()).toEqual(['Arn', 'CreateDate', 'Path', 'UserId', 'UserName'])
  })

  it('means the caller without a name', async () => {
    const own = allow('iam:GetUser', 'arn:aws:iam::*:user/ann')
    const lab = await labWith({ ann: own, bob: own })
    expect((await lab.as('ann').perform(getUser, {})).User.UserName).toBe('ann')
    await expect(lab.as('bob').perform(getUser, {})).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('bob'), 'iam:GetUser', 'user bob'),
    )
    const { User } = await lab.root.perform(getUser, {})
    expect(User).toMatchObject({ UserId: lab.account, Arn: `arn:aws:iam::${lab.account}:root` })
    expect(User.UserName).toBeUndefined()
  })

  it('is refused whether or not the user exists', async () => {
    const lab = await labWith({ ann: [], bob: [] })
    for (const UserName of ['bob', 'nobody']) {
      await expect(lab.as('ann').perform(getUser, { UserName })).rejects.toMatchObject(
        noPolicyAllows(lab.userArn('ann'), 'iam:GetUser', `user ${UserName}`),
      )
    }
  })

  it('says that there is no such user to those who may look', async () => {
    const lab = await labWith({ ann: allow('iam:GetUser') })
    await expect(lab.as('ann').perform(getUser, { UserName: 'nobody' })).rejects.toMatchObject(noUser('nobody'))
  })

  it('takes names of up to 128 characters and no others', async () => {
    const lab = await labWith()
    const longest = 'a'.repeat(128)
    await expect(lab.root.perform(getUser, { UserName: longest })).rejects.toMatchObject(noUser(longest))
    await expect(lab.root.perform(getUser, { UserName: 'a b' })).rejects.toMatchObject(badName('userName'))
  })
})
