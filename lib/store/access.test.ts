import { describe, expect, it } from 'vitest'
import { read, write } from '.'
import type { AccountStore } from './account-store'
import { freshAccount } from './testing'

const at = new Date('2026-11-22T09:00:00.000Z')
const later = new Date('2026-11-22T10:00:00.000Z')
const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess'

const newUser = (store: AccountStore, name = 'ann', path = '/') => store.users.create({ name, path, createdAt: at })
const newGroup = (store: AccountStore, name: string) => store.groups.create({ name, path: '/', createdAt: at })
const newPolicy = (store: AccountStore, name: string, document = '{"a":1}') =>
  store.policies.create({ name, path: '/own/', document, createdAt: at })

describe('customer policies', () => {
  it('are found by name and by ARN', async () => {
    const account = await freshAccount()
    const policy = await write(account, (store) => newPolicy(store, 'Deploy'))
    expect(policy.arn).toBe(`arn:aws:iam::${account}:policy/own/Deploy`)
    expect(await read(account).policies.find('deploy')).toEqual(policy)
    expect(await read(account).policies.findByArn(policy.arn)).toEqual(policy)
    expect(await read(account).policies.findByArn(policy.arn.replace('own', 'OWN'))).toBeNull()
  })

  it('never give a version number twice', async () => {
    const account = await freshAccount()
    await write(account, async (store) => {
      const { id } = await newPolicy(store, 'p')
      const second = await store.policies.addVersion(id, { document: '2', createdAt: later, setAsDefault: false })
      expect(second).toEqual({ number: 2, document: '2', createdAt: later, isDefault: false })
      await store.policies.deleteVersion(id, 2)
      await store.policies.addVersion(id, { document: '3', createdAt: later, setAsDefault: true })
    })
    const { policies } = read(account)
    const policy = await policies.find('p')
    expect(policy).toMatchObject({ defaultVersion: 3, latestVersion: 3, updatedAt: later })
    const versions = policy && (await policies.versions(policy))
    expect(versions?.map(({ number, isDefault }) => [number, isDefault])).toEqual([
      [3, true],
      [1, false],
    ])
    expect(policy && (await policies.findVersion(policy))?.document).toBe('3')
    expect(policy && (await policies.findVersion(policy, 1))?.document).toBe('{"a":1}')
    expect(policy && (await policies.findVersion(policy, 2))).toBeNull()
  })
})

describe('gather', () => {
  it('gives own policies, those of the groups and the boundary, each with its way', async () => {
    const account = await freshAccount()
    const id = await write(account, async (store) => {
      const ann = await newUser(store)
      const mine = await newPolicy(store, 'Mine')
      const limit = await newPolicy(store, 'Limit', '{"limit":1}')
      const [red, blue] = [await newGroup(store, 'red'), await newGroup(store, 'blue')]
      await newGroup(store, 'other').then((other) => store.attachments.attach('group', other.id, readOnly, at))
      await store.groups.addMember(red.id, ann.id, at)
      await store.groups.addMember(blue.id, ann.id, at)
      await store.attachments.attach('user', ann.id, mine.arn, at)
      await store.attachments.attach('group', red.id, readOnly, at)
      await store.attachments.attach('group', blue.id, mine.arn, at)
      await store.inlinePolicies.put('user', ann.id, { name: 'own', document: '{"own":1}', at })
      await store.inlinePolicies.put('group', red.id, { name: 'theirs', document: '{"red":1}', at })
      await store.users.setBoundary(ann.id, limit.arn)
      await store.tags.put('user', ann.id, [{ Key: 'Team', Value: 'red' }])
      await store.policies.addVersion(mine.id, { document: '{"a":2}', createdAt: at, setAsDefault: true })
      return ann.id
    })
    const mine = { id: 'Mine', arn: `arn:aws:iam::${account}:policy/own/Mine` }
    const via = (name: string) => ({ via: { type: 'group', name } })
    expect(await read(account).gather('user', id)).toEqual({
      policies: [
        { source: mine, document: '{"a":2}' },
        { source: { id: 'own' }, document: '{"own":1}' },
        { source: { ...mine, ...via('blue') }, document: '{"a":2}' },
        { source: { id: 'ReadOnlyAccess', arn: readOnly, ...via('red') }, document: null },
        { source: { id: 'theirs', ...via('red') }, document: '{"red":1}' },
      ],
      boundary: {
        source: { id: 'Limit', arn: `arn:aws:iam::${account}:policy/own/Limit` },
        document: '{"limit":1}',
      },
      tags: [{ Key: 'Team', Value: 'red' }],
    })
  })

  it('knows roles and groups, too', async () => {
    const account = await freshAccount()
    await write(account, async (store) => {
      const role = await store.roles.create({
        name: 'r',
        path: '/',
        createdAt: at,
        trustPolicy: '{}',
        boundaryArn: readOnly,
      })
      const group = await newGroup(store, 'g')
      await store.inlinePolicies.put('role', role.id, { name: 'p', document: '1', at })
      await store.attachments.attach('group', group.id, readOnly, at)
      const boundary = { source: { id: 'ReadOnlyAccess', arn: readOnly }, document: null }
      const own = { source: { id: 'p' }, document: '1' }
      expect(await store.gather('role', role.id)).toEqual({ policies: [own], boundary, tags: [] })
      expect(await store.gather('group', group.id)).toEqual({ policies: [boundary], boundary: null, tags: [] })
    })
  })
})

