import { describe, expect, it } from 'vitest'
import { directory, read, write } from '.'
import { freshAccount } from './testing'

const at = new Date('2026-11-22T09:00:00.123Z')
const tags = [{ Key: 'team', Value: 'dev' }]
const role = { name: 'Reader', path: '/ci/', trustPolicy: '{}', createdAt: at, tags }

describe('what is looked up abroad', () => {
  it('is a role by its whole ARN, with its tags', async () => {
    const [here, there] = [await freshAccount(), await freshAccount()]
    const created = await write(there, ({ roles }) => roles.create(role))
    const find = (arn: string) => read(here).abroad.findRole(arn)
    const arn = `arn:aws:iam::${there}:role/ci/Reader`
    expect(await find(arn)).toEqual({ ...created, account: there, tags })
    for (const wrong of [
      arn.replace('Reader', 'reader'),
      arn.replace('/ci/', '/'),
      arn.replace('/ci/', '/ci/x/'),
      arn.replace(there, here),
      arn.replace(':role/', ':user/'),
      'nothing',
    ]) {
      expect(await find(wrong)).toBeNull()
    }
  })

  it('is whether a policy exists', async () => {
    const [here, there] = [await freshAccount(), await freshAccount()]
    const policy = { name: 'Readers', path: '/', document: '{}', createdAt: at }
    const { arn } = await write(there, ({ policies }) => policies.create(policy))
    expect(await read(here).abroad.hasPolicy(there, arn)).toBe(true)
    expect(await read(here).abroad.hasPolicy(here, arn)).toBe(false)
  })
})

describe('whose a session token is', () => {
  it('is told by ID alone, with the revision of the account', async () => {
    const account = await freshAccount()
    const { id, ...rest } = await write(account, ({ roles }) => roles.create(role))
    await read(account).roles.recordUse(id, { at, region: 'eu-west-1' })
    const revision = await read(account).account.revision()
    const found = await directory().findTokenHolder(account, { type: 'role', id })
    const holder = { revision, id: account, createdAt: new Date('2026-01-01T00:00:00.000Z'), resetAt: null }
    expect(found).toEqual({ account: holder, entity: { id, name: rest.name, path: '/ci/', lastUsedAt: at } })
    expect(await directory().findTokenHolder(account, { type: 'user', id })).toEqual({ account: holder, entity: null })
    expect(await directory().findTokenHolder(account, null)).toEqual({ account: holder, entity: null })
    expect(await directory().findTokenHolder('000000000000', null)).toBeNull()
    const ann = await write(account, ({ users }) => users.create({ name: 'ann', path: '/', createdAt: at }))
    const user = await directory().findTokenHolder(account, { type: 'user', id: ann.id })
    expect(user?.entity).toEqual({ id: ann.id, name: 'ann', path: '/', lastUsedAt: null })
  })
})
