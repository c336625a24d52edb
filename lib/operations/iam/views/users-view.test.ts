import { describe, expect, it } from 'vitest'
import { getSessionToken } from '../../sts/get-session-token'
import { noPolicyAllows } from '../../testing/expected'
import { type Actor, allow, deny, labWith } from '../../testing/lab'
import { assignedDevice } from '../../testing/mfa'
import { addUserToGroup } from '../add-user-to-group'
import { createAccessKey } from '../create-access-key'
import { createGroup } from '../create-group'
import { tagUser } from '../tag-user'
import { type UsersState, usersView } from './users-view'

const state = { limit: 10 }

describe('the users view', () => {
  it('shows rows and cells to those who may see them all', async () => {
    const lab = await labWith({ ann: [], bob: [] })
    await lab.root.perform(createGroup, { GroupName: 'devs' })
    await lab.root.perform(addUserToGroup, { GroupName: 'devs', UserName: 'ann' })
    const { AccessKey } = await lab.root.perform(createAccessKey, { UserName: 'ann' })
    await assignedDevice(lab, 'ann', 'phone')
    const { rows, total, matches } = await lab.root.show(usersView, { ...state, search: 'AN' })
    expect({ total, matches }).toEqual({ total: 2, matches: 1 })
    expect(rows).toEqual([
      {
        shown: {
          name: 'ann',
          path: '/',
          arn: lab.userArn('ann'),
          created: lab.now,
          passwordLastUsed: null,
        },
        cells: {
          groups: { allowed: true, value: 1 },
          mfa: { allowed: true, value: 1 },
          certificates: { allowed: true, value: 0 },
          password: { allowed: true, value: { isSet: false, changed: null } },
          keys: { allowed: true, value: [{ id: AccessKey.AccessKeyId, status: 'Active', created: lab.now }] },
          lastActivity: { allowed: true, value: null },
          keyLastUsed: { allowed: true, value: [{ id: AccessKey.AccessKeyId, lastUsed: null }] },
        },
      },
    ])
  })

  it('is refused as a whole without iam:ListUsers, and leaves its event', async () => {
    const lab = await labWith({ ann: allow('iam:GetUser') })
    await expect(lab.as('ann').show(usersView, state)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:ListUsers', lab.userArn('')),
    )
    expect(await lab.events()).toMatchObject([{ name: 'ListUsers', errorCode: 'AccessDenied' }])
  })

  it('opens to no session that IAM itself is closed to', async () => {
    const lab = await labWith({ ann: allow(['iam:*', 'sts:*']) })
    const { Credentials } = await lab.as('ann').perform(getSessionToken, {})
    await expect(lab.holding(Credentials).show(usersView, state)).rejects.toMatchObject({
      code: 'InvalidClientTokenId',
      status: 403,
    })
  })

  it('keeps back the cells that are refused, row by row', async () => {
    const lab = await labWith({
      ann: [
        allow('iam:ListUsers'),
        allow('iam:ListGroupsForUser', 'arn:aws:iam::*:user/${aws:username}'),
        allow('iam:GetLoginProfile', '*', { StringEquals: { 'aws:ResourceTag/team': 'dev' } }),
        allow(['iam:ListAccessKeys', 'iam:GetAccessKeyLastUsed']),
        deny('iam:GetAccessKeyLastUsed', 'arn:aws:iam::*:user/bob'),
      ],
      bob: [],
    })
    await lab.root.perform(tagUser, { UserName: 'bob', Tags: [{ Key: 'team', Value: 'dev' }] })
    const { rows } = await lab.as('ann').show(usersView, state)
    const allowed = rows.map(({ shown, cells }) => [
      shown.name,
      Object.entries(cells).flatMap(([name, answer]) => (answer.allowed ? [name] : [])),
    ])
    expect(Object.fromEntries(allowed)).toEqual({
      ann: ['groups', 'keys', 'lastActivity', 'keyLastUsed'],
      bob: ['password', 'keys'],
    })
    const groups = rows[1]?.cells.groups
    expect(groups).toMatchObject({
      message: noPolicyAllows(lab.userArn('ann'), 'iam:ListGroupsForUser', 'user bob').message,
      denial: { action: 'iam:ListGroupsForUser', resource: lab.userArn('bob') },
    })
    expect(groups).not.toHaveProperty('value')
    const events = (await lab.events()).filter((event) => event.readOnly)
    expect(events.map((event) => event.name)).toEqual(['ListUsers'])
  })

  it('tells by no order and by no search what a refused cell keeps back', async () => {
    const lab = await labWith({
      ann: allow('iam:ListUsers'),
      bob: [],
      cid: [
        allow(['iam:ListUsers', 'iam:ListGroupsForUser', 'iam:ListAccessKeys']),
        deny('iam:ListAccessKeys', 'arn:aws:iam::*:user/bob'),
      ],
    })
    await lab.root.perform(createGroup, { GroupName: 'devs' })
    await lab.root.perform(addUserToGroup, { GroupName: 'devs', UserName: 'bob' })
    const { AccessKey } = await lab.root.perform(createAccessKey, { UserName: 'bob' })
    const names = async (who: Actor, wanted: Partial<UsersState>) =>
      (await who.show(usersView, { ...state, ...wanted })).rows.map(({ shown }) => shown.name)
    const byGroups = { sort: 'groups', direction: 'desc' } as const
    const byKey = { search: AccessKey.AccessKeyId }
    expect(await names(lab.root, byGroups)).toEqual(['bob', 'cid', 'ann'])
    expect(await names(lab.root, byKey)).toEqual(['bob'])
    expect(await names(lab.as('ann'), byGroups)).toEqual(['ann', 'bob', 'cid'])
    expect(await names(lab.as('ann'), byKey)).toEqual([])
    expect(await names(lab.as('cid'), byGroups)).toEqual(['bob', 'cid', 'ann'])
    expect(await names(lab.as('cid'), byKey)).toEqual([])
  })
})
