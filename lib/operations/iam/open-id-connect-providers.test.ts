import { describe, expect, it, vi } from 'vitest'
import { badInput, limitExceeded, noPolicyAllows, noSuchEntity, notAnArn, overQuota } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { addClientIdToOpenIdConnectProvider } from './add-client-id-to-open-id-connect-provider'
import { createOpenIdConnectProvider } from './create-open-id-connect-provider'
import { deleteOpenIdConnectProvider } from './delete-open-id-connect-provider'
import { getOpenIdConnectProvider } from './get-open-id-connect-provider'
import { listOpenIdConnectProviderTags } from './list-open-id-connect-provider-tags'
import { listOpenIdConnectProviders } from './list-open-id-connect-providers'
import { removeClientIdFromOpenIdConnectProvider } from './remove-client-id-from-open-id-connect-provider'
import { tagOpenIdConnectProvider } from './tag-open-id-connect-provider'
import { untagOpenIdConnectProvider } from './untag-open-id-connect-provider'
import { updateOpenIdConnectProviderThumbprint } from './update-open-id-connect-provider-thumbprint'

vi.mock('@/lib/aws/limits', async (load) => {
  const real = await load<typeof import('@/lib/aws/limits')>()
  const small = { OpenIDConnectProvidersQuota: 2, ClientIdsPerOpenIdConnectProviderQuota: 3, TagsPerResourceQuota: 2 }
  return { ...real, limits: { ...real.limits, ...small } }
})

const Url = 'https://token.example.com/realms/Team'
const thumbprint = 'ab'.repeat(20)
const invalidUrl = { code: 'ValidationError', status: 400, message: 'Invalid Open ID Connect Provider URL' }
const invalidInput = (message: string) => ({ code: 'InvalidInput', status: 400, message })

/** A lab with one provider, and what each operation is told to name it. */
async function labWithProvider(users: Parameters<typeof labWith>[0] = {}) {
  const lab = await labWith(users)
  const { OpenIDConnectProviderArn } = await lab.root.perform(createOpenIdConnectProvider, { Url, ClientIDList: ['a'] })
  return { lab, named: { OpenIDConnectProviderArn }, arn: OpenIDConnectProviderArn }
}

const missing = (account: string) => `arn:aws:iam::${account}:oidc-provider/nowhere.example.com`

