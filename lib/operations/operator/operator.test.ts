import { randomInt } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { operate, perform } from '@/lib/gate/perform'
import type { World } from '@/lib/gate/world'
import { passwordMatches } from '@/lib/secrets/password-hash'
import { unseal } from '@/lib/secrets/seal'
import { directory, read, write } from '@/lib/store'
import { testDatabase } from '@/lib/store/testing'
import { changePassword } from '../iam/change-password'
import { allow, labWith } from '../testing/lab'
import { assignedDevice } from '../testing/mfa'
import { createAccount } from './create-account'
import { deleteAccount } from './delete-account'
import { exportAccount } from './export-account'
import { importAccount } from './import-account'
import { listAccounts } from './list-accounts'
import { removeRootMfa } from './remove-root-mfa'
import { resetAccount } from './reset-account'

const world: World = {
  caller: { kind: 'operator' },
  now: new Date('2026-11-22T09:00:00.000Z'),
  requestId: '00000000-0000-4000-8000-000000000000',
  sourceIp: '127.0.0.1',
  userAgent: 'test',
  secure: false,
  region: 'us-east-1',
}

beforeAll(async () => {
  process.env.IAM_DOJO_SECRET ??= 'only for tests'
  await testDatabase()
})

// Other test files use the same database: every name here is new.
const fresh = () => {
  const id = String(randomInt(5e11, 9e11))
  return { id, alias: `lab-${id}x`, email: `Root-${id}@example.com` }
}

async function fill(id: string) {
  await write(id, async (store) => {
    const user = await store.users.create({
      name: 'ann',
      path: '/',
      createdAt: world.now,
      tags: [{ Key: 'a', Value: 'b' }],
    })
    const group = await store.groups.create({ name: 'testers', path: '/', createdAt: world.now })
    await store.groups.addMember(group.id, user.id, world.now)
    await store.inlinePolicies.put('user', user.id, { name: 'p', document: '{}', at: world.now })
    await store.buckets.create({ name: 'lab-bucket', region: 'us-east-1', createdAt: world.now })
    const body = new Uint8Array([0, 255, 10])
    await store.objects.put('lab-bucket', {
      key: 'a',
      etag: '"e"',
      contentType: 'text/plain',
      lastModified: world.now,
      body,
    })
  })
}

describe('CreateAccount', () => {
  it('makes the account, its root password and its root key', async () => {
    const order = {
      ...fresh(),
      password: 'Root-password-1',
      accessKey: { id: `AKIA${randomInt(1e14)}`.padEnd(20, '7'), secret: 'a/secret+of-root' },
    }
    const made = await operate(createAccount, order, world)
    expect(made).toEqual({
      id: order.id,
      alias: order.alias,
      email: order.email.toLowerCase(),
      createdAt: world.now,
      accessKey: order.accessKey,
    })
    const account = await directory().findAccountByEmail(order.email)
    expect(await passwordMatches('Root-password-1', account?.rootPasswordHash ?? null)).toBe(true)
    const key = await directory().findAccessKey(order.accessKey.id)
    expect(unseal(key?.key.secretSealed ?? '', 'access-key')).toBe('a/secret+of-root')
    expect((await read(order.id).events.all()).map(({ name, userName }) => [name, userName])).toEqual([
      ['CreateAccount', 'operator'],
    ])
  })

  it('chooses what it was not told and tells it', async () => {
    const made = await operate(createAccount, { email: fresh().email, accessKey: true }, world)
    expect(made).toMatchObject({
      id: expect.stringMatching(/^\d{12}$/),
      alias: null,
      password: expect.stringMatching(/^.{16}$/),
      accessKey: { id: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/), secret: expect.stringMatching(/^.{40}$/) },
    })
  })

  it('is refused for a taken ID, alias, e-mail address or key, and then leaves nothing', async () => {
    const first = { ...fresh(), accessKey: true }
    const made = await operate(createAccount, first, world)
    const taken = { code: 'EntityAlreadyExists', status: 409 }
    for (const part of [
      { id: first.id },
      { alias: first.alias },
      { email: first.email },
      { accessKey: made.accessKey },
    ]) {
      const order = { ...fresh(), ...part }
      await expect(operate(createAccount, order, world)).rejects.toMatchObject(taken)
      if (order.id !== first.id) expect(await directory().findAccountByIdOrAlias(order.id)).toBeNull()
    }
  })

  it.each([
    [{ id: '12' }, 'id'],
    [{ alias: 'No_Alias' }, 'alias'],
    [{ alias: '123412341234' }, 'alias'],
    [{ email: 'nobody' }, 'email'],
    [{ password: '' }, 'password'],
    [{ accessKey: { id: 'short', secret: 'longenough' } }, 'accessKey'],
  ])('refuses %j', async (part, place) => {
    await expect(operate(createAccount, { ...fresh(), ...part }, world)).rejects.toMatchObject({
      code: 'ValidationError',
      message: expect.stringContaining(`'${place}`),
    })
  })

  it('is for the operator alone', async () => {
    const lab = await labWith({ ann: allow('*') })
    const asRoot = { ...lab.root.world(), caller: { kind: 'root' } } as World
    await expect(operate(createAccount, fresh(), asRoot)).rejects.toMatchObject({ code: 'AccessDenied' })
    const change = { OldPassword: 'a', NewPassword: 'b' }
    await expect(perform(changePassword, change, world)).rejects.toMatchObject({ code: 'AccessDenied' })
  })
})

