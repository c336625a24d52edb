import {
  CreateOpenIDConnectProviderCommand,
  CreateRoleCommand,
  IAMClient,
  ListOpenIDConnectProvidersCommand,
  PutRolePolicyCommand,
  RemoveClientIDFromOpenIDConnectProviderCommand,
} from '@aws-sdk/client-iam'
import {
  AssumeRoleWithWebIdentityCommand,
  type AssumeRoleWithWebIdentityCommandInput,
  type Credentials,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts'
import type { JWTPayload } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startIssuer } from '@/lib/caller/testing'
import { flushEvents, read } from '@/lib/store'
import { answer } from './answer'
import { accountWithKey, facts, inProcess, type Key, signed } from './testing'

const settings = {
  region: 'eu-west-1',
  endpoint: 'http://localhost:3000/aws',
  requestHandler: inProcess,
  maxAttempts: 1,
}
const settingsOf = ({ id, secret, token }: Key & { token?: string }) => ({
  ...settings,
  credentials: { accessKeyId: id, secretAccessKey: secret, sessionToken: token },
})
const keyOf = ({ AccessKeyId = '', SecretAccessKey = '', SessionToken = '' }: Partial<Credentials> = {}) => ({
  id: AccessKeyId,
  secret: SecretAccessKey,
  token: SessionToken,
})

/** Signs nothing: it has nothing to sign with. */
const stranger = new STSClient(settings)

let issuer: Awaited<ReturnType<typeof startIssuer>>
let name: string

beforeAll(async () => {
  issuer = await startIssuer()
  name = issuer.url.replace('http://', '')
})
afterAll(() => issuer.stop())

/** An account that trusts the issuer, and a role for one branch of one repository that may list providers. */
async function school(Action: string | string[] = 'sts:AssumeRoleWithWebIdentity') {
  const { account, key } = await accountWithKey()
  const iam = new IAMClient(settingsOf(key))
  const provider = await iam.send(
    new CreateOpenIDConnectProviderCommand({ Url: issuer.url, ClientIDList: ['sts.amazonaws.com'] }),
  )
  const Federated = provider.OpenIDConnectProviderArn ?? ''
  const Condition = {
    StringEquals: { [`${name}:aud`]: 'sts.amazonaws.com' },
    StringLike: { [`${name}:sub`]: 'repo:dojo/app:*', 'sts:RoleSessionName': 'ci-*' },
  }
  const role = await trusting(iam, 'Deploy', { Principal: { Federated }, Action, Condition })
  await iam.send(
    new PutRolePolicyCommand({
      RoleName: 'Deploy',
      PolicyName: 'own',
      PolicyDocument: documentOf({
        Action: 'iam:ListOpenIDConnectProviders',
        Resource: '*',
        Condition: { StringEquals: { 'aws:FederatedProvider': Federated } },
      }),
    }),
  )
  return { account, key, iam, Federated, RoleArn: role }
}

const documentOf = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] })

async function trusting(iam: IAMClient, RoleName: string, statement: object) {
  const AssumeRolePolicyDocument = documentOf(statement)
  return (await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }))).Role?.Arn ?? ''
}

const tokenOf = (claims: JWTPayload = {}) =>
  issuer.token({ aud: 'sts.amazonaws.com', sub: 'repo:dojo/app:main', ...claims }, new Date())

const assume = async (RoleArn: string, more: Partial<AssumeRoleWithWebIdentityCommandInput> = {}, by = stranger) =>
  by.send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn,
      RoleSessionName: 'ci-7',
      WebIdentityToken: await tokenOf(),
      ...more,
    }),
  )

async function eventsOf(account: string) {
  await flushEvents()
  const rows = await read(account).events.all()
  return rows.filter((row) => row.name === 'AssumeRoleWithWebIdentity').map((row) => JSON.parse(row.record))
}

const denied = (action = 'sts:AssumeRoleWithWebIdentity') => ({
  name: 'AccessDenied',
  message: `Not authorized to perform ${action}`,
  $metadata: { httpStatusCode: 403 },
})

