import { describe, expect, it } from 'vitest'
import { badName, noGroup, noPolicyAllows, noUser } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { addUserToGroup } from './add-user-to-group'
import { createGroup } from './create-group'
import { listGroupsForUser } from './list-groups-for-user'
import { removeUserFromGroup } from './remove-user-from-group'

const GroupName = 'devs'
const UserName = 'bob'

describe('RemoveUserFromGroup', () => {
  it('succeeds, also for a user who is not in the group', async () => {
    const lab = await labWith({ ann: allow('iam:RemoveUserFromGroup'), bob: [] })
    await lab.root.perform(createGroup, { GroupName })
    await lab.root.perform(addUserToGroup, { GroupName, UserName })
    await lab.as('ann').perform(removeUserFromGroup, { GroupName, UserName })
    expect((await lab.root.perform(listGroupsForUser, { UserName })).Groups).toEqual([])
    await lab.as('ann').perform(removeUserFromGroup, { GroupName, UserName })
  })

  it('is refused without permission on the group', async () => {
    const lab = await labWith({ ann: [] })
    await expect(lab.as('ann').perform(removeUserFromGroup, { GroupName, UserName })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:RemoveUserFromGroup', 'group devs'),
    )
  })

  it('says that there is no such group or user', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(removeUserFromGroup, { GroupName, UserName })).rejects.toMatchObject(noGroup('devs'))
    await lab.root.perform(createGroup, { GroupName })
    await expect(lab.root.perform(removeUserFromGroup, { GroupName, UserName })).rejects.toMatchObject(noUser('bob'))
  })

  it('does not take bad names', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(removeUserFromGroup, { GroupName: 'a b', UserName })).rejects.toMatchObject(
      badName('groupName'),
    )
  })
})