describe('CreateOpenIDConnectProvider', () => {
  it('gives the ARN of host and path, and Get tells what it was given', async () => {
    const lab = await labWith({ ann: allow('iam:*OpenIDConnectProvider', 'arn:aws:iam::*:oidc-provider/token.*') })
    const Tags = [
      { Key: 'b', Value: '1' },
      { Key: 'a', Value: '2' },
    ]
    const made = await lab.as('ann').perform(createOpenIdConnectProvider, {
      Url,
      ClientIDList: ['b', 'a', 'b'],
      ThumbprintList: [thumbprint],
      Tags,
    })
    const OpenIDConnectProviderArn = `arn:aws:iam::${lab.account}:oidc-provider/token.example.com/realms/Team`
    expect(made).toEqual({ OpenIDConnectProviderArn, Tags })
    expect(await lab.as('ann').perform(getOpenIdConnectProvider, { OpenIDConnectProviderArn })).toEqual({
      Url: 'token.example.com/realms/Team',
      ClientIDList: ['b', 'a'],
      ThumbprintList: [thumbprint],
      CreateDate: lab.now,
      Tags: [Tags[1], Tags[0]],
    })
    expect((await lab.events())[0]).toMatchObject({ name: 'CreateOpenIDConnectProvider', userName: 'ann' })
  })

  it('is refused under the ARN, and asks for the tags as well', async () => {
    const lab = await labWith({ ann: [], bob: allow('iam:CreateOpenIDConnectProvider') })
    const arn = `arn:aws:iam::${lab.account}:oidc-provider/token.example.com/realms/Team`
    await expect(lab.as('ann').perform(createOpenIdConnectProvider, { Url })).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:CreateOpenIDConnectProvider', arn),
    )
    const tagged = { Url, Tags: [{ Key: 'a', Value: 'b' }] }
    await expect(lab.as('bob').perform(createOpenIdConnectProvider, tagged)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('bob'), 'iam:TagOpenIDConnectProvider', arn),
    )
    expect(await lab.store().openIdConnectProviders.count()).toBe(0)
  })

  it('finds the URL taken, but not one of other letters, and stops at the quota', async () => {
    const { lab } = await labWithProvider()
    await expect(lab.root.perform(createOpenIdConnectProvider, { Url })).rejects.toMatchObject({
      code: 'EntityAlreadyExists',
      status: 409,
      message: `Provider with url ${Url} already exists.`,
    })
    await lab.root.perform(createOpenIdConnectProvider, { Url: 'https://token.example.com/realms/team' })
    await expect(
      lab.root.perform(createOpenIdConnectProvider, { Url: 'https://third.example.com' }),
    ).rejects.toMatchObject(overQuota('OpenIdConnectProvidersPerAccount', 2))
  })

  it.each([
    [{ Url: 'http://example.com' }, invalidUrl],
    [{ Url: 'https://example.com:8443' }, invalidUrl],
    [{ Url: `https://${'a'.repeat(248)}` }, badInput('url', 'Member must have length less than or equal to 255')],
    [{ ClientIDList: [''] }, badInput('clientIDList.1.member', 'Member must have length greater than or equal to 1')],
    [{ ClientIDList: ['a', 'b', 'c', 'd'] }, overQuota('ClientIdsPerOpenIdConnectProvider', 3)],
    [
      { ThumbprintList: ['abc'] },
      badInput('thumbprintList.1.member', 'Member must have length greater than or equal to 40'),
    ],
    [{ ThumbprintList: ['z'.repeat(40)] }, invalidInput('A thumbprint consists of 40 hexadecimal digits.')],
    [{ ThumbprintList: Array(6).fill(thumbprint) }, invalidInput('Thumbprint list must contain fewer than 5 entries.')],
  ])('does not take %o', async (wrong, expected) => {
    const lab = await labWith()
    await expect(lab.root.perform(createOpenIdConnectProvider, { Url, ...wrong })).rejects.toMatchObject(expected)
    expect(await lab.store().openIdConnectProviders.count()).toBe(0)
  })
})

describe('ListOpenIDConnectProviders', () => {
  it('lists ARNs, and is asked on the whole account', async () => {
    const { lab, arn } = await labWithProvider({ ann: [], bob: allow('iam:ListOpenIDConnectProviders') })
    expect(await lab.as('bob').perform(listOpenIdConnectProviders, {})).toEqual({
      OpenIDConnectProviderList: [{ Arn: arn }],
    })
    await expect(lab.as('ann').perform(listOpenIdConnectProviders, {})).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:ListOpenIDConnectProviders', '*'),
    )
  })
})

describe('audiences', () => {
  it('are added and removed, also twice, up to their quota', async () => {
    const { lab, named } = await labWithProvider({ ann: allow('iam:*ClientID*OpenIDConnectProvider') })
    const add = (ClientID: string) => lab.as('ann').perform(addClientIdToOpenIdConnectProvider, { ...named, ClientID })
    for (const ClientID of ['b', 'a', 'c']) await add(ClientID)
    await expect(add('d')).rejects.toMatchObject(overQuota('ClientIdsPerOpenIdConnectProvider', 3))
    const remove = (ClientID: string) =>
      lab.as('ann').perform(removeClientIdFromOpenIdConnectProvider, { ...named, ClientID })
    for (const ClientID of ['b', 'b', 'nobody']) await remove(ClientID)
    const { ClientIDList } = await lab.root.perform(getOpenIdConnectProvider, named)
    expect(ClientIDList).toEqual(['a', 'c'])
    await expect(add('x'.repeat(256))).rejects.toMatchObject(
      badInput('clientID', 'Member must have length less than or equal to 255'),
    )
  })
})

