import { describe, expect, it } from 'vitest'
import { parseSamlMetadata } from '@/lib/aws/saml-metadata'
import { rsaKeys, selfSigned } from '@/lib/operations/testing/certificates'
import {
  encrypted,
  inBase64,
  responseOf,
  type Said,
  samlIdentityProvider,
  sign,
} from '@/lib/operations/testing/saml-provider'
import { readSamlResponse, type SamlElement, type SamlTrust } from './saml-response'

const at = new Date('2026-11-22T09:00:00.000Z')
const idp = samlIdentityProvider()
const { certificates = [] } = parseSamlMetadata(idp.metadata) ?? {}
const trust: SamlTrust = { certificates, privateKeys: [], isEncryptionRequired: false }
const said = (more: Partial<Said> = {}): Said => ({ at, attributes: { RoleSessionName: 'ann' }, ...more })

const subjectOf = ({ Subject }: SamlElement) => Subject?.[0]?.NameID?.[0]?._
const read = async (xml: string, by = trust) => subjectOf(await readSamlResponse(inBase64(xml), by))
const plain = (response: string) => Buffer.from(response, 'base64').toString()

const refused = (message: string) => ({ code: 'InvalidIdentityToken', status: 400, message })
const badSignature = refused('Response signature invalid')
const unreadable = refused('The SAML response could not be read.')

const good = plain(idp.respond(said()))
const wholeSigned = plain(idp.respond(said(), 'Response'))
const signedAssertion = /<saml:Assertion.*<\/saml:Assertion>/s.exec(good)?.[0] ?? ''
const forgedAssertion = idp.assertion(said({ subject: 'admin' }))

describe('a signature', () => {
  it('of the assertion or of the response is enough', async () => {
    expect([await read(good), await read(wholeSigned)]).toEqual(['ann', 'ann'])
  })

  it('may be of any of the provider’s certificates', async () => {
    const other = selfSigned('other', { keys: rsaKeys() }).pem.replace(/-----[A-Z ]+-----|\s/g, '')
    expect(await read(good, { ...trust, certificates: [other, ...certificates] })).toBe('ann')
    await expect(read(good, { ...trust, certificates: [other] })).rejects.toMatchObject(badSignature)
  })

  it.each([
    ['is missing', responseOf(idp.assertion(said()))],
    ['is over something that was changed', good.replace('>ann<', '>bob<')],
    ['of the response is over something that was changed', wholeSigned.replace('>ann<', '>bob<')],
    ['is another’s, with that one’s certificate beside it', plain(samlIdentityProvider().respond(said()))],
    ['is the assertion’s, of no trusted key', responseOf(sign(forgedAssertion, samlIdentityProvider().signer))],
  ])('that %s is refused', async (_, xml) => {
    await expect(read(xml)).rejects.toMatchObject(badSignature)
  })

  it('by a secret that everybody knows is refused', async () => {
    const symmetric = good.replace(/http:\/\/[^"]*rsa-sha256/, 'http://www.w3.org/2000/09/xmldsig#hmac-sha1')
    expect(symmetric).not.toBe(good)
    await expect(read(symmetric)).rejects.toMatchObject(badSignature)
  })
})

describe('what was wrapped around a signed assertion', () => {
  const id = /ID="([^"]+)"/.exec(signedAssertion)?.[1] ?? ''
  const signature = /<Signature.*<\/Signature>/s.exec(signedAssertion)?.[0] ?? ''
  const bare = signedAssertion.replace(signature, '')
  const sameId = forgedAssertion.replace(/ID="[^"]+"/, `ID="${id}"`)
  const withSignature = (assertion: string) => assertion.replace('</saml:Issuer>', `</saml:Issuer>${signature}`)
  const inObject = (inside: string) => signature.replace('</Signature>', `<Object>${inside}</Object></Signature>`)
  const beside = (inside: string) => `<samlp:Extensions>${inside}</samlp:Extensions>`

  it.each([
    ['a forged one before it', responseOf(forgedAssertion + signedAssertion)],
    ['a forged one after it', responseOf(signedAssertion + forgedAssertion)],
    [
      'a forged one that contains it',
      responseOf(forgedAssertion.replace('</saml:Assertion>', `${signedAssertion}</saml:Assertion>`)),
    ],
    ['a forged one, and it in an extension', responseOf(beside(signedAssertion) + forgedAssertion)],
    [
      'a forged one with its signature, and it in an extension',
      responseOf(beside(bare) + withSignature(forgedAssertion)),
    ],
    ['a forged one of the same ID', responseOf(beside(bare) + withSignature(sameId))],
    [
      'a forged one, and it inside the signature',
      responseOf(forgedAssertion.replace('</saml:Issuer>', `</saml:Issuer>${inObject(bare)}`)),
    ],
    [
      'a forged one whose signature it stands in with the same ID',
      responseOf(sameId.replace('</saml:Issuer>', `</saml:Issuer>${inObject(bare)}`)),
    ],
    ['a response inside a response', responseOf(good)],
    ['nothing at all', signedAssertion],
  ])('counts for nothing: %s', async (_, xml) => {
    const answer = await read(xml).catch(({ code }) => code)
    expect(answer).toBe('InvalidIdentityToken')
  })

  it('is not read where the response is signed as well', async () => {
    const doubled = wholeSigned.replace('<saml:Assertion', `${forgedAssertion}<saml:Assertion`)
    await expect(read(doubled)).rejects.toMatchObject(badSignature)
  })
})

