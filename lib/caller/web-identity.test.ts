import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { providerName } from '@/lib/aws/provider-url'
import { write } from '@/lib/store'
import { forget } from '@/lib/store/slot'
import { freshAccount } from '@/lib/store/testing'
import { json, startIssuer } from './testing'
import { identifyByToken } from './web-identity'

const now = new Date('2026-11-22T09:00:00.000Z')
const seconds = now.getTime() / 1000
const later = (after: number) => new Date(now.getTime() + after * 1000)

let issuer: Awaited<ReturnType<typeof startIssuer>>
let account: string

beforeEach(async () => {
  forget('provider keys')
  issuer = await startIssuer()
  account = await freshAccount()
  await register(issuer.url)
})
afterEach(() => issuer.stop())

const register = (url: string, clientIds = ['dojo']) =>
  write(account, ({ openIdConnectProviders }) =>
    openIdConnectProviders.create({
      url: providerName(url) ?? '',
      clientIds,
      thumbprints: [],
      createdAt: now,
      tags: [],
    }),
  )

const identify = (WebIdentityToken: string, at = now, of = account) =>
  identifyByToken({ RoleArn: `arn:aws:iam::${of}:role/Deploy`, WebIdentityToken }, at)

const refused = (message: string) => ({ code: 'InvalidIdentityToken', status: 400, message })
const noKey = refused(
  "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
)
const invalid = refused('The web identity token that was passed could not be validated.')
const notJwt = refused('The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)')

describe('a good token', () => {
  it('tells whom the provider vouches for, and what policies may ask about', async () => {
    const name = issuer.url.replace('http://', '')
    const token = await issuer.token({ amr: ['mfa', 'pwd'], email: 'ann@example.com', repository: 'x', n: 1 }, now)
    const arn = `arn:aws:iam::${account}:oidc-provider/${name}`
    expect(await identify(token)).toEqual({
      kind: 'web-identity',
      account,
      revision: expect.any(Number),
      arn,
      provider: arn,
      providerName: name,
      subject: 'repo:dojo/app',
      audience: 'dojo',
      claims: {
        [`${name}:aud`]: 'dojo',
        [`${name}:sub`]: 'repo:dojo/app',
        [`${name}:amr`]: ['mfa', 'pwd'],
        [`${name}:email`]: 'ann@example.com',
      },
      tags: [],
      transitiveTagKeys: [],
      sourceIdentity: null,
      credential: { kind: 'identity-token' },
    })
  })

  it('may carry session tags and a source identity', async () => {
    const tags = { principal_tags: { team: ['dev'], 'cost center': ['7'] }, transitive_tag_keys: ['team'] }
    const source = { 'https://aws.amazon.com/source_identity': 'ann' }
    const token = await issuer.token({ 'https://aws.amazon.com/tags': tags, ...source }, now)
    expect(await identify(token)).toMatchObject({
      tags: [
        { Key: 'team', Value: 'dev' },
        { Key: 'cost center', Value: '7' },
      ],
      transitiveTagKeys: ['team'],
      sourceIdentity: 'ann',
    })
  })

  it('may be for several audiences, or for the party that azp names', async () => {
    expect(await identify(await issuer.token({ aud: ['other', 'dojo'] }, now))).toMatchObject({ audience: 'dojo' })
    const found = await identify(await issuer.token({ aud: 'account', azp: 'dojo' }, now))
    expect(found.claims).toMatchObject({
      [`${found.providerName}:aud`]: 'dojo',
      [`${found.providerName}:oaud`]: 'account',
    })
  })
})

describe('a token is refused', () => {
  it.each([
    ['nonsense', 'no.jwt.atall', notJwt],
    ['a word', 'word', notJwt],
  ])('when it is %s', async (_, token, expected) => {
    await expect(identify(token)).rejects.toMatchObject(expected)
    expect(issuer.asked).toEqual([])
  })

  it.each([
    ['another audience', { aud: 'other' }, refused('Incorrect token audience')],
    ['azp that is not registered', { azp: 'other' }, refused('Incorrect token audience')],
    ['no subject', { sub: undefined }, refused('Missing a required claim: sub')],
    ['an empty subject', { sub: '' }, refused('Missing a required claim: sub')],
    ['no audience', { aud: undefined }, refused('Missing a required claim: aud')],
    ['no end', { exp: undefined }, refused('Missing a required claim: exp')],
    ['a time to come', { nbf: seconds + 60 }, invalid],
    [
      'an end that has passed',
      { exp: seconds - 1 },
      {
        code: 'ExpiredTokenException',
        status: 400,
        message: `Token expired: current date/time ${seconds} must be before the expiration date/time ${seconds - 1}`,
      },
    ],
  ])('when it has %s', async (_, claims, expected) => {
    await expect(identify(await issuer.token(claims, now))).rejects.toMatchObject(expected)
  })

  it('when nobody signed it, or somebody else under the same name, or with the public key as a secret', async () => {
    const payload = { iss: issuer.url, sub: 'a', aud: 'dojo', iat: seconds, exp: seconds + 600 }
    await expect(identify(new UnsecuredJWT(payload).encode())).rejects.toMatchObject(invalid)
    const { privateKey } = await generateKeyPair('ES256')
    const forged = await new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'first' }).sign(privateKey)
    await expect(identify(forged)).rejects.toMatchObject(invalid)
    const secret = new TextEncoder().encode('x'.repeat(32))
    const symmetric = await new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid: 'first' }).sign(secret)
    await expect(identify(symmetric)).rejects.toMatchObject(invalid)
    const good = await issuer.token({}, now)
    const [head, , tail] = good.split('.')
    const other = Buffer.from(JSON.stringify({ ...payload, sub: 'admin' })).toString('base64url')
    await expect(identify([head, other, tail].join('.'))).rejects.toMatchObject(invalid)
  })

  it('when the account does not know its issuer, and then nothing is fetched', async () => {
    const stranger = await startIssuer()
    const unknown = refused(`No OpenIDConnect provider found in your account for ${stranger.url}`)
    await expect(identify(await stranger.token({}, now))).rejects.toMatchObject(unknown)
    const token = await issuer.token({}, now)
    const elsewhere = refused(`No OpenIDConnect provider found in your account for ${issuer.url}`)
    for (const other of [await freshAccount(), '000000000000']) {
      await expect(identify(token, now, other)).rejects.toMatchObject(elsewhere)
    }
    const secure = issuer.url.replace('http:', 'https:')
    await expect(identify(await issuer.token({ iss: secure }, now))).rejects.toMatchObject(
      refused(`No OpenIDConnect provider found in your account for ${secure}`),
    )
    expect([...stranger.asked, ...issuer.asked]).toEqual([])
    await stranger.stop()
  })
})

