import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { write } from '@/lib/store'
import { noPolicy, noPolicyAllows, notAnArn } from '../testing/expected'
import { allow, type Lab, labWith } from '../testing/lab'
import { attachGroupPolicy } from './attach-group-policy'
import { attachUserPolicy } from './attach-user-policy'
import { createGroup } from './create-group'
import { createUser } from './create-user'
import { listEntitiesForPolicy } from './list-entities-for-policy'
import { putUserPermissionsBoundary } from './put-user-permissions-boundary'

const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'

/** Attached to the users ann and dan, the group devs and the role Reader; the boundary of ann and bob. */
let lab: Lab

beforeAll(async () => {
  lab = await labWith({ ann: allow('iam:ListEntitiesForPolicy'), bob: [] })
  const { root } = lab
  await root.perform(createUser, { UserName: 'dan', Path: '/dev/' })
  await root.perform(createGroup, { GroupName: 'devs', Path: '/dev/' })
  for (const UserName of ['dan', 'ann']) await root.perform(attachUserPolicy, { UserName, PolicyArn })
  await root.perform(attachGroupPolicy, { GroupName: 'devs', PolicyArn })
  for (const UserName of ['ann', 'bob']) {
    await root.perform(putUserPermissionsBoundary, { UserName, PermissionsBoundary: PolicyArn })
  }
  await write(lab.account, async (store) => {
    const role = await store.roles.create({ name: 'Reader', path: '/', createdAt: lab.now, trustPolicy: '{}' })
    await store.attachments.attach('role', role.id, PolicyArn, lab.now)
  })
})

async function names(query: Omit<z.output<typeof listEntitiesForPolicy.input>, 'PolicyArn'>) {
  const page = await lab.as('ann').perform(listEntitiesForPolicy, { PolicyArn, ...query })
  return [
    ...page.PolicyGroups.map((group) => group.GroupName),
    ...page.PolicyRoles.map((role) => role.RoleName),
    ...page.PolicyUsers.map((user) => user.UserName),
  ]
}

describe('ListEntitiesForPolicy', () => {
  it('gives everybody whom the policy is attached to or bounds, once, with their IDs', async () => {
    expect(await names({})).toEqual(['devs', 'Reader', 'ann', 'bob', 'dan'])
    const page = await lab.as('ann').perform(listEntitiesForPolicy, { PolicyArn })
    expect(page).toMatchObject({
      PolicyGroups: [{ GroupId: expect.stringMatching(/^AGPA/) }],
      PolicyRoles: [{ RoleId: expect.stringMatching(/^AROA/) }],
      PolicyUsers: [{ UserId: expect.stringMatching(/^AIDA/) }, {}, {}],
      IsTruncated: false,
    })
  })

  it.each([
    [{ EntityFilter: 'User' }, ['ann', 'bob', 'dan']],
    [{ EntityFilter: 'Group' }, ['devs']],
    [{ EntityFilter: 'Role' }, ['Reader']],
    [{ EntityFilter: 'LocalManagedPolicy' }, []],
    [{ EntityFilter: 'AWSManagedPolicy' }, []],
    [{ PolicyUsageFilter: 'PermissionsPolicy' }, ['devs', 'Reader', 'ann', 'dan']],
    [{ PolicyUsageFilter: 'PermissionsBoundary' }, ['ann', 'bob']],
    [{ PolicyUsageFilter: 'PermissionsBoundary', EntityFilter: 'Group' }, []],
    [{ PathPrefix: '/dev/' }, ['devs', 'dan']],
    [{ PathPrefix: '/dev/', EntityFilter: 'User' }, ['dan']],
  ] as const)('filters by %o', async (query, expected) => {
    expect(await names(query)).toEqual(expected)
  })

  it('gives pages over all kinds', async () => {
    const pages: number[] = []
    let Marker: string | undefined
    do {
      const page = await lab.as('ann').perform(listEntitiesForPolicy, { PolicyArn, MaxItems: 2, Marker })
      pages.push(page.PolicyGroups.length + page.PolicyRoles.length + page.PolicyUsers.length)
      Marker = 'Marker' in page ? page.Marker : undefined
    } while (Marker)
    expect(pages).toEqual([2, 2, 1])
  })

  it('is refused before any word on existence', async () => {
    const arn = `arn:aws:iam::${lab.account}:policy/None`
    await expect(lab.as('bob').perform(listEntitiesForPolicy, { PolicyArn: arn })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('bob'), 'iam:ListEntitiesForPolicy', `policy ${arn}`),
    )
    const [event] = (await lab.events()).filter(({ userName }) => userName === 'bob')
    expect(event).toMatchObject({ errorCode: 'AccessDenied', readOnly: true, resourceName: arn })
    await expect(lab.root.perform(listEntitiesForPolicy, { PolicyArn: arn })).rejects.toMatchObject(noPolicy(arn))
  })

  it('does not take a word for an ARN', async () => {
    await expect(lab.root.perform(listEntitiesForPolicy, { PolicyArn: 'AdministratorAccess!' })).rejects.toMatchObject(
      notAnArn,
    )
  })
})
