import { describe, expect, it } from 'vitest'
import { write } from '@/lib/store'
import { badInput, badName, noPolicyAllows, overQuota } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { createGroup } from './create-group'

describe('CreateGroup', () => {
  it('succeeds', async () => {
    const lab = await labWith({ ann: allow('iam:CreateGroup', 'arn:aws:iam::*:group/dev/*') })
    const { Group } = await lab.as('ann').perform(createGroup, { GroupName: 'devs', Path: '/dev/' })
    expect(Group).toEqual({
      Path: '/dev/',
      GroupName: 'devs',
      GroupId: expect.stringMatching(/^AGPA[A-Z2-7]{17}$/),
      Arn: `arn:aws:iam::${lab.account}:group/dev/devs`,
      CreateDate: lab.now,
    })
    expect(await lab.store().groups.find('DEVS')).toMatchObject({ id: Group.GroupId })
  })

  it('is refused without permission, by ARN', async () => {
    const lab = await labWith({ ann: [] })
    await expect(lab.as('ann').perform(createGroup, { GroupName: 'devs' })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:CreateGroup', `arn:aws:iam::${lab.account}:group/devs`),
    )
    expect(await lab.store().groups.find('devs')).toBeNull()
  })

  it('finds the name taken without regard to case', async () => {
    const lab = await labWith()
    await lab.root.perform(createGroup, { GroupName: 'devs' })
    await expect(lab.root.perform(createGroup, { GroupName: 'Devs' })).rejects.toMatchObject({
      code: 'EntityAlreadyExists',
      message: 'Group with name Devs already exists.',
    })
  })

  it('does not take bad names and paths', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(createGroup, { GroupName: 'dev team' })).rejects.toMatchObject(badName('groupName'))
    await expect(lab.root.perform(createGroup, { GroupName: 'g'.repeat(129) })).rejects.toMatchObject(
      badInput('groupName', 'Member must have length less than or equal to 128'),
    )
    await expect(lab.root.perform(createGroup, { GroupName: 'devs', Path: 'dev' })).rejects.toMatchObject({
      code: 'ValidationError',
      message: expect.stringContaining('The specified value for path is invalid.'),
    })
  })

  it('stops at 300 groups', async () => {
    const lab = await labWith()
    await write(lab.account, async (store) => {
      for (let number = 0; number < 300; number++) {
        await store.groups.create({ name: `g${number}`, path: '/', createdAt: lab.now })
      }
    })
    await expect(lab.root.perform(createGroup, { GroupName: 'devs' })).rejects.toMatchObject(
      overQuota('GroupsPerAccount', 300),
    )
  })
})
