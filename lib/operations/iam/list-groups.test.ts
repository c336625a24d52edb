import { describe, expect, it } from 'vitest'
import { badInput, noPolicyAllows } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { createGroup } from './create-group'
import { listGroups } from './list-groups'

describe('ListGroups', () => {
  it('gives pages by name, under a path', async () => {
    const lab = await labWith({ ann: allow('iam:ListGroups') })
    await lab.root.perform(createGroup, { GroupName: 'ops' })
    await lab.root.perform(createGroup, { GroupName: 'Devs', Path: '/dev/' })
    const first = await lab.as('ann').perform(listGroups, { MaxItems: 1 })
    expect(first).toMatchObject({ Groups: [{ GroupName: 'Devs' }], IsTruncated: true })
    const last = await lab.as('ann').perform(listGroups, { Marker: first.Marker })
    expect(last).toMatchObject({ Groups: [{ GroupName: 'ops' }], IsTruncated: false })
    const { Groups } = await lab.as('ann').perform(listGroups, { PathPrefix: '/dev/' })
    expect(Groups).toMatchObject([{ GroupName: 'Devs', Path: '/dev/' }])
  })

  it('is refused without permission on the path', async () => {
    const lab = await labWith({ ann: allow('iam:ListGroups', 'arn:aws:iam::*:group/devs') })
    await expect(lab.as('ann').perform(listGroups, {})).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:ListGroups', `arn:aws:iam::${lab.account}:group/`),
    )
  })

  it('is empty where there are none', async () => {
    const lab = await labWith()
    expect(await lab.root.perform(listGroups, {})).toEqual({ Groups: [], IsTruncated: false })
  })

  it('does not take more than 1000 items', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(listGroups, { MaxItems: 2000 })).rejects.toMatchObject(
      badInput('maxItems', 'Member must have value less than or equal to 1000'),
    )
  })
})