describe('ResetAccount', () => {
  it('empties the account and keeps its root user and root key', async () => {
    const order = { ...fresh(), password: 'Root-password-1', accessKey: true }
    const { accessKey } = await operate(createAccount, order, world)
    await fill(order.id)
    await operate(resetAccount, { id: order.id }, world)
    const store = read(order.id)
    expect(await store.users.count()).toBe(0)
    expect(await store.buckets.count()).toBe(0)
    expect(await store.account.get()).toMatchObject({ alias: null, email: order.email.toLowerCase() })
    expect(await store.accessKeys.list(order.id)).toMatchObject([{ id: accessKey?.id }])
    expect((await store.events.all()).map(({ name }) => name)).toEqual(['ResetAccount'])
  })

  it('does not know an account that is not there', async () => {
    const nowhere = { id: fresh().id }
    const missing = { code: 'NoSuchEntity', status: 404 }
    await expect(operate(resetAccount, nowhere, world)).rejects.toMatchObject(missing)
    await expect(operate(exportAccount, nowhere, world)).rejects.toMatchObject(missing)
    await expect(operate(deleteAccount, nowhere, world)).rejects.toMatchObject(missing)
  })
})

describe('ExportAccount and ImportAccount', () => {
  it('restore an account exactly, through a file, also after it was deleted', async () => {
    const order = { ...fresh(), accessKey: true }
    await operate(createAccount, order, world)
    await fill(order.id)
    const dump = JSON.parse(JSON.stringify(await operate(exportAccount, { id: order.id }, world)))
    await operate(deleteAccount, { id: order.id }, world)
    expect(await directory().findAccountByIdOrAlias(order.id)).toBeNull()

    await operate(importAccount, { id: order.id, dump }, world)
    const object = await read(order.id).objects.get('lab-bucket', 'a')
    expect([...(object?.body ?? [])]).toEqual([0, 255, 10])
    const again = JSON.parse(JSON.stringify(await operate(exportAccount, { id: order.id }, world)))
    const { event: eventsBefore, ...tablesBefore } = dump.tables
    const { event: eventsAfter, ...tablesAfter } = again.tables
    expect(tablesAfter).toEqual(tablesBefore)
    expect(eventsAfter).toEqual(expect.arrayContaining(eventsBefore))
    expect({ ...again.account, revision: 0 }).toEqual({ ...dump.account, revision: 0 })
  })

  it('refuse a file of another account, another format, or no account at all, and change nothing', async () => {
    const order = fresh()
    await operate(createAccount, order, world)
    await fill(order.id)
    const dump = JSON.parse(JSON.stringify(await operate(exportAccount, { id: order.id }, world)))
    const bring = (file: unknown, id = order.id) => operate(importAccount, { id, dump: file }, world)
    await expect(bring(dump, fresh().id)).rejects.toMatchObject({ code: 'InvalidInput' })
    await expect(bring({ ...dump, format: 2 })).rejects.toMatchObject({ code: 'ValidationError' })
    await expect(bring({})).rejects.toMatchObject({ code: 'ValidationError' })
    const odd = { ...dump, tables: { ...dump.tables, user: [{ name: 'x', isAdmin: true }] } }
    await expect(bring(odd)).rejects.toMatchObject({ code: 'InvalidInput' })
    const orphans = { ...dump, tables: { ...dump.tables, user: [] } }
    await expect(bring(orphans)).rejects.toMatchObject({
      code: 'InvalidInput',
      message: expect.stringContaining('not whole'),
    })
    const worn = { ...dump, account: { ...dump.account, revision: 2 ** 31 - 1 } }
    await expect(bring(worn)).rejects.toMatchObject({ code: 'ValidationError' })
    expect(await read(order.id).users.find('ann')).not.toBeNull()
  })
})

describe('ListAccounts and DeleteAccount', () => {
  it('list what is there, without secrets', async () => {
    const order = fresh()
    await operate(createAccount, order, world)
    const listed = async () => (await operate(listAccounts, {}, world)).accounts.find(({ id }) => id === order.id)
    expect(await listed()).toEqual({
      id: order.id,
      alias: order.alias,
      email: order.email.toLowerCase(),
      createdAt: world.now,
    })
    await operate(deleteAccount, { id: order.id }, world)
    expect(await listed()).toBeUndefined()
  })
})

describe('RemoveRootMfa', () => {
  it('takes away the devices of root and no others', async () => {
    const lab = await labWith({ ann: [] })
    await assignedDevice(lab, undefined, 'root-phone')
    await assignedDevice(lab, 'ann', 'phone')
    await operate(removeRootMfa, { id: lab.account }, world)
    const { rows } = await lab.store().mfaDevices.list({ limit: 9 })
    expect(rows).toMatchObject([{ name: 'phone', user: { name: 'ann' } }])
    expect((await lab.events()).at(-1)).toMatchObject({ name: 'RemoveRootMfa', userName: 'operator' })
  })

  it('says that there is no such account', async () => {
    await expect(operate(removeRootMfa, { id: fresh().id }, world)).rejects.toMatchObject({ code: 'NoSuchEntity' })
  })
})
