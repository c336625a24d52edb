import { describe, expect, it } from 'vitest'
import { badName, noGroup, noPolicyAllows } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { addUserToGroup } from './add-user-to-group'
import { createGroup } from './create-group'
import { getGroup } from './get-group'
import { updateGroup } from './update-group'

async function labWithDevs(statements: Parameters<typeof labWith>[0] = {}) {
  const lab = await labWith({ bob: [], ...statements })
  const { Group } = await lab.root.perform(createGroup, { GroupName: 'devs' })
  return { lab, id: Group.GroupId }
}

describe('UpdateGroup', () => {
  it('renames and moves, and keeps the ID and the users', async () => {
    const { lab, id } = await labWithDevs()
    await lab.root.perform(addUserToGroup, { GroupName: 'devs', UserName: 'bob' })
    await lab.root.perform(updateGroup, { GroupName: 'devs', NewGroupName: 'Makers', NewPath: '/dev/' })
    const { Group, Users } = await lab.root.perform(getGroup, { GroupName: 'makers' })
    expect(Group).toMatchObject({ GroupId: id, GroupName: 'Makers', Path: '/dev/' })
    expect(Users).toMatchObject([{ UserName: 'bob' }])
    expect(await lab.store().groups.find('devs')).toBeNull()
  })

  it('needs the permission on the old and on the new name', async () => {
    const { lab } = await labWithDevs({ ann: allow('iam:UpdateGroup', 'arn:aws:iam::*:group/devs') })
    const rename = (GroupName: string, NewGroupName: string) =>
      lab.as('ann').perform(updateGroup, { GroupName, NewGroupName })
    const denied = (name: string) => noPolicyAllows(lab.userArn('ann'), 'iam:UpdateGroup', `group ${name}`)
    await expect(rename('devs', 'ops')).rejects.toMatchObject(denied('ops'))
    await expect(rename('ops', 'devs')).rejects.toMatchObject(denied('ops'))
  })

  it('says that there is no such group, or that the name is taken', async () => {
    const { lab } = await labWithDevs()
    await expect(lab.root.perform(updateGroup, { GroupName: 'ops', NewGroupName: 'x' })).rejects.toMatchObject(
      noGroup('ops'),
    )
    await lab.root.perform(createGroup, { GroupName: 'ops' })
    await expect(lab.root.perform(updateGroup, { GroupName: 'ops', NewGroupName: 'DEVS' })).rejects.toMatchObject({
      code: 'EntityAlreadyExists',
      message: 'Group with name DEVS already exists.',
    })
  })

  it('does not take a bad new name', async () => {
    const { lab } = await labWithDevs()
    await expect(lab.root.perform(updateGroup, { GroupName: 'devs', NewGroupName: 'a b' })).rejects.toMatchObject(
      badName('newGroupName'),
    )
  })
})
