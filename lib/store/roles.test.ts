import { describe, expect, it } from 'vitest'
import { isStoreError, isTaken, read, write } from './index'
import { freshAccount } from './testing'

const now = new Date('2026-11-22T09:00:00.000Z')
const role = (name: string, path = '/') => ({ name, path, createdAt: now, trustPolicy: '{}' })

describe('store.roles', () => {
  it('keeps what a trust policy meant, and changes only what is given', async () => {
    const account = await freshAccount()
    const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
    const tags = [{ Key: 'team', Value: 'dev' }]
    const trustedIds = { 'arn:aws:iam::1:user/ann': 'AIDA1' }
    const created = await read(account).roles.create({ ...role('Web', '/app/'), trustedIds, tags })
    expect(created).toEqual({
      ...role('Web', '/app/'),
      id: expect.stringMatching(/^AROA/),
      description: null,
      maxSessionDuration: 3600,
      trustedIds,
      boundaryArn: null,
      lastUsedAt: null,
      lastUsedRegion: null,
      sourceTemplate: null,
    })
    expect(await read(account).tags.list('role', created.id)).toEqual(tags)
    await read(account).roles.update(created.id, { description: 'new', boundaryArn: readOnly })
    await read(account).roles.recordUse(created.id, { at: now, region: 'eu-west-1' })
    expect(await read(account).roles.find('WEB')).toEqual({
      ...created,
      description: 'new',
      boundaryArn: readOnly,
      lastUsedAt: now,
      lastUsedRegion: 'eu-west-1',
    })
    await read(account).roles.update(created.id, { trustPolicy: '[]', trustedIds: {} })
    expect(await read(account).roles.findById(created.id)).toMatchObject({ trustPolicy: '[]', trustedIds: {} })
    await expect(read(account).roles.create(role('web'))).rejects.toSatisfy(isTaken)
  })
})

describe('store.instanceProfiles', () => {
  it('holds one role, which cannot go before it is taken out', async () => {
    const account = await freshAccount()
    const { roles, instanceProfiles } = read(account)
    const { id: roleId } = await roles.create(role('Web'))
    const profile = await instanceProfiles.create({ name: 'Servers', path: '/app/', createdAt: now })
    expect(profile).toEqual({
      id: expect.stringMatching(/^AIPA/),
      name: 'Servers',
      path: '/app/',
      createdAt: now,
      role: null,
    })
    await instanceProfiles.create({ name: 'empty', path: '/', createdAt: now })
    await instanceProfiles.setRole(profile.id, roleId)
    expect((await instanceProfiles.find('servers'))?.role).toMatchObject({ id: roleId, trustedIds: {} })
    expect((await instanceProfiles.list({ roleId, limit: 10 })).rows.map(({ name }) => name)).toEqual(['Servers'])
    expect((await instanceProfiles.list({ pathPrefix: '/', limit: 1 })).next).toBe('empty')
    expect([await instanceProfiles.count(), await instanceProfiles.countOfRole(roleId)]).toEqual([2, 1])
    await expect(write(account, (store) => store.roles.delete(roleId))).rejects.toThrow()
    expect(await roles.findById(roleId)).not.toBeNull()
    await instanceProfiles.setRole(profile.id, null)
    await roles.delete(roleId)
    const again = instanceProfiles.create({ name: 'SERVERS', path: '/', createdAt: now })
    await expect(again).rejects.toSatisfy(isTaken)
    await expect(instanceProfiles.setRole(profile.id, 'AROANOBODY')).rejects.toSatisfy(isStoreError)
    await instanceProfiles.delete(profile.id)
    expect(await instanceProfiles.find('Servers')).toBeNull()
  })
})

describe('store.principals', () => {
  it('tells the IDs behind ARNs of any account, exactly as they are written', async () => {
    const [here, there] = [await freshAccount(), await freshAccount()]
    const ann = await read(here).users.create({ name: 'Ann', path: '/dev/', createdAt: now })
    const web = await read(there).roles.create(role('Web', '/app/'))
    const ids = await read(here).principals.idsOf([
      `arn:aws:iam::${here}:user/dev/Ann`,
      `arn:aws:iam::${there}:role/app/Web`,
      `arn:aws:sts::${there}:assumed-role/Web/s`,
      `arn:aws:iam::${here}:user/Ann`,
      `arn:aws:iam::${here}:user/dev/ann`,
      `arn:aws:iam::${there}:user/dev/Ann`,
      `arn:aws:iam::${here}:role/app/Web`,
      `arn:aws:iam::${here}:group/dev/Ann`,
      `arn:aws:sts::${there}:assumed-role/app/Web/s`,
      `arn:aws:iam::${here}:root`,
      'anything',
    ])
    expect(Object.fromEntries(ids)).toEqual({
      [`arn:aws:iam::${here}:user/dev/Ann`]: ann.id,
      [`arn:aws:iam::${there}:role/app/Web`]: web.id,
      [`arn:aws:sts::${there}:assumed-role/Web/s`]: `${web.id}:s`,
    })
  })

  it('tells the ARNs of today behind those IDs, and nothing of who is gone', async () => {
    const account = await freshAccount()
    const { users, roles, principals } = read(account)
    const ann = await users.create({ name: 'ann', path: '/', createdAt: now })
    const bob = await users.create({ name: 'bob', path: '/', createdAt: now })
    const web = await roles.create(role('Web', '/app/'))
    const arn = `arn:aws:iam::${account}:user/whoever`
    const known = [ann.id, bob.id, web.id, `${web.id}:s`].map((id) => [arn, id] as const)
    await users.update(ann.id, { name: 'eve', path: '/dev/' })
    await users.delete(bob.id)
    expect(Object.fromEntries(await principals.arnsOf(known))).toEqual({
      [ann.id]: `arn:aws:iam::${account}:user/dev/eve`,
      [web.id]: `arn:aws:iam::${account}:role/app/Web`,
      [`${web.id}:s`]: `arn:aws:sts::${account}:assumed-role/Web/s`,
    })
    const elsewhere = `arn:aws:iam::${await freshAccount()}:user/eve`
    expect(await principals.arnsOf([[elsewhere, ann.id]])).toEqual(new Map())
  })

  it('asks in portions, also inside a transaction', async () => {
    const account = await freshAccount()
    const last = await read(account).users.create({ name: 'u249', path: '/', createdAt: now })
    const arns = Array.from({ length: 250 }, (_, place) => `arn:aws:iam::${account}:user/u${place}`)
    const ids = await write(account, (store) => store.principals.idsOf(arns))
    expect([...ids]).toEqual([[arns[249], last.id]])
  })
})
