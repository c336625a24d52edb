import { beforeAll, describe, expect, it } from 'vitest'
import { read, write } from '.'
import { freshAccount } from './testing'
import type { UserTableQuery } from './users-page'

const at = (day: number) => new Date(Date.UTC(2026, 10, day))
const keyId = 'AKIAIOSFODNN7EXAMPLE'
let account = ''

// ann: group red, password, key. bob: both groups, path /dev/. Carl: nothing.
beforeAll(async () => {
  account = await freshAccount()
  const other = await freshAccount()
  await write(other, ({ users }) => users.create({ name: 'annother', path: '/', createdAt: at(1) }))
  await write(account, async (store) => {
    const ann = await store.users.create({ name: 'ann', path: '/', createdAt: at(3), tags: [{ Key: 'a', Value: 'b' }] })
    const bob = await store.users.create({ name: 'bob', path: '/dev/', createdAt: at(1), boundaryArn: 'arn:b' })
    await store.users.create({ name: 'Carl_', path: '/', createdAt: at(2) })
    const red = await store.groups.create({ name: 'red', path: '/', createdAt: at(1) })
    const blue = await store.groups.create({ name: 'Blue', path: '/', createdAt: at(2) })
    for (const [group, user] of [
      [red, ann],
      [red, bob],
      [blue, bob],
    ] as const) {
      await store.groups.addMember(group.id, user.id, at(4))
    }
    await store.loginProfiles.create(ann.id, { passwordHash: 'h', createdAt: at(5), resetRequired: false })
    await store.users.recordSignIn(bob.id, at(6))
    await store.accessKeys.create({
      id: `${keyId.slice(0, -3)}${account.slice(0, 3)}`,
      userId: ann.id,
      secretSealed: 's',
      createdAt: at(7),
    })
    const { serial } = await store.mfaDevices.create({ name: 'm', path: '/', seedSealed: 's', createdAt: at(1) })
    await store.mfaDevices.assign(serial, { userId: ann.id, at: at(2), step: 1, drift: 0 })
    await store.attachments.attach('group', blue.id, 'arn:x', at(1))
    await store.inlinePolicies.put('group', blue.id, { name: 'i', document: '{}', at: at(1) })
    const policy = await store.policies.create({
      name: 'Deploy',
      path: '/',
      document: '{}',
      createdAt: at(1),
      description: 'd',
    })
    await store.policies.create({ name: 'Audit', path: '/x/', document: '{}', createdAt: at(2) })
    await store.attachments.attach('user', ann.id, policy.arn, at(1))
    await store.users.setBoundary(ann.id, policy.arn)
  })
})

const names = async (query: Partial<UserTableQuery>) => {
  const { rows, total, matches } = await read(account).users.page({ limit: 10, ...query })
  return [rows.map((row) => row.name).join(' '), matches, total]
}

