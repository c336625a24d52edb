import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { unseal } from '@/lib/secrets/seal'
import { badInput, noPolicyAllows, noSuchEntity, notAnArn, overQuota } from '../testing/expected'
import { allow, labWith } from '../testing/lab'
import { samlMetadata } from '../testing/saml'
import { createSamlProvider } from './create-saml-provider'
import { deleteSamlProvider } from './delete-saml-provider'
import { getSamlProvider } from './get-saml-provider'
import { listSamlProviderTags } from './list-saml-provider-tags'
import { listSamlProviders } from './list-saml-providers'
import { tagSamlProvider } from './tag-saml-provider'
import { untagSamlProvider } from './untag-saml-provider'
import { updateSamlProvider } from './update-saml-provider'

vi.mock('@/lib/aws/limits', async (load) => {
  const real = await load<typeof import('@/lib/aws/limits')>()
  return { ...real, limits: { ...real.limits, SAMLProvidersQuota: 2 } }
})

const SAMLMetadataDocument = samlMetadata()
const unreadable = { code: 'InvalidInput', status: 400, message: 'Could not parse metadata' }
const rsaKey = (type: 'rsa' | 'ec' = 'rsa') =>
  (type === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: 1024 })
    : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  ).privateKey
    .export({ type: 'pkcs8', format: 'pem' })
    .toString()

async function labWithProvider(users: Parameters<typeof labWith>[0] = {}) {
  const lab = await labWith(users)
  const { SAMLProviderArn } = await lab.root.perform(createSamlProvider, { Name: 'okta', SAMLMetadataDocument })
  return { lab, named: { SAMLProviderArn } }
}

