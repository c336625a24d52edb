import { describe, expect, it } from 'vitest'
import { userArn } from '../../nouns/user'
import { noPolicyAllows } from '../../testing/expected'
import { allow, labWith } from '../../testing/lab'
import { addUserToGroup } from '../add-user-to-group'
import { createGroup } from '../create-group'
import { groupMembersView } from './group-members-view'

async function labWithMembers() {
  const lab = await labWith({ ann: allow('iam:GetGroup'), bob: [], eve: [], stranger: [] })
  await lab.root.perform(createGroup, { GroupName: 'devs' })
  for (const UserName of ['bob', 'ann', 'eve']) {
    await lab.root.perform(addUserToGroup, { GroupName: 'devs', UserName })
  }
  return lab
}

describe('the view of the users of a group', () => {
  it('gives a page of them and counts all', async () => {
    const lab = await labWithMembers()
    const page = await lab.as('ann').show(groupMembersView, { GroupName: 'DEVS', offset: 1, limit: 1 })
    const arn = userArn(lab.account, { name: 'bob', path: '/' })
    expect(page).toEqual({
      rows: [{ shown: { name: 'bob', path: '/', arn, created: lab.now }, cells: {} }],
      total: 3,
      matches: 3,
    })
  })

  it('searches and orders them, and nobody from outside comes in', async () => {
    const lab = await labWithMembers()
    const names = async (state: object) => {
      const { rows, total, matches } = await lab.root.show(groupMembersView, { GroupName: 'devs', limit: 9, ...state })
      return [rows.map(({ shown }) => shown.name).join(' '), matches, total]
    }
    expect(await names({ sort: 'name', direction: 'desc' })).toEqual(['eve bob ann', 3, 3])
    expect(await names({ search: 'n' })).toEqual(['ann', 1, 3])
  })

  it('is refused without iam:GetGroup, before it is known whether there is such a group', async () => {
    const lab = await labWithMembers()
    for (const GroupName of ['devs', 'nobody']) {
      await expect(lab.as('bob').show(groupMembersView, { GroupName, limit: 9 })).rejects.toMatchObject(
        noPolicyAllows(lab.userArn('bob'), 'iam:GetGroup', `group ${GroupName}`),
      )
    }
  })

  it('says that there is no such group', async () => {
    const lab = await labWithMembers()
    await expect(lab.root.show(groupMembersView, { GroupName: 'nobody', limit: 9 })).rejects.toMatchObject({
      code: 'NoSuchEntity',
    })
  })

  it('refuses a name that no group can have', async () => {
    const lab = await labWithMembers()
    await expect(lab.root.show(groupMembersView, { GroupName: '../x', limit: 9 })).rejects.toMatchObject({
      code: 'ValidationError',
    })
  })
})