describe('the keys of a provider', () => {
  it('are fetched once for many tokens', async () => {
    const token = await issuer.token({}, now)
    await Promise.all([identify(token), identify(token), identify(token)])
    await identify(token, later(500))
    expect(issuer.asked).toEqual(['/.well-known/openid-configuration', '/keys'])
  })

  it('are fetched again for one that is not known, but not for every guess', async () => {
    const before = await issuer.token({}, now)
    await identify(before)
    await issuer.rotate('second')
    const after = await issuer.token({ exp: seconds + 6000 }, now)
    await expect(identify(after)).rejects.toMatchObject(noKey)
    expect(issuer.asked).toHaveLength(2)
    await identify(after, later(31))
    expect(issuer.asked).toHaveLength(4)
    await expect(identify(before, later(32))).rejects.toMatchObject(noKey)
    expect(issuer.asked).toHaveLength(4)
  })

  it.each([
    ['the discovery document is of another issuer', { issuer: 'https://example.com' }],
    ['it names no place', { jwks_uri: undefined }],
    ['the place is far away', { jwks_uri: 'https://example.com/keys' }],
    ['the place is a file', { jwks_uri: 'file:///etc/passwd' }],
    ['the keys are none', { jwks_uri: '/.well-known/openid-configuration' }],
  ])('are not had where %s', async (_, told) => {
    const configuration = { issuer: issuer.url, jwks_uri: `${issuer.url}/keys`, ...told }
    if (configuration.jwks_uri?.startsWith('/')) configuration.jwks_uri = issuer.url + configuration.jwks_uri
    issuer.answers.set('/.well-known/openid-configuration', (_, response) => json(response, configuration))
    await expect(identify(await issuer.token({}, now))).rejects.toMatchObject(noKey)
    expect(issuer.asked).not.toContain('/keys')
  })

  it('are not had from another port of this machine', async () => {
    const other = await startIssuer()
    issuer.answers.set('/.well-known/openid-configuration', (_, response) =>
      json(response, { issuer: issuer.url, jwks_uri: `${other.url}/keys` }),
    )
    await expect(identify(await issuer.token({}, now))).rejects.toMatchObject(noKey)
    expect(other.asked).toEqual([])
    await other.stop()
  })

  it('must be of an algorithm that AWS takes', async () => {
    await issuer.rotate('third', 'EdDSA')
    await expect(identify(await issuer.token({}, now))).rejects.toMatchObject(invalid)
    await issuer.rotate('fourth', 'RS256')
    await identify(await issuer.token({}, later(31)), later(31))
  })

  it('are not had by a redirect, from a long answer, or from one that is no JSON', async () => {
    const place = '/.well-known/openid-configuration'
    const token = await issuer.token({}, now)
    const wrong = [
      () => issuer.answers.set(place, (_, response) => response.writeHead(302, { location: '/elsewhere' }).end()),
      () =>
        issuer.answers.set(place, (_, response) =>
          json(response, { issuer: issuer.url, jwks_uri: `${issuer.url}/keys`, more: 'x'.repeat(70_000) }),
        ),
      () => issuer.answers.set(place, (_, response) => response.end('<html>')),
      () => issuer.answers.set(place, (_, response) => response.writeHead(404).end()),
      () => issuer.answers.set(place, (request) => request.socket.destroy()),
    ]
    for (const [index, set] of wrong.entries()) {
      set()
      await expect(identify(token, later(index * 11))).rejects.toMatchObject(noKey)
    }
    expect(issuer.asked).not.toContain('/elsewhere')
    expect(issuer.asked).toHaveLength(wrong.length)
    await expect(identify(token, later(45))).rejects.toMatchObject(noKey)
    expect(issuer.asked).toHaveLength(wrong.length)
  })

  it('of a provider far away that does not answer are worth another try', async () => {
    const url = 'https://nobody.invalid'
    await register(url)
    await expect(identify(await issuer.token({ iss: url }, now))).rejects.toMatchObject({
      code: 'IDPCommunicationError',
      status: 400,
    })
  })
})