describe('CreateSAMLProvider', () => {
  it('keeps the document as it was sent, and Get tells what it was given', async () => {
    const lab = await labWith({ ann: allow('iam:*SAMLProvider', 'arn:aws:iam::*:saml-provider/okta') })
    const Tags = [{ Key: 'team', Value: 'dev' }]
    const made = await lab.as('ann').perform(createSamlProvider, {
      Name: 'okta',
      SAMLMetadataDocument,
      AssertionEncryptionMode: 'Required',
      AddPrivateKey: rsaKey(),
      Tags,
    })
    const SAMLProviderArn = `arn:aws:iam::${lab.account}:saml-provider/okta`
    expect(made).toEqual({ SAMLProviderArn, Tags })
    expect(await lab.as('ann').perform(getSamlProvider, { SAMLProviderArn })).toEqual({
      SAMLProviderUUID: expect.stringMatching(/^[A-Z0-9]{22,64}$/),
      SAMLMetadataDocument,
      CreateDate: lab.now,
      ValidUntil: new Date('2126-11-22T09:00:00.000Z'),
      AssertionEncryptionMode: 'Required',
      PrivateKeyList: [{ KeyId: expect.stringMatching(/^[A-Z0-9]{22,64}$/), Timestamp: lab.now }],
      Tags,
    })
  })

  it('seals the key and shows it to nobody, not even the events', async () => {
    const lab = await labWith()
    const AddPrivateKey = rsaKey()
    await lab.root.perform(createSamlProvider, { Name: 'okta', SAMLMetadataDocument, AddPrivateKey })
    const [kept] = (await lab.store().samlProviders.find('okta'))?.privateKeys ?? []
    expect(unseal(kept?.keySealed ?? '', 'saml-private-key')).toBe(AddPrivateKey)
    const [event] = await lab.events()
    expect(event).toMatchObject({ name: 'CreateSAMLProvider' })
    expect(JSON.parse(event?.record ?? '').requestParameters.addPrivateKey).toBe('HIDDEN_DUE_TO_SECURITY_REASONS')
    expect(event?.record).not.toContain('PRIVATE KEY')
  })

  it('is refused under the ARN, and asks for the tags as well', async () => {
    const lab = await labWith({ ann: [], bob: allow('iam:CreateSAMLProvider') })
    const input = { Name: 'okta', SAMLMetadataDocument: 'x'.repeat(1000) } // refused before it is read
    const arn = `arn:aws:iam::${lab.account}:saml-provider/okta`
    await expect(lab.as('ann').perform(createSamlProvider, input)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('ann'), 'iam:CreateSAMLProvider', arn),
    )
    const tagged = { ...input, Tags: [{ Key: 'a', Value: 'b' }] }
    await expect(lab.as('bob').perform(createSamlProvider, tagged)).rejects.toMatchObject(
      noPolicyAllows(lab.userArn('bob'), 'iam:TagSAMLProvider', arn),
    )
  })

  it('finds the name taken, and stops at the quota', async () => {
    const { lab } = await labWithProvider()
    const create = (Name: string) => lab.root.perform(createSamlProvider, { Name, SAMLMetadataDocument })
    await expect(create('okta')).rejects.toMatchObject({ code: 'EntityAlreadyExists', status: 409 })
    await create('entra')
    await expect(create('third')).rejects.toMatchObject(overQuota('SAMLProvidersPerAccount', 2))
  })

  it.each([
    ['prefixes that are missing', samlMetadata().replace(/(md|ds):/g, '')],
    ['a byte order mark', `\uFEFF${samlMetadata()}`],
    ['a key for both uses', samlMetadata({ use: '' })],
  ])('takes %s', async (_, document) => {
    const lab = await labWith()
    await lab.root.perform(createSamlProvider, { Name: 'okta', SAMLMetadataDocument: document })
    expect(await lab.store().samlProviders.count()).toBe(1)
  })

  it('takes the date until which the metadata holds', async () => {
    const lab = await labWith()
    const document = samlMetadata({ attributes: ' entityID="a" validUntil="2027-01-02T03:04:05Z"' })
    await lab.root.perform(createSamlProvider, { Name: 'okta', SAMLMetadataDocument: document })
    const { SAMLProviderList } = await lab.root.perform(listSamlProviders, {})
    expect(SAMLProviderList).toEqual([
      {
        Arn: `arn:aws:iam::${lab.account}:saml-provider/okta`,
        ValidUntil: new Date('2027-01-02T03:04:05Z'),
        CreateDate: lab.now,
      },
    ])
  })

  it.each([
    ['no XML', 'x'.repeat(1000)],
    ['an element left open', samlMetadata().replace('</ds:X509Data>', '')],
    ['another root', samlMetadata().replace(/EntityDescriptor/g, 'EntitiesDescriptor')],
    ['no entity ID', samlMetadata({ attributes: '' })],
    ['a service provider', samlMetadata().replace(/IDPSSODescriptor/g, 'SPSSODescriptor')],
    ['no certificate', samlMetadata({ key: '<ds:Other/>' })],
    ['a certificate for encryption only', samlMetadata({ use: ' use="encryption"' })],
    ['a certificate that is none', samlMetadata({ key: '<ds:X509Certificate>bm9uZQ==</ds:X509Certificate>' })],
    ['a date that is none', samlMetadata({ attributes: ' entityID="a" validUntil="soon"' })],
    ['entities', samlMetadata({ before: '<!DOCTYPE a [<!ENTITY x "y">]>' })],
    ['a very deep tree', '<a>'.repeat(3000) + '</a>'.repeat(3000)],
    ['very many elements', samlMetadata().replace('</ds:KeyInfo>', `${'<a/>'.repeat(20_000)}</ds:KeyInfo>`)],
    ['names of JavaScript', samlMetadata().replace('</ds:KeyInfo>', '<constructor/></ds:KeyInfo>')],
  ])('does not take %s', async (_, document) => {
    const lab = await labWith()
    const call = lab.root.perform(createSamlProvider, { Name: 'okta', SAMLMetadataDocument: document })
    await expect(call).rejects.toMatchObject(unreadable)
    expect(await lab.store().samlProviders.count()).toBe(0)
  })

  it.each([
    [{ Name: 'a b' }, badInput('name', 'Member must satisfy regular expression pattern: [\\w._-]+')],
    [
      { SAMLMetadataDocument: '<a/>' },
      badInput('sAMLMetadataDocument', 'Member must have length greater than or equal to 1000'),
    ],
    [{ SAMLMetadataDocument: 'x'.repeat(500_001) }, { code: 'InvalidInput' }],
    [{ AddPrivateKey: 'none' }, { code: 'InvalidInput' }],
    [{ AddPrivateKey: rsaKey('ec') }, { code: 'InvalidInput' }],
    [
      { AssertionEncryptionMode: 'Never' as 'Allowed' },
      badInput('assertionEncryptionMode', 'Member must satisfy enum value set: [Required, Allowed]'),
    ],
  ])('does not take input %#', async (wrong, expected) => {
    const lab = await labWith()
    await expect(
      lab.root.perform(createSamlProvider, { Name: 'okta', SAMLMetadataDocument, ...wrong }),
    ).rejects.toMatchObject(expected)
  })
})

