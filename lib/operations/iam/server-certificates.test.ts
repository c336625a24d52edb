import { createPrivateKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { unseal } from '@/lib/secrets/seal'
import type { Operation } from '../define'
import { ecKeys, rsaKeys, selfSigned, signedBy } from '../testing/certificates'
import { badName, noPolicyAllows, noSuchEntity, overQuota } from '../testing/expected'
import { allow, deny, labWith } from '../testing/lab'
import { deleteServerCertificate } from './delete-server-certificate'
import { getAccountSummary } from './get-account-summary'
import { getServerCertificate } from './get-server-certificate'
import { listServerCertificateTags } from './list-server-certificate-tags'
import { listServerCertificates } from './list-server-certificates'
import { tagServerCertificate } from './tag-server-certificate'
import { untagServerCertificate } from './untag-server-certificate'
import { updateServerCertificate } from './update-server-certificate'
import { uploadServerCertificate } from './upload-server-certificate'

const authority = selfSigned('authority')
const host = signedBy(authority, 'dojo.example', { keys: rsaKeys() })
const upload = { ServerCertificateName: 'web', CertificateBody: host.pem, PrivateKey: host.privateKey }
const team = { Key: 'team', Value: 'red' }

async function labWithCertificate(permissions = allow('iam:*ServerCertificate*')) {
  const lab = await labWith({ ann: permissions })
  const { ServerCertificateMetadata: made } = await lab.root.perform(uploadServerCertificate, upload)
  return { lab, made, named: { ServerCertificateName: 'WEB' } }
}

describe('UploadServerCertificate', () => {
  it('keeps the certificate with its chain, and the key sealed and out of the events', async () => {
    const lab = await labWith({ ann: allow('iam:UploadServerCertificate', 'arn:aws:iam::*:server-certificate/x/*') })
    const input = { ...upload, Path: '/x/', CertificateChain: authority.pem }
    const { ServerCertificateMetadata: made } = await lab.as('ann').perform(uploadServerCertificate, input)
    expect(made).toEqual({
      Path: '/x/',
      ServerCertificateName: 'web',
      ServerCertificateId: expect.stringMatching(/^ASCA[A-Z2-7]{17}$/),
      Arn: `arn:aws:iam::${lab.account}:server-certificate/x/web`,
      UploadDate: lab.now,
      Expiration: new Date('2126-01-01'),
    })
    const got = await lab.root.perform(getServerCertificate, { ServerCertificateName: 'WEB' })
    expect(got).toEqual({
      ServerCertificate: {
        ServerCertificateMetadata: made,
        CertificateBody: host.pem,
        CertificateChain: authority.pem,
        Tags: [],
      },
    })
    const { tables } = await lab.store().account.exportAll()
    const secret = host.privateKey.split('\n')[9]
    expect(JSON.stringify(tables)).not.toContain(secret)
    const [kept] = tables.serverCertificate
    expect(unseal(String(kept?.privateKeySealed), 'server-certificate')).toBe(host.privateKey)
  })

  it('takes tags with the permission to tag, and keeps them', async () => {
    const tagging = allow(['iam:UploadServerCertificate', 'iam:TagServerCertificate'], '*', {
      StringEquals: { 'aws:RequestTag/team': 'red' },
    })
    const lab = await labWith({ ann: tagging, bob: allow('iam:UploadServerCertificate') })
    const answer = await lab.as('ann').perform(uploadServerCertificate, { ...upload, Tags: [team] })
    expect(answer).toMatchObject({ Tags: [team] })
    const other = { ...upload, ServerCertificateName: 'other', Tags: [team] }
    await expect(lab.as('bob').perform(uploadServerCertificate, other)).rejects.toMatchObject(
      noPolicyAllows(
        lab.userArn('bob'),
        'iam:TagServerCertificate',
        `arn:aws:iam::${lab.account}:server-certificate/other`,
      ),
    )
  })

  it('is refused without permission', async () => {
    const lab = await labWith({ ann: [] })
    await expect(lab.as('ann').perform(uploadServerCertificate, upload)).rejects.toMatchObject(
      noPolicyAllows(
        lab.userArn('ann'),
        'iam:UploadServerCertificate',
        `arn:aws:iam::${lab.account}:server-certificate/web`,
      ),
    )
    expect(JSON.stringify(await lab.events())).not.toContain(host.privateKey.split('\n')[9])
  })

  it('takes a name once, without regard to case, and twenty certificates', async () => {
    const { lab } = await labWithCertificate()
    const add = (ServerCertificateName: string) =>
      lab.root.perform(uploadServerCertificate, { ...upload, ServerCertificateName })
    await expect(add('WEB')).rejects.toMatchObject({
      code: 'EntityAlreadyExists',
      status: 409,
      message: 'The Server Certificate with name WEB already exists.',
    })
    for (let count = 1; count < 20; count++) await add(`web-${count}`)
    await expect(add('one-more')).rejects.toMatchObject(overQuota('ServerCertificatesPerAccount', 20))
    const { SummaryMap } = await lab.root.perform(getAccountSummary, {})
    expect(SummaryMap).toMatchObject({ ServerCertificates: 20, ServerCertificatesQuota: 20 })
  })

  it('does not take what does not belong together', async () => {
    const lab = await labWith({})
    const codeFor = (change: Partial<typeof upload> & { CertificateChain?: string }) =>
      lab.root.perform(uploadServerCertificate, { ...upload, ...change }).catch(({ code }) => code)
    const stranger = selfSigned('stranger')
    const encrypted = createPrivateKey(host.privateKey).export({
      ...{ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' },
    } as const)
    const past = { validFrom: new Date('2025-01-01'), validUntil: new Date('2026-01-01') }
    const old = selfSigned('old', { dates: past })
    expect(await codeFor({ PrivateKey: stranger.privateKey })).toBe('KeyPairMismatch')
    expect(await codeFor({ PrivateKey: rsaKeys().privateKey })).toBe('KeyPairMismatch')
    expect(await codeFor({ PrivateKey: ecKeys().publicKey })).toBe('MalformedCertificate')
    expect(await codeFor({ PrivateKey: String(encrypted) })).toBe('MalformedCertificate')
    expect(await codeFor({ CertificateBody: 'hello' })).toBe('MalformedCertificate')
    expect(await codeFor({ CertificateBody: host.pem + authority.pem })).toBe('MalformedCertificate')
    expect(await codeFor({ CertificateBody: old.pem, PrivateKey: old.privateKey })).toBe('MalformedCertificate')
    const chain = (CertificateChain: string) =>
      lab.root.perform(uploadServerCertificate, { ...upload, CertificateChain })
    for (const [pem, index] of [
      ['hello', -1],
      [authority.pem.repeat(21), -1],
      [stranger.pem, 0],
      [selfSigned('authority').pem, 0],
      [selfSigned('of the same key', { keys: authority }).pem, 0],
      [authority.pem + stranger.pem, 1],
    ] as const) {
      await expect(chain(pem)).rejects.toMatchObject({
        code: 'MalformedCertificate',
        message: expect.stringMatching(new RegExp(`^Unable to validate certificate chain\\. .* is: ${index}$`)),
      })
    }
    expect(await lab.store().serverCertificates.count()).toBe(0)
  })

  it('does not take a bad name', async () => {
    const lab = await labWith({})
    const call = lab.root.perform(uploadServerCertificate, { ...upload, ServerCertificateName: 'a/b' })
    await expect(call).rejects.toMatchObject(badName('serverCertificateName'))
  })
})

describe('ListServerCertificates', () => {
  it('lists under a path without the texts, page by page', async () => {
    const { lab, made } = await labWithCertificate(
      allow('iam:ListServerCertificates', 'arn:aws:iam::*:server-certificate/*'),
    )
    const deep = { ...upload, ServerCertificateName: 'deep', Path: '/x/y/' }
    await lab.root.perform(uploadServerCertificate, deep)
    const list = (input: { PathPrefix?: string; MaxItems?: number; Marker?: string }) =>
      lab.as('ann').perform(listServerCertificates, input)
    const below = await list({ PathPrefix: '/x/' })
    expect(below.ServerCertificateMetadataList).toMatchObject([{ ServerCertificateName: 'deep', Path: '/x/y/' }])
    const first = await list({ MaxItems: 1 })
    expect(first.ServerCertificateMetadataList).toMatchObject([{ ServerCertificateName: 'deep' }])
    const Marker = 'Marker' in first ? first.Marker : ''
    expect(await list({ Marker })).toEqual({ ServerCertificateMetadataList: [made], IsTruncated: false })
  })

  it('is refused without permission', async () => {
    const lab = await labWith({ ann: [] })
    const call = lab.as('ann').perform(listServerCertificates, { PathPrefix: '/x/' })
    const asked = `arn:aws:iam::${lab.account}:server-certificate/x/`
    await expect(call).rejects.toMatchObject(noPolicyAllows(lab.userArn('ann'), 'iam:ListServerCertificates', asked))
  })
})

describe('UpdateServerCertificate', () => {
  it('renames and moves, with permission on both names', async () => {
    const { lab, made, named } = await labWithCertificate(
      allow('iam:UpdateServerCertificate', [
        'arn:aws:iam::*:server-certificate/web',
        'arn:aws:iam::*:server-certificate/x/www',
      ]),
    )
    const ann = lab.as('ann')
    const change = { ...named, NewServerCertificateName: 'www', NewPath: '/y/' }
    await expect(ann.perform(updateServerCertificate, change)).rejects.toMatchObject({ code: 'AccessDenied' })
    expect(await ann.perform(updateServerCertificate, { ...change, NewPath: '/x/' })).toEqual({})
    const { ServerCertificate } = await lab.root.perform(getServerCertificate, { ServerCertificateName: 'www' })
    expect(ServerCertificate.ServerCertificateMetadata).toEqual({
      ...made,
      Path: '/x/',
      ServerCertificateName: 'www',
      Arn: `arn:aws:iam::${lab.account}:server-certificate/x/www`,
    })
  })

  it('does not take a name that another has; its own in another case is fine', async () => {
    const { lab, named } = await labWithCertificate()
    await lab.root.perform(uploadServerCertificate, { ...upload, ServerCertificateName: 'www' })
    const rename = (NewServerCertificateName: string) =>
      lab.root.perform(updateServerCertificate, { ...named, NewServerCertificateName })
    await expect(rename('WWW')).rejects.toMatchObject({ code: 'EntityAlreadyExists' })
    await rename('Web')
    expect(await lab.store().serverCertificates.find('web')).toMatchObject({ name: 'Web' })
  })
})

const onOne: Operation<object, object>[] = [
  getServerCertificate,
  updateServerCertificate,
  deleteServerCertificate,
  tagServerCertificate,
  untagServerCertificate,
  listServerCertificateTags,
]

describe.each(onOne)('$name', (operation) => {
  const input = { ServerCertificateName: 'web', Tags: [team], TagKeys: ['team'] }

  it('is refused without permission, whether or not there is such a certificate', async () => {
    const lab = await labWith({ ann: [] })
    const refused = noPolicyAllows(lab.userArn('ann'), `iam:${operation.name}`, 'server certificate web')
    await expect(lab.as('ann').perform(operation, input)).rejects.toMatchObject(refused)
    await lab.root.perform(uploadServerCertificate, upload)
    await expect(lab.as('ann').perform(operation, input)).rejects.toMatchObject(refused)
  })

  it('says that there is no such certificate', async () => {
    const lab = await labWith({})
    await expect(lab.root.perform(operation, input)).rejects.toMatchObject(
      noSuchEntity('The Server Certificate with name web cannot be found.'),
    )
  })

  it('does not take a bad name', async () => {
    const lab = await labWith({})
    const call = lab.root.perform(operation, { ...input, ServerCertificateName: 'a b' })
    await expect(call).rejects.toMatchObject(badName('serverCertificateName'))
  })
})

describe('a server certificate', () => {
  it('is tagged, and policies ask for its tags', async () => {
    const ofBlue = { StringEquals: { 'aws:ResourceTag/team': 'blue' } }
    const { lab, named } = await labWithCertificate(allow('iam:*ServerCertificate*', '*'))
    const ann = lab.as('ann')
    const tags = async () => (await ann.perform(listServerCertificateTags, named)).Tags
    await ann.perform(tagServerCertificate, { ...named, Tags: [team, { Key: 'Team', Value: 'x' }] })
    await ann.perform(tagServerCertificate, { ...named, Tags: [{ Key: 'team', Value: 'blue' }] })
    expect(await tags()).toEqual([
      { Key: 'Team', Value: 'x' },
      { Key: 'team', Value: 'blue' },
    ])
    await ann.perform(untagServerCertificate, { ...named, TagKeys: ['Team', 'none'] })
    const { ServerCertificate } = await ann.perform(getServerCertificate, named)
    expect(ServerCertificate.Tags).toEqual([{ Key: 'team', Value: 'blue' }])
    const guarded = await labWith({ eve: [allow('iam:*'), deny('iam:DeleteServerCertificate', '*', ofBlue)] })
    await guarded.root.perform(uploadServerCertificate, { ...upload, Tags: [{ Key: 'team', Value: 'blue' }] })
    const remove = () => guarded.as('eve').perform(deleteServerCertificate, named)
    await expect(remove()).rejects.toMatchObject({ code: 'AccessDenied' })
    await guarded.root.perform(untagServerCertificate, { ...named, TagKeys: ['team'] })
    expect(await remove()).toEqual({})
    expect(await guarded.store().serverCertificates.count()).toBe(0)
  })
})
