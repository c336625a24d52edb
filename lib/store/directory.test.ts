import { describe, expect, it } from 'vitest'
import { directory, isTaken, read, write } from '.'
import { freshAccount } from './testing'

const at = new Date('2026-11-22T09:00:00.000Z')
const session = {
  createdAt: at,
  expiresAt: new Date(at.getTime() + 43_200_000),
  sourceIp: '203.0.113.1',
  userAgent: 'x',
}

async function accountWithUser() {
  const account = await freshAccount()
  const user = await write(account, async ({ users, loginProfiles, accessKeys }) => {
    const ann = await users.create({ name: 'Ann', path: '/dev/', createdAt: at })
    await loginProfiles.create(ann.id, { passwordHash: 'h', createdAt: at, resetRequired: true })
    await accessKeys.create({ id: `AKIA${account}ANNN`, userId: ann.id, secretSealed: 'sealed', createdAt: at })
    await accessKeys.create({ id: `AKIA${account}ROOT`, userId: account, secretSealed: 'other', createdAt: at })
    return ann
  })
  return { account, user, revision: await read(account).account.revision() }
}

describe('accounts', () => {
  it('are found by ID, alias and e-mail', async () => {
    const account = await freshAccount()
    const alias = `dojo-${account}`
    await write(account, (store) => store.account.setAlias(alias))
    const found = await read(account).account.get()
    expect(await directory().findAccountByIdOrAlias(account)).toEqual(found)
    expect(await directory().findAccountByIdOrAlias(alias.toUpperCase())).toEqual(found)
    expect(await directory().findAccountByIdOrAlias('nobody')).toBeNull()
    expect(await directory().findAccountByEmail(`ROOT-${account}@example.com`)).toMatchObject({
      ...found,
      rootPasswordHash: 'no password',
    })
    expect((await directory().listAccounts()).map(({ id }) => id)).toContain(account)
  })

  it('cannot share an alias or an ID', async () => {
    const [one, two] = [await freshAccount(), await freshAccount()]
    await write(one, (store) => store.account.setAlias(`alias-${one}`))
    expect(await write(two, (store) => store.account.setAlias(`alias-${one}`)).catch(isTaken)).toBe(true)
    const again = directory().createAccount({ id: one, email: 'x@example.com', rootPasswordHash: '', createdAt: at })
    expect(await again.catch(isTaken)).toBe(true)
  })

  it('can be deleted with everything in them', async () => {
    const { account } = await accountWithUser()
    expect(await directory().deleteAccount(account)).toBe(true)
    expect(await directory().deleteAccount(account)).toBe(false)
    expect(await directory().findAccessKey(`AKIA${account}ROOT`)).toBeNull()
    expect(await read(account).users.count()).toBe(0)
  })
})

describe('sessions', () => {
  it('come with account and user in one look-up', async () => {
    const { account, user, revision } = await accountWithUser()
    const id = await read(account).sessions.create({ ...session, principalType: 'user', userId: user.id })
    expect(await directory().findSession(id)).toEqual({
      session: { ...session, id, principalType: 'user', userId: user.id, revokedAt: null, mfaAt: null },
      resetRequired: true,
      account: { id: account, alias: null, email: `root-${account}@example.com`, revision },
      user: { id: user.id, name: 'Ann', path: '/dev/', createdAt: at, boundaryArn: null },
    })
    expect(await directory().findSession('unknown')).toBeNull()
  })

  it('of root have no user', async () => {
    const account = await freshAccount()
    const id = await read(account).sessions.create({ ...session, principalType: 'root', userId: account })
    expect(await directory().findSession(id)).toMatchObject({
      user: null,
      resetRequired: false,
      session: { principalType: 'root' },
    })
  })

  it('end one by one, all at once, and with their user', async () => {
    const { account, user } = await accountWithUser()
    const { sessions } = read(account)
    const create = () => sessions.create({ ...session, principalType: 'user', userId: user.id })
    const ids = [await create(), await create(), await create()]
    const revoked = async () =>
      Promise.all(ids.map(async (id) => (await directory().findSession(id))?.session.revokedAt ?? null))
    await sessions.revoke(ids[0] ?? '', at)
    expect(await revoked()).toEqual([at, null, null])
    await sessions.revokeAllOf(user.id, session.expiresAt, ids[1])
    expect(await revoked()).toEqual([at, null, session.expiresAt])
    await write(account, ({ users }) => users.delete(user.id))
    expect(await directory().findSession(ids[1] ?? '')).toBeNull()
  })
})

describe('access keys', () => {
  it('come with account and user in one look-up, root keys without', async () => {
    const { account, user, revision } = await accountWithUser()
    expect(await directory().findAccessKey(`AKIA${account}ANNN`)).toEqual({
      key: { id: `AKIA${account}ANNN`, userId: user.id, secretSealed: 'sealed', status: 'Active', lastUsedAt: null },
      account: { id: account, alias: null, email: `root-${account}@example.com`, revision },
      user: { id: user.id, name: 'Ann', path: '/dev/', createdAt: at, boundaryArn: null },
    })
    expect(await directory().findAccessKey(`AKIA${account}ROOT`)).toMatchObject({
      user: null,
      key: { userId: account },
    })
    expect(await directory().findAccessKey('AKIAUNKNOWN')).toBeNull()
  })

  it('are seen as they are now by whoever comes after a change', async () => {
    const { account } = await accountWithUser()
    const id = `AKIA${account}ANNN`
    const status = async () => (await directory().findAccessKey(id, performance.now()))?.key.status
    expect([await status(), await status()]).toEqual(['Active', 'Active'])
    await write(account, ({ accessKeys }) => accessKeys.setStatus(id, 'Inactive'))
    expect(await status()).toBe('Inactive')
    await write(account, ({ accessKeys }) => accessKeys.delete(id))
    expect(await status()).toBeUndefined()
  })

  it('note their use, and the activity of their user', async () => {
    const { account, user } = await accountWithUser()
    const { accessKeys, users } = read(account)
    await accessKeys.recordUse(`AKIA${account}ANNN`, { at, service: 's3', region: 'eu-west-1' })
    await accessKeys.setStatus(`AKIA${account}ANNN`, 'Inactive')
    expect(await accessKeys.list(user.id)).toMatchObject([
      { status: 'Inactive', lastUsedAt: at, lastUsedService: 's3', lastUsedRegion: 'eu-west-1' },
    ])
    expect((await users.findById(user.id))?.lastActivityAt).toEqual(at)
    expect(await read(await freshAccount()).accessKeys.find(`AKIA${account}ANNN`)).toBeNull()
  })
})

describe('login profiles', () => {
  it('remember the newest 24 passwords, newest first', async () => {
    const { account, user } = await accountWithUser()
    await write(account, async ({ loginProfiles }) => {
      for (let number = 1; number <= 30; number++) await loginProfiles.remember(user.id, `h${number}`, at)
      expect(await loginProfiles.history(user.id, 3)).toEqual(['h30', 'h29', 'h28'])
      expect(await loginProfiles.history(user.id, 99)).toHaveLength(24)
      await loginProfiles.update(user.id, { passwordHash: 'new', changedAt: session.expiresAt, resetRequired: false })
      expect(await loginProfiles.find(user.id)).toEqual({
        passwordHash: 'new',
        createdAt: at,
        changedAt: session.expiresAt,
        resetRequired: false,
      })
    })
  })
})
