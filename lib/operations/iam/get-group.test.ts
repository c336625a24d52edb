import { describe, expect, it } from 'vitest'
import { badName, noGroup, noPolicyAllows } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { addUserToGroup } from './add-user-to-group'
import { createGroup } from './create-group'
import { getGroup } from './get-group'

describe('GetGroup', () => {
  it('gives the group and pages of its users', async () => {
    const lab = await labWith({ ann: allow('iam:GetGroup'), bob: [], cid: [] })
    await lab.root.perform(createGroup, { GroupName: 'devs' })
    for (const UserName of ['bob', 'ann']) await lab.root.perform(addUserToGroup, { GroupName: 'devs', UserName })
    const first = await lab.as('ann').perform(getGroup, { GroupName: 'DEVS', MaxItems: 1 })
    expect(first).toMatchObject({ Group: { GroupName: 'devs' }, Users: [{ UserName: 'ann' }], IsTruncated: true })
    const last = await lab.as('ann').perform(getGroup, { GroupName: 'devs', Marker: first.Marker })
    expect(last).toMatchObject({ Users: [{ UserName: 'bob', Arn: lab.userArn('bob') }], IsTruncated: false })
  })

  it('is refused without permission, whether or not the group exists', async () => {
    const lab = await labWith({ ann: [] })
    await lab.root.perform(createGroup, { GroupName: 'devs' })
    for (const GroupName of ['devs', 'none']) {
      await expect(lab.as('ann').perform(getGroup, { GroupName })).rejects.toMatchObject(
        noPolicyAllows(lab.userArn('ann'), 'iam:GetGroup', `group ${GroupName}`),
      )
    }
  })

  it('says that there is no such group', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(getGroup, { GroupName: 'none' })).rejects.toMatchObject(noGroup('none'))
  })

  it('does not take a bad name', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(getGroup, { GroupName: 'a/b' })).rejects.toMatchObject(badName('groupName'))
  })
})
