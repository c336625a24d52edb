import { describe, expect, it } from 'vitest'
import { newEventId, read, write } from '.'
import type { NewEvent } from './events'
import { freshAccount } from './testing'

const noon = new Date('2026-11-22T12:00:00.000Z')
const noonPlus = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const document = '{}'

describe('reports', () => {
  it('take the place of older ones of their ID, and old ones are forgotten', async () => {
    const account = await freshAccount()
    const report = { id: 'a', kind: 'last-accessed' as const, requestedAt: noon, subject: 's', content: 'one' }
    await write(account, async ({ reports }) => {
      await reports.put(report)
      await reports.put({ ...report, content: 'two' })
      await reports.put({ ...report, id: 'b', requestedAt: noonPlus(2) })
      await reports.put({ ...report, id: 'credentials', kind: 'credentials' })
    })
    const { reports } = read(account)
    expect(await reports.find('last-accessed', 'a')).toEqual({ ...report, content: 'two' })
    expect(await reports.find('credentials', 'a')).toBeNull()
    expect(await read(await freshAccount()).reports.find('last-accessed', 'a')).toBeNull()
    await reports.deleteOld('last-accessed', noonPlus(1))
    expect(await reports.find('last-accessed', 'a')).toBeNull()
    expect(await reports.find('last-accessed', 'b')).not.toBeNull()
    expect(await reports.find('credentials', 'credentials')).not.toBeNull()
  })
})

const call = (userArn: string | null, minutes: number, source: string, name: string): NewEvent => ({
  id: newEventId(noonPlus(minutes)),
  time: noonPlus(minutes),
  name,
  source: `${source}.amazonaws.com`,
  readOnly: true,
  userName: 'x',
  userArn,
  accessKeyId: null,
  errorCode: null,
  resourceType: null,
  resourceName: null,
  record: JSON.stringify({ awsRegion: `region-${minutes}` }),
})

describe('the last use', () => {
  it('is the newest call of each principal and service, or operation', async () => {
    const account = await freshAccount()
    const session = (name: string) => `arn:aws:sts::${account}:assumed-role/${name}`
    const ann = `arn:aws:iam::${account}:user/ann`
    await read(account).events.append([
      call(ann, 1, 'iam', 'ListUsers'),
      call(ann, 3, 'iam', 'ListUsers'),
      call(ann, 2, 'iam', 'GetUser'),
      call(ann, 4, 's3', 'ListBuckets'),
      call(`${ann}a`, 9, 's3', 'ListBuckets'),
      call(session('reader/one'), 5, 's3', 'ListBuckets'),
      call(session('readers/one'), 6, 's3', 'ListBuckets'),
      call(null, 7, 'sts', 'AssumeRole'),
    ])
    const { lastUse } = read(account)
    const list = async (query: Partial<Parameters<typeof lastUse.list>[0]>) =>
      (await lastUse.list({ since: noon, by: 'service', ...query }))
        .map(
          ({ source, name, at }) =>
            `${source.split('.')[0]}${name && `:${name}`} ${(at.getTime() - noon.getTime()) / 60_000}`,
        )
        .toSorted()
    expect(await list({ userArn: { is: ann } })).toEqual(['iam 3', 's3 4'])
    expect(await list({ userArn: { is: ann }, by: 'operation' })).toEqual([
      'iam:GetUser 2',
      'iam:ListUsers 3',
      's3:ListBuckets 4',
    ])
    expect(await list({ userArn: { is: ann }, since: noonPlus(4) })).toEqual(['s3 4'])
    expect(await list({ userArn: { startsWith: session('reader/') } })).toEqual(['s3 5'])
    expect(await list({})).toEqual(['iam 3', 's3 4', 's3 5', 's3 6', 's3 9'])
    const [newest] = await lastUse.list({ since: noonPlus(9), by: 'service' })
    expect(await lastUse.regions([newest?.id ?? ''])).toEqual(new Map([[newest?.id, 'region-9']]))
  })
})

describe('what reports read for many at once', () => {
  it('is the same that each of them has', async () => {
    const account = await freshAccount()
    await write(account, async (store) => {
      const [bob, ann] = [
        await store.users.create({ name: 'bob', path: '/', createdAt: noon }),
        await store.users.create({ name: 'Ann', path: '/', createdAt: noon }),
      ]
      for (const name of ['b', 'a']) {
        const group = await store.groups.create({ name, path: '/', createdAt: noon })
        await store.groups.addMember(group.id, bob.id, noon)
        await store.inlinePolicies.put('user', bob.id, { name, document, at: noon })
      }
      await store.loginProfiles.create(ann.id, { passwordHash: '', createdAt: noon, resetRequired: false })
      for (const id of ['AKIA2', 'AKIA1']) {
        await store.accessKeys.create({ id: `${id}${account}`, userId: ann.id, secretSealed: '', createdAt: noon })
      }
      const policy = await store.policies.create({ name: 'p', path: '/', document, createdAt: noon })
      await store.policies.addVersion(policy.id, { document, createdAt: noon, setAsDefault: true })
      const role = await store.roles.create({ name: 'r', path: '/', createdAt: noon, trustPolicy: document })
      const profile = await store.instanceProfiles.create({ name: 'm', path: '/', createdAt: noon })
      await store.instanceProfiles.setRole(profile.id, role.id)
    })
    const store = read(account)
    const [bob, ann, role, policy] = await Promise.all([
      store.users.find('bob'),
      store.users.find('ann'),
      store.roles.find('r'),
      store.policies.find('p'),
    ])
    if (!bob || !ann || !role || !policy) throw new Error('Something was not made.')
    const ids = [bob.id, ann.id]
    expect(await store.details.groupNames(ids)).toEqual(new Map([[bob.id, ['a', 'b']]]))
    const inline = await store.inlinePolicies.listForMany('user', ids)
    expect([...inline].map(([id, policies]) => [id, policies.map(({ name }) => name)])).toEqual([[bob.id, ['a', 'b']]])
    const versions = await store.details.policyVersions([policy])
    expect(versions.get(policy.id)).toMatchObject(await store.policies.versions(policy))
    const profiles = await store.instanceProfiles.listForRoles([role.id])
    expect(profiles.get(role.id)).toMatchObject([{ name: 'm', role: { id: role.id } }])
    expect(await store.lastUse.principals('user', ids)).toMatchObject([{ name: 'Ann' }, { name: 'bob' }])
    const { root, users } = await store.credentials()
    const nothing = { passwordChangedAt: null, hasMfa: false, keys: [], certificates: [] }
    expect(root).toEqual(nothing)
    const keys = [{ id: `AKIA1${account}` }, { id: `AKIA2${account}` }]
    expect(users).toMatchObject([
      { name: 'Ann', passwordChangedAt: noon, keys },
      { name: 'bob', ...nothing },
    ])
  })
})