describe('attachments', () => {
  it('count what uses a policy, as permissions and as boundary', async () => {
    const account = await freshAccount()
    await write(account, async (store) => {
      const [ann, bob] = [await newUser(store), await newUser(store, 'Bob', '/dev/')]
      const group = await newGroup(store, 'g')
      await store.attachments.attach('user', ann.id, readOnly, at)
      await store.attachments.attach('user', ann.id, readOnly, later)
      await store.attachments.attach('group', group.id, readOnly, at)
      await store.users.setBoundary(bob.id, readOnly)
    })
    const { attachments } = read(account)
    expect(await attachments.usage()).toEqual(new Map([[readOnly, { attachments: 2, boundaries: 1 }]]))
    expect(await attachments.usage([readOnly, 'arn:x'])).toEqual(await attachments.usage())
    expect(await attachments.usage([])).toEqual(new Map())

    const names = async (query: Parameters<typeof attachments.entitiesFor>[1]) => {
      const { rows, next } = await attachments.entitiesFor(readOnly, query)
      return [rows.map(({ type, name }) => `${type} ${name}`), next]
    }
    expect(await names({ limit: 10 })).toEqual([['group g', 'user ann', 'user Bob'], null])
    expect(await names({ limit: 2 })).toEqual([['group g', 'user ann'], 'user/ann'])
    expect(await names({ limit: 2, after: 'user/ann' })).toEqual([['user Bob'], null])
    expect(await names({ limit: 9, usedAs: 'boundary' })).toEqual([['user Bob'], null])
    expect(await names({ limit: 9, usedAs: 'permissions' })).toEqual([['group g', 'user ann'], null])
    expect(await names({ limit: 9, type: 'group' })).toEqual([['group g'], null])
    expect(await names({ limit: 9, type: 'group', usedAs: 'boundary' })).toEqual([[], null])
    expect(await names({ limit: 9, pathPrefix: '/dev/' })).toEqual([['user Bob'], null])
  })

  it('tell whether there was something to detach', async () => {
    const account = await freshAccount()
    await write(account, async (store) => {
      const ann = await newUser(store)
      await store.attachments.attach('user', ann.id, readOnly, later)
      await store.attachments.attach('user', ann.id, 'arn:z', at)
      expect(await store.attachments.list('user', ann.id)).toEqual(['arn:z', readOnly])
      expect(await store.attachments.listForMany('user', [ann.id, 'x'])).toEqual(
        new Map([[ann.id, ['arn:z', readOnly]]]),
      )
      expect(await store.attachments.detach('user', ann.id, readOnly)).toBe(true)
      expect(await store.attachments.detach('user', ann.id, readOnly)).toBe(false)
      expect(await store.attachments.count('user', ann.id)).toBe(1)
    })
  })
})

describe('tags', () => {
  it('of users ignore case and keep their place; those of policies do not', async () => {
    const account = await freshAccount()
    await write(account, async ({ tags }) => {
      const [team, color] = [
        { Key: 'Team', Value: '1' },
        { Key: 'color', Value: '2' },
      ]
      for (const type of ['user', 'policy'] as const) await tags.put(type, 'X', [team, color])
      for (const type of ['user', 'policy'] as const) await tags.put(type, 'X', [{ Key: 'TEAM', Value: '3' }])
      const shouted = { Key: 'TEAM', Value: '3' }
      expect(await tags.list('user', 'X')).toEqual([shouted, color])
      expect(await tags.list('policy', 'X')).toEqual([team, color, shouted])
      await tags.remove('user', 'X', ['team', 'absent'])
      await tags.remove('policy', 'X', ['team', 'Team'])
      expect(await tags.list('user', 'X')).toEqual([color])
      expect(await tags.listForMany('policy', ['X', 'Y'])).toEqual(new Map([['X', [color, shouted]]]))
    })
  })
})

describe('groups', () => {
  it('know their members, and users their groups', async () => {
    const account = await freshAccount()
    await write(account, async (store) => {
      const [ann, bob] = [await newUser(store), await newUser(store, 'Bob')]
      const [red, blue] = [await newGroup(store, 'red'), await newGroup(store, 'Blue')]
      await store.groups.addMember(red.id, bob.id, at)
      await store.groups.addMember(red.id, ann.id, at)
      await store.groups.addMember(red.id, ann.id, later)
      await store.groups.addMember(blue.id, ann.id, later)
      const { rows, next } = await store.groups.members(red.id, { limit: 1 })
      expect([rows[0]?.name, next]).toEqual(['ann', 'ann'])
      expect((await store.groups.members(red.id, { limit: 5, after: 'ann' })).rows).toEqual([bob])
      expect((await store.groups.ofUser(ann.id)).map((group) => [group.name, group.joinedAt])).toEqual([
        ['Blue', later],
        ['red', at],
      ])
      expect(await store.groups.removeMember(red.id, ann.id)).toBe(true)
      expect(await store.groups.removeMember(red.id, ann.id)).toBe(false)
      expect([await store.groups.countMembers(red.id), await store.groups.countOfUser(ann.id)]).toEqual([1, 1])
      await store.groups.delete(blue.id)
      expect(await store.groups.countOfUser(ann.id)).toBe(0)
    })
  })
})
