import { describe, expect, it } from 'vitest'
import { badName, noPolicyAllows, noUser } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { addUserToGroup } from './add-user-to-group'
import { createGroup } from './create-group'
import { listGroupsForUser } from './list-groups-for-user'

describe('ListGroupsForUser', () => {
  it('gives pages by name', async () => {
    const lab = await labWith({ ann: allow('iam:ListGroupsForUser', 'arn:aws:iam::*:user/ann') })
    for (const GroupName of ['ops', 'Devs', 'qa']) await lab.root.perform(createGroup, { GroupName })
    for (const GroupName of ['ops', 'devs']) await lab.root.perform(addUserToGroup, { GroupName, UserName: 'ann' })
    const first = await lab.as('ann').perform(listGroupsForUser, { UserName: 'ann', MaxItems: 1 })
    expect(first).toMatchObject({ Groups: [{ GroupName: 'Devs' }], IsTruncated: true })
    const last = await lab.as('ann').perform(listGroupsForUser, { UserName: 'ann', Marker: first.Marker })
    expect(last).toMatchObject({ Groups: [{ GroupName: 'ops' }], IsTruncated: false })
  })

  it('is refused for another user', async () => {
    const lab = await labWith({ ann: allow('iam:ListGroupsForUser', 'arn:aws:iam::*:user/ann'), bob: [] })
    await expect(lab.as('ann').perform(listGroupsForUser, { UserName: 'bob' })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:ListGroupsForUser', 'user bob'),
    )
  })

  it('says that there is no such user', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(listGroupsForUser, { UserName: 'bob' })).rejects.toMatchObject(noUser('bob'))
  })

  it('does not take a bad name', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(listGroupsForUser, { UserName: 'a b' })).rejects.toMatchObject(badName('userName'))
  })
})
