import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { inBase64, responseOf, type Said, samlIdentityProvider } from '@/lib/operations/testing/saml-provider'
import { write } from '@/lib/store'
import { freshAccount } from '@/lib/store/testing'
import { identifyBySaml } from './saml-identity'

process.env.IAM_DOJO_SECRET ??= 'only for tests'

const now = new Date('2026-11-22T09:00:00.000Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const idp = samlIdentityProvider()

let account: string
let RoleArn: string
let PrincipalArn: string

beforeAll(async () => {
  account = await freshAccount()
  RoleArn = `arn:aws:iam::${account}:role/Student`
  PrincipalArn = await register('school')
})

async function register(name: string, more: { validUntil?: Date; metadata?: string } = {}) {
  const provider = { name, metadata: idp.metadata, createdAt: now, validUntil: null, encryptionMode: null }
  await write(account, ({ samlProviders }) => samlProviders.create({ ...provider, privateKeys: [], tags: [], ...more }))
  return `arn:aws:iam::${account}:saml-provider/${name}`
}

const said = ({ attributes, ...more }: Partial<Said> = {}): Said => ({
  at: now,
  attributes: { Role: `${RoleArn},${PrincipalArn}`, RoleSessionName: 'ann@example.com', ...attributes },
  ...more,
})

const identify = (SAMLAssertion: string, at = now, more: { RoleArn?: string; PrincipalArn?: string } = {}) =>
  identifyBySaml({ RoleArn, PrincipalArn, SAMLAssertion, ...more }, at)

const refused = (message: string) => ({ code: 'InvalidIdentityToken', status: 400, message })
const expired = (message: string) => ({ code: 'ExpiredTokenException', status: 400, message })
const unreadable = refused('The SAML response could not be read.')

describe('a good response', () => {
  it.each(['Assertion', 'Response'] as const)('tells whom the provider vouches for, by a signed %s', async (part) => {
    const issuer = 'https://idp.example.com/saml'
    const hash = createHash('sha1').update(`${issuer}${account}/school`).digest('base64')
    expect(await identify(idp.respond(said(), part))).toEqual({
      kind: 'saml',
      account,
      revision: expect.any(Number),
      arn: PrincipalArn,
      provider: PrincipalArn,
      issuer,
      subject: 'ann',
      subjectType: 'persistent',
      audience: 'https://signin.aws.amazon.com/saml',
      nameQualifier: hash,
      claims: {
        'saml:aud': 'https://signin.aws.amazon.com/saml',
        'saml:iss': issuer,
        'saml:sub': 'ann',
        'saml:sub_type': 'persistent',
        'saml:namequalifier': hash,
        'saml:doc': `${account}/school`,
      },
      tags: [],
      transitiveTagKeys: [],
      sourceIdentity: null,
      sessionName: 'ann@example.com',
      roles: [RoleArn],
      sessionUntil: null,
      credential: { kind: 'identity-token' },
    })
  })

  it('may offer several roles in either order, of which those of other providers do not count', async () => {
    const Role = [`${PrincipalArn}, ${RoleArn}`, `${RoleArn}2,${PrincipalArn}`, `${RoleArn}3,${PrincipalArn}2`, RoleArn]
    expect((await identify(idp.respond(said({ attributes: { Role } })))).roles).toEqual([RoleArn, `${RoleArn}2`])
  })

  it('may carry tags, a source identity and an end of the session', async () => {
    const attributes = {
      'PrincipalTag:team': 'dev',
      'PrincipalTag:cost center': '7',
      TransitiveTagKeys: ['team', 'cost center'],
      SourceIdentity: 'ann',
    }
    expect(await identify(idp.respond(said({ attributes, sessionUntil: later(60) })))).toMatchObject({
      tags: [
        { Key: 'team', Value: 'dev' },
        { Key: 'cost center', Value: '7' },
      ],
      transitiveTagKeys: ['team', 'cost center'],
      sourceIdentity: 'ann',
      sessionUntil: later(60),
    })
  })

  it('fills the keys of persons and organizations, and no others', async () => {
    const attributes = {
      'urn:oid:1.3.6.1.4.1.5923.1.1.1.1': ['student', 'member'],
      'urn:oid:2.5.4.3': 'Ann Lee',
      'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress': 'ann@example.com',
      'urn:oid:1.2.3': 'nobody asks',
    }
    const { claims } = await identify(idp.respond(said({ attributes })))
    expect(claims).toMatchObject({
      'saml:edupersonaffiliation': ['student', 'member'],
      'saml:cn': ['Ann Lee'],
      'saml:commonName': ['Ann Lee'],
      'saml:mail': ['ann@example.com'],
    })
    expect(JSON.stringify(claims)).not.toContain('nobody asks')
  })

  it.each([
    ['urn:oasis:names:tc:SAML:2.0:nameid-format:transient', 'transient'],
    [
      'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
      'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
    ],
  ])('has a subject of format %s, called %s', async (format, subjectType) => {
    const found = await identify(idp.respond(said({ format })))
    expect([found.subjectType, found.claims['saml:sub_type']]).toEqual([subjectType, subjectType])
  })

  it.each([
    'https://signin.aws.amazon.com/saml',
    'https://eu-west-1.signin.aws.amazon.com/saml',
    'https://eu-west-1.signin.aws.amazon.com/saml/acs/SAMLSP4SHORTUUID',
  ])('may be meant for and sent to %s', async (recipient) => {
    expect(await identify(idp.respond(said({ recipient, audience: recipient })))).toMatchObject({ audience: recipient })
  })

  it('may be used again within its five minutes, by clocks that differ a little', async () => {
    const response = idp.respond(said())
    for (const at of [now, later(-1), later(4.9)]) {
      expect(await identify(response, at)).toMatchObject({ subject: 'ann' })
    }
  })

  it('may have line breaks, and a comment cannot make another name of a subject', async () => {
    const response = idp.respond(said({ subject: 'ann@example.com<!-- -->.evil.example.org' }))
    expect(await identify(response.replace(/.{76}/g, '$&\r\n'))).toMatchObject({
      subject: 'ann@example.com.evil.example.org',
    })
  })
})

describe('a response is refused', () => {
  const audience = refused('Response does not contain the required audience.')
  const recipient = refused('Response does not contain the required recipient.')
  const sessionName = refused('RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}')
  const source = refused('Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"')

  it.each<[string, Partial<Said>, object]>([
    ['another issuer', { issuer: 'https://other' }, refused('Issuer not present in specified provider')],
    ['another audience', { audience: 'https://other' }, audience],
    ['two restrictions, one for another', { audience: ['urn:amazon:webservices', 'https://other'] }, audience],
    ['no restriction', { audience: [] }, audience],
    ['an audience that only looks like AWS', { audience: 'https://signin.aws.amazon.com/saml.evil.org' }, audience],
    ['another recipient', { recipient: 'https://other' }, recipient],
    ['a recipient that only ends like AWS', { recipient: 'https://evil.org/signin.aws.amazon.com/saml' }, recipient],
    ['conditions that are over', { until: later(-2), confirmedUntil: later(5) }, expired('Response has expired')],
    ['a confirmation that is over', { confirmedUntil: later(-2) }, expired('Response has expired')],
    ['a session that is over', { sessionUntil: now }, expired('Response has expired')],
    ['a time to come', { notBefore: later(2) }, refused('Response is not valid yet')],
    ['an issue that is to come', { issuedAt: later(2) }, refused('Response is not valid yet')],
    [
      'an issue of five minutes ago, whatever else it says',
      { issuedAt: later(-5), until: later(60) },
      expired('Token must be redeemed within 5 minutes of issuance'),
    ],
    ['no subject', { subject: '' }, refused('NameID is required in AuthnResponse')],
    ['a subject without end', { subject: 'a'.repeat(257) }, refused('NameID is required in AuthnResponse')],
    [
      'no session name',
      { attributes: { RoleSessionName: [] } },
      refused('RoleSessionName is required in AuthnResponse'),
    ],
    ['a bad session name', { attributes: { RoleSessionName: 'a b' } }, sessionName],
    ['a session name too long', { attributes: { RoleSessionName: 'a'.repeat(65) } }, sessionName],
    ['two session names', { attributes: { RoleSessionName: ['ann', 'bob'] } }, sessionName],
    ['a source identity of AWS', { attributes: { SourceIdentity: 'aws:ann' } }, source],
    ['two source identities', { attributes: { SourceIdentity: ['ann', 'bob'] } }, source],
    [
      'a tag of two values',
      { attributes: { 'PrincipalTag:team': ['a', 'b'] } },
      refused('https://aws.amazon.com/SAML/Attributes/PrincipalTag:team must have one value'),
    ],
  ])('with %s', async (_, wrong, expected) => {
    await expect(identify(idp.respond(said(wrong)))).rejects.toMatchObject(expected)
  })

  it('of a provider that the role’s account does not have', async () => {
    const unknown = refused("Specified provider doesn't exist.")
    const response = idp.respond(said())
    const elsewhere = `arn:aws:iam::${await freshAccount()}:role/Student`
    for (const wrong of [
      { PrincipalArn: `${PrincipalArn}2` },
      { PrincipalArn: PrincipalArn.replace('saml-provider', 'oidc-provider') },
      { RoleArn: elsewhere },
      { RoleArn: elsewhere, PrincipalArn: elsewhere.replace('role/Student', 'saml-provider/school') },
      { RoleArn: 'arn:aws:iam::000000000000:role/x', PrincipalArn: 'arn:aws:iam::000000000000:saml-provider/school' },
    ]) {
      await expect(identify(response, now, wrong)).rejects.toMatchObject(unknown)
    }
  })

  it('of a provider whose metadata no longer holds', async () => {
    const old = await register('old', { validUntil: now })
    await expect(identify(idp.respond(said()), now, { PrincipalArn: old })).rejects.toMatchObject(
      refused('The metadata of the specified provider is no longer valid.'),
    )
  })

  it.each([
    ['a blank', ' ', 'Invalid base64 SAMLResponse'],
    ['letters of no base64', '<Response/>', 'Invalid base64 SAMLResponse'],
    ['no XML', inBase64('hello'), unreadable.message],
    ['other XML', inBase64('<a/>'), 'Response signature invalid'],
    ['no assertion', inBase64(responseOf('')), unreadable.message],
  ])('that is %s', async (_, response, message) => {
    await expect(identify(response)).rejects.toMatchObject(refused(message))
  })

  it('in which the provider itself says no', async () => {
    const status = 'urn:oasis:names:tc:SAML:2.0:status:AuthnFailed'
    await expect(identify(inBase64(responseOf('', status)))).rejects.toMatchObject({
      code: 'IDPRejectedClaim',
      status: 403,
    })
  })
})
