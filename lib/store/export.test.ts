import { describe, expect, it } from 'vitest'
import { directory, newEventId, read, write, writeEmptying } from '.'
import { database } from './client'
import { freshAccount } from './testing'

const at = new Date('2026-11-22T09:00:00.123Z')

/** One row, at least, in every table. */
async function fullAccount() {
  const account = await freshAccount()
  await write(account, async (store) => {
    await store.account.setAlias(`alias-${account}`)
    const ann = await store.users.create({ name: 'ann', path: '/', createdAt: at, tags: [{ Key: 'k', Value: 'v' }] })
    const group = await store.groups.create({ name: 'g', path: '/', createdAt: at })
    await store.groups.addMember(group.id, ann.id, at)
    await store.loginProfiles.create(ann.id, { passwordHash: 'h', createdAt: at, resetRequired: true })
    await store.loginProfiles.remember(ann.id, 'h0', at)
    await store.accessKeys.create({ id: `AKIA${account}ANNN`, userId: ann.id, secretSealed: 's', createdAt: at })
    await store.accessKeys.create({ id: `AKIA${account}ROOT`, userId: account, secretSealed: 's', createdAt: at })
    const policy = await store.policies.create({ name: 'p', path: '/', document: '{}', createdAt: at })
    await store.attachments.attach('user', ann.id, policy.arn, at)
    await store.inlinePolicies.put('group', group.id, { name: 'i', document: '{ }', at })
    const sourceTemplate = { templateArn: 't', minorVersion: 1, values: { RoleName: ['r'] } }
    await store.roles.create({ name: 'r', path: '/', createdAt: at, trustPolicy: '{}', sourceTemplate })
    await store.passwordPolicy.put(passwordPolicy)
    await store.buckets.create({ name: 'b', region: 'us-east-1', createdAt: at })
    const object = { key: 'k', body: new Uint8Array([0, 255]), etag: 'e', contentType: 't', lastModified: at }
    await store.objects.put('b', object)
    const session = { userId: ann.id, createdAt: at, expiresAt: at, sourceIp: '1', userAgent: 'u' }
    await store.sessions.create({ ...session, principalType: 'user' })
    await store.sessions.create({ ...session, principalType: 'root', userId: account })
    await store.events.append([
      {
        id: newEventId(at),
        time: at,
        name: 'X',
        source: 's',
        readOnly: true,
        userName: 'ann',
        userArn: null,
        accessKeyId: null,
        errorCode: null,
        resourceType: null,
        resourceName: null,
        record: '{}',
      },
    ])
  })
  await fillCredentials(account)
  return account
}

/** One row in each table of credentials, federation and reports. */
async function fillCredentials(accountId: string) {
  const db = database()
  const of = { accountId, id: 'x', createdAt: at }
  const ann = await db.user.findFirstOrThrow({ where: { accountId } })
  const role = await db.role.findFirstOrThrow({ where: { accountId } })
  const uploaded = { accountId, id: 'x', userId: ann.id, body: 'b', status: 'Active', uploadedAt: at }
  const named = { name: 'n', nameKey: 'n', path: '/' }
  await db.instanceProfile.create({ data: { ...of, ...named, roleId: role.id } })
  await db.mfaDevice.create({ data: { accountId, ...named, seedSealed: 's', createdAt: at, userId: accountId } })
  await db.sshPublicKey.create({ data: { ...uploaded, fingerprint: 'f' } })
  await db.signingCertificate.create({ data: uploaded })
  await db.serviceSpecificCredential.create({
    data: { ...of, userId: ann.id, serviceName: 's', serviceUserName: 'u', secretHash: 'h', status: 'Active' },
  })
  const certificate = { body: 'b', privateKeySealed: 's', uploadedAt: at, expiresAt: at }
  await db.serverCertificate.create({ data: { accountId, id: 'x', ...named, ...certificate } })
  await db.openIdConnectProvider.create({
    data: { accountId, url: 'u', clientIds: '[]', thumbprints: '[]', createdAt: at },
  })
  await db.samlProvider.create({ data: { ...of, name: 'n', metadata: 'm', privateKeys: '[]' } })
  await db.report.create({ data: { accountId, id: 'x', kind: 'k', requestedAt: at, subject: '{}', content: 'c' } })
}

const passwordPolicy = {
  minimumPasswordLength: 12,
  requireSymbols: true,
  requireNumbers: false,
  requireUppercaseCharacters: true,
  requireLowercaseCharacters: false,
  allowUsersToChangePassword: true,
  maxPasswordAge: 90,
  passwordReusePrevention: null,
  hardExpiry: null,
}

const exported = async (account: string) => {
  const dump = await read(account).account.exportAll()
  const { revision, ...rest } = dump.account
  return { revision: Number(revision), json: JSON.stringify({ ...dump, account: rest }), dump }
}

describe('an exported account', () => {
  it('comes back exactly after a reset, under a new revision', async () => {
    const account = await fullAccount()
    const before = await exported(account)
    expect(Object.entries(before.dump.tables).filter(([, rows]) => rows.length === 0)).toEqual([])
    await writeEmptying(account, (store) => store.account.reset(new Date()))
    const dump = JSON.parse(JSON.stringify(before.dump))
    await write(account, (store) => store.account.importAll(dump))
    const after = await exported(account)
    expect(after.json).toBe(before.json)
    expect(after.revision).toBeGreaterThan(before.revision + 1)
  })

  it('comes back exactly after its deletion, and never under an old revision', async () => {
    const account = await fullAccount()
    const before = await exported(account)
    await directory().deleteAccount(account)
    expect(await directory().importAccount(JSON.parse(JSON.stringify(before.dump)))).toBe(account)
    const after = await exported(account)
    expect(after.json).toBe(before.json)
    expect(after.revision).toBeGreaterThan(before.revision)
  })

  it('cannot come back as another account', async () => {
    const [account, other] = [await fullAccount(), await freshAccount()]
    const { dump } = await exported(account)
    await expect(write(other, (store) => store.account.importAll(dump))).rejects.toThrow(other)
  })
})

describe('reset', () => {
  it('keeps the root user, its keys and sessions, and nothing else', async () => {
    const [account, bystander] = [await fullAccount(), await fullAccount()]
    const untouched = await exported(bystander)
    await writeEmptying(account, (store) => store.account.reset(new Date()))
    const { dump } = await exported(account)
    const kept = Object.entries(dump.tables).flatMap(([table, rows]) => rows.map((row) => `${table} ${row.userId}`))
    expect(kept).toEqual([`accessKey ${account}`, `session ${account}`])
    expect(dump.account).toMatchObject({ alias: null, email: `root-${account}@example.com` })
    expect((await exported(bystander)).json).toBe(untouched.json)
  })
})