describe('UpdateOpenIDConnectProviderThumbprint', () => {
  it('replaces the list, which must not be empty', async () => {
    const { lab, named } = await labWithProvider({ ann: allow('iam:UpdateOpenIDConnectProviderThumbprint') })
    const update = (...ThumbprintList: string[]) =>
      lab.as('ann').perform(updateOpenIdConnectProviderThumbprint, { ...named, ThumbprintList })
    await update(thumbprint)
    await update('cd'.repeat(20))
    expect((await lab.root.perform(getOpenIdConnectProvider, named)).ThumbprintList).toEqual(['cd'.repeat(20)])
    await expect(update()).rejects.toMatchObject(invalidInput('Thumbprint list must contain at least one entry.'))
  })
})

describe('tags', () => {
  it('are put, replaced, listed by pages and removed; their keys know case', async () => {
    const { lab, named } = await labWithProvider({ ann: allow('iam:*OpenIDConnectProvider*') })
    const ann = lab.as('ann')
    const tag = (Key: string, Value: string) =>
      ann.perform(tagOpenIdConnectProvider, { ...named, Tags: [{ Key, Value }] })
    await tag('team', 'a')
    await tag('Team', 'b')
    await tag('team', 'c')
    await expect(tag('third', 'x')).rejects.toMatchObject(
      limitExceeded('The number of tags has reached the maximum limit.'),
    )
    const first = await ann.perform(listOpenIdConnectProviderTags, { ...named, MaxItems: 1 })
    expect(first).toMatchObject({ Tags: [{ Key: 'Team', Value: 'b' }], IsTruncated: true })
    const { Marker } = first as { Marker: string }
    expect(await ann.perform(listOpenIdConnectProviderTags, { ...named, Marker })).toEqual({
      Tags: [{ Key: 'team', Value: 'c' }],
      IsTruncated: false,
    })
    await ann.perform(untagOpenIdConnectProvider, { ...named, TagKeys: ['Team', 'none'] })
    expect((await ann.perform(listOpenIdConnectProviderTags, named)).Tags).toEqual([{ Key: 'team', Value: 'c' }])
  })

  it('of the provider and of the request decide', async () => {
    const { lab, named } = await labWithProvider({
      ann: allow('iam:DeleteOpenIDConnectProvider', '*', { StringEquals: { 'aws:ResourceTag/team': 'dev' } }),
      bob: allow('iam:TagOpenIDConnectProvider', '*', { StringEquals: { 'aws:RequestTag/team': 'dev' } }),
    })
    await expect(lab.as('ann').perform(deleteOpenIdConnectProvider, named)).rejects.toMatchObject({ status: 403 })
    await lab.as('bob').perform(tagOpenIdConnectProvider, { ...named, Tags: [{ Key: 'team', Value: 'dev' }] })
    await lab.as('ann').perform(deleteOpenIdConnectProvider, named)
    expect(await lab.store().openIdConnectProviders.count()).toBe(0)
  })
})

describe('DeleteOpenIDConnectProvider', () => {
  it('deletes, and says nothing of a provider that is not there', async () => {
    const { lab, named } = await labWithProvider()
    await lab.root.perform(deleteOpenIdConnectProvider, named)
    await lab.root.perform(deleteOpenIdConnectProvider, named)
    expect(await lab.store().openIdConnectProviders.count()).toBe(0)
    await expect(
      lab.root.perform(deleteOpenIdConnectProvider, { OpenIDConnectProviderArn: 'not-an-arn-but-long-enough' }),
    ).rejects.toMatchObject(notAnArn)
  })
})

describe('a provider that is not there', () => {
  it.each([
    [getOpenIdConnectProvider, {}],
    [addClientIdToOpenIdConnectProvider, { ClientID: 'a' }],
    [removeClientIdFromOpenIdConnectProvider, { ClientID: 'a' }],
    [updateOpenIdConnectProviderThumbprint, { ThumbprintList: [thumbprint] }],
    [tagOpenIdConnectProvider, { Tags: [] }],
    [untagOpenIdConnectProvider, { TagKeys: [] }],
    [listOpenIdConnectProviderTags, {}],
  ])('is missing to %o', async (operation, rest) => {
    const { lab } = await labWithProvider()
    const input = { OpenIDConnectProviderArn: missing(lab.account), ...rest }
    await expect(lab.root.perform(operation as typeof getOpenIdConnectProvider, input)).rejects.toMatchObject(
      noSuchEntity(`OpenIDConnect Provider not found for arn ${missing(lab.account)}`),
    )
  })
})
