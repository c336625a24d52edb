import { describe, expect, it } from 'vitest'
import { badName, noGroup, noPolicyAllows, noUser, overQuota } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { addUserToGroup } from './add-user-to-group'
import { createGroup } from './create-group'
import { getUser } from './get-user'
import { listGroupsForUser } from './list-groups-for-user'
import { putGroupPolicy } from './put-group-policy'

const GroupName = 'devs'
const UserName = 'bob'

describe('AddUserToGroup', () => {
  it("gives the user the group's permissions at once, and changes nothing the second time", async () => {
    const lab = await labWith({ ann: allow('iam:AddUserToGroup', 'arn:aws:iam::*:group/devs'), bob: [] })
    await lab.root.perform(createGroup, { GroupName })
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [allow('iam:GetUser')] })
    await lab.root.perform(putGroupPolicy, { GroupName, PolicyName: 'look', PolicyDocument })
    await expect(lab.as('bob').perform(getUser, {})).rejects.toMatchObject({ code: 'AccessDenied' })
    await lab.as('ann').perform(addUserToGroup, { GroupName, UserName })
    await lab.as('ann').perform(addUserToGroup, { GroupName, UserName })
    expect((await lab.as('bob').perform(getUser, {})).User.UserName).toBe('bob')
    expect((await lab.root.perform(listGroupsForUser, { UserName })).Groups).toHaveLength(1)
  })

  it('is asked on the group, and refused before a word on who exists', async () => {
    const lab = await labWith({ ann: allow('iam:AddUserToGroup', 'arn:aws:iam::*:user/bob') })
    await expect(lab.as('ann').perform(addUserToGroup, { GroupName, UserName })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:AddUserToGroup', 'group devs'),
    )
  })

  it('says that there is no such group or user', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(addUserToGroup, { GroupName, UserName })).rejects.toMatchObject(noGroup('devs'))
    await lab.root.perform(createGroup, { GroupName })
    await expect(lab.root.perform(addUserToGroup, { GroupName, UserName })).rejects.toMatchObject(noUser('bob'))
  })

  it('stops at 10 groups', async () => {
    const lab = await labWith({ bob: [] })
    const names = Array.from({ length: 11 }, (_, number) => `g${number}`)
    for (const name of names) await lab.root.perform(createGroup, { GroupName: name })
    const add = (name: string) => lab.root.perform(addUserToGroup, { GroupName: name, UserName })
    for (const name of names.slice(0, 10)) await add(name)
    await expect(add('g10')).rejects.toMatchObject(overQuota('GroupsPerUser', 10))
    await add('g0')
  })

  it('does not take bad names', async () => {
    const lab = await labWith()
    await expect(lab.root.perform(addUserToGroup, { GroupName, UserName: 'a b' })).rejects.toMatchObject(
      badName('userName'),
    )
  })
})
