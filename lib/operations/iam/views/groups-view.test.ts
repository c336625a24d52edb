import { describe, expect, it } from 'vitest'
import { groupArn } from '../../nouns/group'
import { noPolicyAllows } from '../../testing/expected'
import { type Actor, allow, labWith } from '../../testing/lab'
import { addUserToGroup } from '../add-user-to-group'
import { attachGroupPolicy } from '../attach-group-policy'
import { createGroup } from '../create-group'
import { groupsView } from './groups-view'

const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess'

async function labWithGroup(statements: Parameters<typeof labWith>[0] = {}) {
  const lab = await labWith({ ann: [], ...statements })
  await lab.root.perform(createGroup, { GroupName: 'devs' })
  await lab.root.perform(addUserToGroup, { GroupName: 'devs', UserName: 'ann' })
  await lab.root.perform(attachGroupPolicy, { GroupName: 'devs', PolicyArn: readOnly })
  return lab
}

describe('the groups view', () => {
  it('counts users and policies', async () => {
    const lab = await labWithGroup()
    const { rows, total } = await lab.root.show(groupsView, { limit: 10, sort: 'users', direction: 'desc' })
    const arn = groupArn(lab.account, { name: 'devs', path: '/' })
    expect(total).toBe(1)
    expect(rows).toEqual([
      {
        shown: { name: 'devs', path: '/', arn, created: lab.now },
        cells: { users: { allowed: true, value: 1 }, permissions: { allowed: true, value: 1 } },
      },
    ])
  })

  it('is in the order of names for those who may not see what it is to be ordered by', async () => {
    const lab = await labWithGroup({ bob: allow('iam:ListGroups') })
    await lab.root.perform(createGroup, { GroupName: 'admins' })
    const state = { limit: 10, sort: 'users', direction: 'desc' } as const
    const names = async (who: Actor) => (await who.show(groupsView, state)).rows.map(({ shown }) => shown.name)
    expect(await names(lab.root)).toEqual(['devs', 'admins'])
    expect(await names(lab.as('bob'))).toEqual(['admins', 'devs'])
  })

  it('is refused without iam:ListGroups', async () => {
    const lab = await labWithGroup({ bob: [] })
    await expect(lab.as('bob').show(groupsView, { limit: 10 })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('bob'), 'iam:ListGroups', `arn:aws:iam::${lab.account}:group/`),
    )
  })

  it('shows the permissions only to those who may list both kinds', async () => {
    const lab = await labWithGroup({ bob: allow(['iam:ListGroups', 'iam:GetGroup', 'iam:ListAttachedGroupPolicies']) })
    const { rows } = await lab.as('bob').show(groupsView, { limit: 10 })
    expect(rows[0]?.cells.users).toEqual({ allowed: true, value: 1 })
    expect(rows[0]?.cells.permissions).toMatchObject({
      allowed: false,
      message: noPolicyAllows(lab.userArn('bob'), 'iam:ListGroupPolicies', 'group devs').message,
    })
  })
})