describe('UpdateSAMLProvider', () => {
  it('replaces the document and leaves the rest', async () => {
    const { lab, named } = await labWithProvider({ ann: allow('iam:UpdateSAMLProvider') })
    const before = await lab.root.perform(getSamlProvider, named)
    const document = samlMetadata({ attributes: ' entityID="b" validUntil="2027-01-02T03:04:05Z"' })
    expect(await lab.as('ann').perform(updateSamlProvider, { ...named, SAMLMetadataDocument: document })).toEqual(named)
    expect(await lab.root.perform(getSamlProvider, named)).toEqual({
      ...before,
      SAMLMetadataDocument: document,
      ValidUntil: new Date('2027-01-02T03:04:05Z'),
    })
    await expect(
      lab.root.perform(updateSamlProvider, { ...named, SAMLMetadataDocument: 'x'.repeat(1000) }),
    ).rejects.toMatchObject(unreadable)
  })

  it('keeps two keys at most, and one call can put a new one in the place of an old one', async () => {
    const { lab, named } = await labWithProvider()
    const update = (change: object) => lab.root.perform(updateSamlProvider, { ...named, ...change })
    const keys = async () => (await lab.root.perform(getSamlProvider, named)).PrivateKeyList.map(({ KeyId }) => KeyId)
    await update({ AddPrivateKey: rsaKey(), AssertionEncryptionMode: 'Allowed' })
    await update({ AddPrivateKey: rsaKey() })
    await expect(update({ AddPrivateKey: rsaKey() })).rejects.toMatchObject(overQuota('PrivateKeysPerSAMLProvider', 2))
    const [first, second] = await keys()
    await update({ AddPrivateKey: rsaKey(), RemovePrivateKey: first })
    expect(await keys()).toEqual([second, expect.not.stringMatching(first ?? '')])
    await expect(update({ RemovePrivateKey: first })).rejects.toMatchObject(
      noSuchEntity(`Private key ${first} cannot be found.`),
    )
    expect(await lab.root.perform(getSamlProvider, named)).toMatchObject({ AssertionEncryptionMode: 'Allowed' })
  })
})

describe('tags', () => {
  it('are put, listed and removed, and decide', async () => {
    const { lab, named } = await labWithProvider({
      ann: allow('iam:*SAMLProvider*', '*', { StringNotEquals: { 'aws:ResourceTag/team': 'ops' } }),
    })
    const ann = lab.as('ann')
    const Tags = [
      { Key: 'Team', Value: 'a' },
      { Key: 'team', Value: 'b' },
    ]
    await ann.perform(tagSamlProvider, { ...named, Tags })
    await ann.perform(untagSamlProvider, { ...named, TagKeys: ['Team'] })
    expect(await ann.perform(listSamlProviderTags, named)).toEqual({ Tags: [Tags[1]], IsTruncated: false })
    await lab.root.perform(tagSamlProvider, { ...named, Tags: [{ Key: 'team', Value: 'ops' }] })
    await expect(ann.perform(listSamlProviderTags, named)).rejects.toMatchObject({ code: 'AccessDenied' })
  })
})

describe('DeleteSAMLProvider', () => {
  it('deletes once', async () => {
    const { lab, named } = await labWithProvider({ ann: allow('iam:DeleteSAMLProvider') })
    await lab.as('ann').perform(deleteSamlProvider, named)
    expect((await lab.root.perform(listSamlProviders, {})).SAMLProviderList).toEqual([])
    await expect(lab.as('ann').perform(deleteSamlProvider, named)).rejects.toMatchObject(
      noSuchEntity(`Manifest not found for arn ${named.SAMLProviderArn}`),
    )
    await expect(
      lab.root.perform(deleteSamlProvider, { SAMLProviderArn: 'not-an-arn-but-long-enough' }),
    ).rejects.toMatchObject(notAnArn)
  })
})

describe('a provider that is not there', () => {
  it.each([
    [getSamlProvider, {}],
    [updateSamlProvider, {}],
    [tagSamlProvider, { Tags: [] }],
    [untagSamlProvider, { TagKeys: [] }],
    [listSamlProviderTags, {}],
  ])('is missing to operation %#', async (operation, rest) => {
    const { lab, named } = await labWithProvider()
    const SAMLProviderArn = `${named.SAMLProviderArn}2`
    await expect(
      lab.root.perform(operation as typeof getSamlProvider, { SAMLProviderArn, ...rest }),
    ).rejects.toMatchObject(noSuchEntity(`Manifest not found for arn ${SAMLProviderArn}`))
  })
})