describe('AssumeRoleWithWebIdentity', () => {
  it('gives a stranger with a token the role, and the session knows its provider', async () => {
    const { account, RoleArn, Federated } = await school()
    const session = await assume(RoleArn, { DurationSeconds: 900 })
    expect(session).toMatchObject({
      SubjectFromWebIdentityToken: 'repo:dojo/app:main',
      Audience: 'sts.amazonaws.com',
      Provider: Federated,
      AssumedRoleUser: {
        AssumedRoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}:ci-7$/),
        Arn: `arn:aws:sts::${account}:assumed-role/Deploy/ci-7`,
      },
    })
    const lasts = (session.Credentials?.Expiration?.getTime() ?? 0) - Date.now()
    expect(lasts).toBeGreaterThan(890_000)
    expect(lasts).toBeLessThanOrEqual(900_000)
    const mine = settingsOf(keyOf(session.Credentials))
    const who = await new STSClient(mine).send(new GetCallerIdentityCommand({}))
    expect(who.Arn).toBe(`arn:aws:sts::${account}:assumed-role/Deploy/ci-7`)
    const { OpenIDConnectProviderList } = await new IAMClient(mine).send(new ListOpenIDConnectProvidersCommand({}))
    expect(OpenIDConnectProviderList).toEqual([{ Arn: Federated }])
  })

  it('leaves an event that names the subject and hides the token', async () => {
    const { account, RoleArn, Federated } = await school()
    const WebIdentityToken = await tokenOf()
    await assume(RoleArn, { WebIdentityToken })
    const [event, ...more] = await eventsOf(account)
    expect(more).toEqual([])
    expect(event).toMatchObject({
      eventSource: 'sts.amazonaws.com',
      userIdentity: {
        type: 'WebIdentityUser',
        principalId: `${Federated}:sts.amazonaws.com:repo:dojo/app:main`,
        userName: 'repo:dojo/app:main',
        identityProvider: Federated,
      },
      requestParameters: { roleArn: RoleArn, webIdentityToken: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
      responseElements: { subjectFromWebIdentityToken: 'repo:dojo/app:main' },
    })
    expect(JSON.stringify(event)).not.toContain(WebIdentityToken)
  })

  it.each([
    ['another repository', { sub: 'repo:dojo/other:main' }, {}],
    ['another session name', {}, { RoleSessionName: 'x7' }],
    ['a role that is not there', {}, { RoleArn: 'Nobody' }],
    ['a role that trusts somebody else', {}, { RoleArn: 'Other' }],
  ])('is refused to %s in the same words, with an event', async (_, claims, more) => {
    const { account, iam, RoleArn } = await school()
    const Federated = `arn:aws:iam::${account}:oidc-provider/example.com`
    await trusting(iam, 'Other', { Principal: { Federated }, Action: 'sts:AssumeRoleWithWebIdentity' })
    const input = { ...more, WebIdentityToken: await tokenOf(claims) }
    if ('RoleArn' in input) input.RoleArn = RoleArn.replace('Deploy', String(input.RoleArn))
    await expect(assume(RoleArn, input)).rejects.toMatchObject(denied())
    expect(await eventsOf(account)).toMatchObject([{ errorCode: 'AccessDenied' }])
  })

  it('is refused where the trust policy speaks of another action, and to a provider that is gone', async () => {
    const { iam, RoleArn, Federated } = await school('sts:AssumeRoleWithSAML')
    await expect(assume(RoleArn)).rejects.toMatchObject(denied())
    const input = { OpenIDConnectProviderArn: Federated, ClientID: 'sts.amazonaws.com' }
    await iam.send(new RemoveClientIDFromOpenIDConnectProviderCommand(input))
    await expect(assume(RoleArn)).rejects.toMatchObject({
      name: 'InvalidIdentityTokenException',
      message: 'Incorrect token audience',
      $metadata: { httpStatusCode: 400 },
    })
  })

  it('needs sts:TagSession for a token with tags, and the tags are the session’s', async () => {
    const carried = { 'https://aws.amazon.com/tags': { principal_tags: { team: ['dev'] } } }
    const WebIdentityToken = await tokenOf(carried)
    const { RoleArn } = await school()
    await expect(assume(RoleArn, { WebIdentityToken })).rejects.toMatchObject(denied('sts:TagSession'))
    const tagged = await school(['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'])
    expect((await assume(tagged.RoleArn, { WebIdentityToken })).PackedPolicySize).toBeGreaterThan(0)
    const bad = await tokenOf({ 'https://aws.amazon.com/tags': { principal_tags: { 'a*': ['x'] } } })
    await expect(assume(tagged.RoleArn, { WebIdentityToken: bad })).rejects.toMatchObject({ name: 'ValidationError' })
  })

  it('is limited by the policy that is passed', async () => {
    const { RoleArn } = await school()
    const Policy = documentOf({ Action: 's3:*', Resource: '*' })
    const session = await assume(RoleArn, { Policy })
    const limited = new IAMClient(settingsOf(keyOf(session.Credentials)))
    await expect(limited.send(new ListOpenIDConnectProvidersCommand({}))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('because no session policy allows'),
    })
  })

  it('takes no signature for a token: neither a good one nor a bad one helps', async () => {
    const { account, key, iam, RoleArn } = await school()
    const open = await trusting(iam, 'Open', { Principal: '*', Action: 'sts:*' }).catch(() => RoleArn)
    const form = (token: string, role: string) =>
      `Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleSessionName=ci-7&RoleArn=${role}&WebIdentityToken=${token}`
    for (const role of [RoleArn, open]) {
      const bad = await answer(signed(key, { body: form('not.a.token', role), service: 'sts' }), facts())
      expect([bad.status, String(bad.body)]).toEqual([400, expect.stringContaining('InvalidIdentityToken')])
    }
    expect((await eventsOf(account)).map(({ errorCode }) => errorCode)).toEqual(Array(2).fill('InvalidIdentityToken'))
    const token = await issuer.token({ aud: 'sts.amazonaws.com', sub: 'repo:dojo/app:main' }, facts().now)
    const good = await answer(signed(key, { body: form(token, RoleArn), service: 'sts' }), facts())
    expect(good.status).toBe(200)
    const made = (await eventsOf(account)).filter(({ errorCode }) => errorCode === undefined)
    expect(made).toMatchObject([{ userIdentity: { type: 'WebIdentityUser', userName: 'repo:dojo/app:main' } }])
  })

  it('leaves an event of a bad token in the account of the role, and none where there is no such role', async () => {
    const { account, RoleArn } = await school()
    const WebIdentityToken = await tokenOf({ aud: 'somebody.else' })
    const bad = { name: 'InvalidIdentityTokenException' }
    await expect(assume(RoleArn, { WebIdentityToken })).rejects.toMatchObject(bad)
    await expect(assume(RoleArn.replace('Deploy', 'Nobody'), { WebIdentityToken })).rejects.toMatchObject(bad)
    await expect(assume(RoleArn.replace(account, '000000000000'), { WebIdentityToken })).rejects.toMatchObject(bad)
    const [event, ...more] = await eventsOf(account)
    expect(more).toEqual([])
    expect(event).toMatchObject({
      userIdentity: { type: 'WebIdentityUser' },
      errorCode: 'InvalidIdentityToken',
      errorMessage: 'Incorrect token audience',
      requestParameters: { roleArn: RoleArn, webIdentityToken: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
      responseElements: null,
      resources: [{ type: 'AWS::IAM::Role', name: RoleArn }],
      recipientAccountId: account,
    })
    expect(event.userIdentity).toEqual({ type: 'WebIdentityUser' })
    expect(JSON.stringify(event)).not.toContain(WebIdentityToken)
  })

  it.each([
    [{ RoleArn: 'nothing-valid-in-here' }, 'ValidationError'],
    [{ RoleSessionName: 'a b' }, 'ValidationError'],
    [{ DurationSeconds: 899 }, 'ValidationError'],
    [{ DurationSeconds: 7200 }, 'ValidationError'],
    [{ ProviderId: 'www.amazon.com' }, 'ValidationError'],
    [{ WebIdentityToken: 'x'.repeat(20_001) }, 'ValidationError'],
    [{ WebIdentityToken: 'Atza|token' }, 'InvalidIdentityTokenException'],
  ])('does not take %o', async (wrong, code) => {
    const { RoleArn } = await school()
    await expect(assume(RoleArn, wrong)).rejects.toMatchObject({ name: code, $metadata: { httpStatusCode: 400 } })
  })
})

describe('without a signature', () => {
  const unsigned = (body: string) =>
    answer(
      { method: 'POST', path: '/aws', query: '', headers: [['host', 'localhost:3000']], body: Buffer.from(body) },
      facts(),
    )

  it.each([
    'Action=GetCallerIdentity&Version=2011-06-15',
    'Action=AssumeRole&Version=2011-06-15',
    'Action=AssumeRoleWithSAML&Version=2010-05-08',
    'Action=AssumeRoleWithWebIdentity&Version=2010-05-08',
    'Action=ListUsers&Version=2010-05-08',
    'Version=2011-06-15',
    '',
  ])('%s is not answered', async (body) => {
    const { status, body: content } = await unsigned(body)
    expect([status, String(content)]).toEqual([403, expect.stringContaining('<Code>MissingAuthenticationToken</Code>')])
  })

  it.each(['WebIdentity', 'SAML'])('AssumeRoleWith%s without its members is told which', async (token) => {
    const { status, body } = await unsigned(`Action=AssumeRoleWith${token}&Version=2011-06-15`)
    expect([status, String(body)]).toEqual([400, expect.stringContaining('3 validation errors detected')])
  })
})
