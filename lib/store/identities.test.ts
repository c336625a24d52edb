import { describe, expect, it } from 'vitest'
import { isTaken, read, write } from '.'
import { freshAccount } from './testing'

const at = new Date('2026-11-22T09:00:00.123Z')

describe('users', () => {
  it('are found by name without regard to case and by ID, with the name as it was given', async () => {
    const account = await freshAccount()
    const created = await write(account, ({ users }) => users.create({ name: 'Ann', path: '/dev/', createdAt: at }))
    expect(created).toEqual({
      id: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/),
      name: 'Ann',
      path: '/dev/',
      createdAt: at,
      boundaryArn: null,
      passwordLastUsedAt: null,
      lastActivityAt: null,
    })
    expect(await read(account).users.find('aNN')).toEqual(created)
    expect(await read(account).users.findById(created.id)).toEqual(created)
    expect(await read(account).users.find('bob')).toBeNull()
  })

  it('of one account are not those of another', async () => {
    const [mine, theirs] = [await freshAccount(), await freshAccount()]
    const ann = await write(mine, ({ users }) => users.create({ name: 'ann', path: '/', createdAt: at }))
    expect(await read(theirs).users.find('ann')).toBeNull()
    expect(await read(theirs).users.findById(ann.id)).toBeNull()
    await write(theirs, ({ users }) => users.delete(ann.id))
    expect(await read(mine).users.find('ann')).toEqual(ann)
  })

  it('cannot share a name that differs by case alone, neither at creation nor by a new name', async () => {
    const account = await freshAccount()
    await write(account, ({ users }) => users.create({ name: 'ann', path: '/', createdAt: at }))
    const bob = await write(account, ({ users }) => users.create({ name: 'bob', path: '/', createdAt: at }))
    const again = write(account, ({ users }) => users.create({ name: 'ANN', path: '/', createdAt: at }))
    expect(await again.catch(isTaken)).toBe(true)
    expect(await write(account, ({ users }) => users.update(bob.id, { name: 'Ann' })).catch(isTaken)).toBe(true)
    expect((await write(account, ({ users }) => users.update(bob.id, { name: 'Bob' }))).name).toBe('Bob')
  })

  it('are listed by name in byte order, and a marker survives inserts', async () => {
    const account = await freshAccount()
    const add = (name: string, path = '/') => write(account, ({ users }) => users.create({ name, path, createdAt: at }))
    for (const name of ['b', 'C', 'a_', 'a.', 'a-']) await add(name)
    await add('deep', '/x/y/')
    await add('shallow', '/X/')
    const first = await read(account).users.list({ limit: 3 })
    expect(first.rows.map((user) => user.name)).toEqual(['a-', 'a.', 'a_'])
    await add('a0')
    const second = await read(account).users.list({ after: first.next ?? '', limit: 100 })
    expect(second.rows.map((user) => user.name)).toEqual(['b', 'C', 'deep', 'shallow'])
    expect(second.next).toBeNull()
    const below = await read(account).users.list({ pathPrefix: '/x/', limit: 100 })
    expect(below.rows.map((user) => user.name)).toEqual(['deep'])
  })

  it('take everything that hangs on them along', async () => {
    const account = await freshAccount()
    await write(account, async (store) => {
      const tags = [{ Key: 'team', Value: 'red' }]
      const ann = await store.users.create({ name: 'ann', path: '/', createdAt: at, tags })
      const group = await store.groups.create({ name: 'g', path: '/', createdAt: at })
      await store.groups.addMember(group.id, ann.id, at)
      await store.attachments.attach('user', ann.id, 'arn:aws:iam::aws:policy/A', at)
      await store.inlinePolicies.put('user', ann.id, { name: 'p', document: '{}', at })
      await store.loginProfiles.create(ann.id, { passwordHash: 'h', createdAt: at, resetRequired: false })
      await store.loginProfiles.remember(ann.id, 'h', at)
      await store.users.delete(ann.id)
      expect(await store.groups.countMembers(group.id)).toBe(0)
      expect(await store.loginProfiles.find(ann.id)).toBeNull()
      expect(await store.loginProfiles.history(ann.id, 5)).toEqual([])
      expect(await store.gather('user', ann.id)).toEqual({ policies: [], boundary: null, tags: [] })
    })
  })
})