describe('an encrypted assertion', () => {
  const keys = rsaKeys()
  const opening = { ...trust, privateKeys: [rsaKeys().privateKey, keys.privateKey], isEncryptionRequired: true }
  const closed = refused('The encrypted assertion could not be opened, or its signature is invalid.')
  const sealed = responseOf(encrypted(signedAssertion, keys))

  it('is opened by any of the provider’s keys, signed inside or outside', async () => {
    expect(await read(sealed, opening)).toBe('ann')
    const outside = sign(responseOf(encrypted(idp.assertion(said()), keys)), idp.signer)
    expect(await read(outside, opening)).toBe('ann')
  })

  it.each([
    ['nobody has a key', sealed, { ...opening, privateKeys: [] }],
    ['it is for somebody else', responseOf(encrypted(signedAssertion, rsaKeys())), opening],
    ['nobody signed it', responseOf(encrypted(forgedAssertion, keys)), opening],
    ['it is no assertion', responseOf(encrypted('<a/>', keys)), opening],
    ['it is changed', sealed.replace(/(CipherValue>)(.)(?!.*CipherValue>.)/s, '$1AAAA'), opening],
  ])('has one answer where %s', async (_, xml, by) => {
    await expect(read(xml, by)).rejects.toMatchObject(closed)
  })

  it('must not be of an algorithm that is broken, and must be there where the provider says so', async () => {
    await expect(read(responseOf(encrypted(signedAssertion, keys, 'rsa-1_5')), opening)).rejects.toMatchObject(
      refused('The assertion is encrypted by an algorithm that is not safe.'),
    )
    await expect(read(good, opening)).rejects.toMatchObject(refused('The provider requires encrypted assertions.'))
  })
})

describe('what could hurt', () => {
  const doctype = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'

  it.each([
    ['a document type', doctype + good.replace('>ann<', '>&b;<')],
    ['a document type in small letters', doctype.toLowerCase() + good],
    ['an external entity', `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${good}`],
    ['elements without end', responseOf('<a>'.repeat(999))],
    ['thousands of elements', responseOf('<a></a>'.repeat(9000))],
    ['thousands of attributes', responseOf(`<a ${Array.from({ length: 9000 }, (_, i) => `b${i}=""`).join(' ')}/>`)],
    ['U+0000', good.replace('>ann<', '>a\0n<')],
  ])('%s is refused at once', async (_, xml) => {
    const started = performance.now()
    await expect(read(xml)).rejects.toMatchObject(unreadable)
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
