import { describe, expect, it } from 'vitest'
import { isTaken, read, write } from '.'
import { freshAccount } from './testing'

const at = new Date('2026-11-22T09:00:00.123Z')
const later = new Date('2026-11-23T09:00:00.000Z')
const tags = [{ Key: 'team', Value: 'dev' }]
const github = { url: 'github.example.com', clientIds: ['b', 'a'], thumbprints: [], createdAt: at }
const okta = { name: 'okta', createdAt: at, validUntil: null, encryptionMode: null, privateKeys: [], metadata: '<a/>' }

describe('OpenID Connect providers', () => {
  it('keep their lists in order, are found letter for letter, and belong to one account', async () => {
    const [account, other] = [await freshAccount(), await freshAccount()]
    await write(account, ({ openIdConnectProviders }) => openIdConnectProviders.create({ ...github, tags }))
    expect(await read(account).openIdConnectProviders.find(github.url)).toEqual(github)
    expect(await read(account).openIdConnectProviders.find('GitHub.example.com')).toBeNull()
    expect(await read(other).openIdConnectProviders.find(github.url)).toBeNull()
    expect(await read(account).tags.list('oidc-provider', github.url)).toEqual(tags)
    const again = write(account, ({ openIdConnectProviders }) => openIdConnectProviders.create({ ...github, tags }))
    expect(await again.catch(isTaken)).toBe(true)
  })

  it('change their lists, are listed by URL and counted, and go with their tags', async () => {
    const account = await freshAccount()
    await write(account, async ({ openIdConnectProviders: providers }) => {
      await providers.create({ ...github, tags })
      await providers.create({ ...github, url: 'a.example.com', tags: [] })
      await providers.setClientIds(github.url, ['c'])
      await providers.setThumbprints(github.url, ['d'.repeat(40)])
    })
    const store = read(account)
    expect(await store.openIdConnectProviders.list()).toEqual([
      { ...github, url: 'a.example.com' },
      { ...github, clientIds: ['c'], thumbprints: ['d'.repeat(40)] },
    ])
    expect([await store.openIdConnectProviders.count(), (await store.summary()).providers]).toEqual([2, 2])
    await write(account, async ({ openIdConnectProviders }) => {
      await openIdConnectProviders.delete(github.url)
      await openIdConnectProviders.delete(github.url)
    })
    expect(await store.openIdConnectProviders.count()).toBe(1)
    expect(await store.tags.list('oidc-provider', github.url)).toEqual([])
  })
})

describe('SAML providers', () => {
  it('keep document and keys, and change what they are told', async () => {
    const account = await freshAccount()
    await write(account, ({ samlProviders }) => samlProviders.create({ ...okta, tags }))
    const store = read(account)
    const made = await store.samlProviders.find('okta')
    const { metadata, ...rest } = okta
    expect(made).toEqual({ ...rest, id: expect.stringMatching(/^[A-Z0-9]{26}$/) })
    const id = made?.id ?? ''
    expect(await store.samlProviders.metadata(id)).toBe(metadata)
    const privateKeys = [{ id: 'K', addedAt: at, keySealed: 'v1.x' }]
    await write(account, ({ samlProviders }) => samlProviders.update(id, { privateKeys, validUntil: later }))
    await write(account, ({ samlProviders }) => samlProviders.update(id, { metadata: '<b/>' }))
    expect(await store.samlProviders.list()).toEqual([{ ...made, privateKeys, validUntil: later }])
    expect(await store.samlProviders.metadata(id)).toBe('<b/>')
  })

  it('of one account are not those of another, and go with their tags', async () => {
    const [account, other] = [await freshAccount(), await freshAccount()]
    await write(account, ({ samlProviders }) => samlProviders.create({ ...okta, tags }))
    const id = (await read(account).samlProviders.find('okta'))?.id ?? ''
    expect(await read(other).samlProviders.find('okta')).toBeNull()
    await write(other, ({ samlProviders }) => samlProviders.delete(id))
    expect(await read(account).samlProviders.count()).toBe(1)
    await write(account, ({ samlProviders }) => samlProviders.delete(id))
    expect([await read(account).samlProviders.count(), await read(account).tags.list('saml-provider', id)]).toEqual([
      0,
      [],
    ])
  })
})
