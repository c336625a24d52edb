import { describe, expect, it } from 'vitest'
import { badInput, noPolicyAllows } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { createUser } from './create-user'
import { listUsers } from './list-users'

const names = ({ Users }: { Users: { UserName: string }[] }) => Users.map((user) => user.UserName)

describe('ListUsers', () => {
  it('gives pages by name, without tags', async () => {
    const lab = await labWith({ bob: [], Ann: [] })
    await lab.root.perform(createUser, { UserName: 'cid', Tags: [{ Key: 'a', Value: 'b' }] })
    const first = await lab.root.perform(listUsers, { MaxItems: 2 })
    expect(names(first)).toEqual(['Ann', 'bob'])
    expect(first.IsTruncated).toBe(true)
    const last = await lab.root.perform(listUsers, { MaxItems: 2, Marker: first.Marker })
    expect(last).toMatchObject({ IsTruncated: false, Users: [{ UserName: 'cid' }] })
    expect(last).not.toHaveProperty('Marker')
    expect(last.Users[0]).not.toHaveProperty('Tags')
  })

  it('gives the users under a path', async () => {
    const lab = await labWith({ ann: [] })
    await lab.root.perform(createUser, { UserName: 'bob', Path: '/dev/team/' })
    await lab.root.perform(createUser, { UserName: 'cid', Path: '/develop/' })
    expect(names(await lab.root.perform(listUsers, { PathPrefix: '/dev/' }))).toEqual(['bob'])
    expect(names(await lab.root.perform(listUsers, { PathPrefix: '/Dev' }))).toEqual([])
  })

  it('is all or nothing, asked on the path', async () => {
    const own = allow('iam:ListUsers', 'arn:aws:iam::*:user/ann')
    const lab = await labWith({ ann: own, bob: allow('iam:ListUsers', 'arn:aws:iam::*:user/dev/*') })
    await expect(lab.as('ann').perform(listUsers, {})).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:ListUsers', `arn:aws:iam::${lab.account}:user/`),
    )
    expect(names(await lab.as('bob').perform(listUsers, { PathPrefix: '/dev/' }))).toEqual([])
    await expect(lab.as('bob').perform(listUsers, { PathPrefix: '/ops/' })).rejects.toMatchObject({
      code: 'AccessDenied',
    })
  })

  it.each([
    [{ MaxItems: 0 }, badInput('maxItems', 'Member must have value greater than or equal to 1')],
    [{ MaxItems: 1001 }, badInput('maxItems', 'Member must have value less than or equal to 1000')],
    [
      { PathPrefix: 'dev' },
      badInput('pathPrefix', 'Member must satisfy regular expression pattern: \\u002F[\\u0021-\\u007F]*'),
    ],
    [{ Marker: 'made up' }, { code: 'ValidationError', message: 'Invalid Marker.' }],
  ])('does not take %o', async (input, expected) => {
    const lab = await labWith()
    await expect(lab.root.perform(listUsers, input)).rejects.toMatchObject(expected)
  })
})