describe('the users table', () => {
  it('shows all that its cells say', async () => {
    const { rows, total, matches } = await read(account).users.page({ limit: 1 })
    expect({ total, matches }).toEqual({ total: 3, matches: 3 })
    expect(rows).toEqual([
      {
        id: expect.stringMatching(/^AIDA/),
        name: 'ann',
        path: '/',
        createdAt: at(3),
        boundaryArn: `arn:aws:iam::${account}:policy/Deploy`,
        groupCount: 1,
        mfaCount: 1,
        certificateCount: 0,
        hasPassword: true,
        passwordChangedAt: at(5),
        passwordLastUsedAt: null,
        lastActivityAt: null,
        keys: [{ id: expect.stringMatching(/^AKIA/), status: 'Active', createdAt: at(7), lastUsedAt: null }],
        tags: [{ Key: 'a', Value: 'b' }],
      },
    ])
  })

  it('sorts by every column, both ways', async () => {
    expect(await names({})).toEqual(['ann bob Carl_', 3, 3])
    expect(await names({ direction: 'desc' })).toEqual(['Carl_ bob ann', 3, 3])
    expect(await names({ sort: 'createdAt' })).toEqual(['bob Carl_ ann', 3, 3])
    expect(await names({ sort: 'groups', direction: 'desc' })).toEqual(['bob ann Carl_', 3, 3])
    expect(await names({ sort: 'groups' })).toEqual(['Carl_ ann bob', 3, 3])
    expect(await names({ sort: 'path', direction: 'desc' })).toEqual(['bob Carl_ ann', 3, 3])
    expect(await names({ sort: 'lastActivity', direction: 'desc' })).toEqual(['bob Carl_ ann', 3, 3])
    expect(await names({ sort: 'lastSignIn' })).toEqual(['ann Carl_ bob', 3, 3])
    expect(await names({ sort: 'passwordAge', direction: 'desc' })).toEqual(['ann Carl_ bob', 3, 3])
    expect(await names({ sort: 'keyAge', direction: 'desc' })).toEqual(['ann Carl_ bob', 3, 3])
    expect(await names({ sort: 'accessKey', direction: 'desc' })).toEqual(['ann Carl_ bob', 3, 3])
    expect(await names({ sort: 'mfa' })).toEqual(['bob Carl_ ann', 3, 3])
  })

  it('pages, and says how many there are also past the end', async () => {
    expect(await names({ offset: 1, limit: 1 })).toEqual(['bob', 3, 3])
    expect(await names({ offset: 9, limit: 1 })).toEqual(['', 3, 3])
  })

  it('searches parts of names as they are, and the user of a key where it is asked for', async () => {
    expect(await names({ search: ' AN ' })).toEqual(['ann', 1, 3])
    expect(await names({ search: '_' })).toEqual(['Carl_', 1, 3])
    expect(await names({ search: '%' })).toEqual(['', 0, 3])
    const key = `${keyId.slice(0, -3)}${account.slice(0, 3)}`
    expect(await names({ search: key, orKeyId: key })).toEqual(['ann', 1, 3])
    expect(await names({ search: key })).toEqual(['', 0, 3])
    const stranger = await freshAccount()
    expect((await read(stranger).users.page({ search: key, orKeyId: key, limit: 9 })).rows).toEqual([])
  })

  it('filters by path and by group', async () => {
    const { rows } = await read(account).groups.page({ search: 'blue', limit: 1 })
    const blue = rows[0]?.id
    expect(await names({ pathPrefix: '/dev/' })).toEqual(['bob', 1, 3])
    expect(await names({ pathPrefix: '/DEV/' })).toEqual(['', 0, 3])
    expect(await names({ inGroup: blue })).toEqual(['bob', 1, 3])
    expect(await names({ notInGroup: blue, direction: 'desc' })).toEqual(['Carl_ ann', 2, 3])
  })
})

describe('the other tables', () => {
  it('of groups count members and policies', async () => {
    const { rows, total } = await read(account).groups.page({ limit: 9, sort: 'users' })
    expect(total).toBe(2)
    expect(rows.map(({ name, userCount, policyCount }) => [name, userCount, policyCount])).toEqual([
      ['Blue', 1, 2],
      ['red', 2, 0],
    ])
    const bob = await read(account).users.find('bob')
    const ann = await read(account).users.find('ann')
    expect((await read(account).groups.page({ limit: 9, ofUser: bob?.id })).matches).toBe(2)
    expect((await read(account).groups.page({ limit: 9, notOfUser: ann?.id })).rows.map((row) => row.name)).toEqual([
      'Blue',
    ])
  })

  it('of policies count attachments and boundaries', async () => {
    const { rows, total, matches } = await read(account).policies.page({
      limit: 9,
      sort: 'attachments',
      direction: 'desc',
    })
    expect({ total, matches }).toEqual({ total: 2, matches: 2 })
    expect(rows.map((row) => [row.name, row.attachmentCount, row.boundaryCount, row.description])).toEqual([
      ['Deploy', 1, 1, 'd'],
      ['Audit', 0, 0, null],
    ])
    expect((await read(account).policies.page({ limit: 9, search: 'DIT' })).rows[0]?.name).toBe('Audit')
    expect((await read(account).policies.list({ limit: 9, onlyAttached: true })).rows.map((row) => row.name)).toEqual([
      'Deploy',
    ])
  })

  it('of the account count everything', async () => {
    expect(await read(account).summary()).toEqual({
      users: 3,
      groups: 2,
      roles: 0,
      policies: 2,
      policyVersions: 2,
      providers: 0,
      instanceProfiles: 0,
      serverCertificates: 0,
      rootSigningCertificates: 0,
      mfaDevices: 1,
      mfaDevicesInUse: 1,
      rootMfaDevices: 0,
      buckets: 0,
      rootAccessKeys: 0,
    })
  })
})
