import {
  CreateRoleCommand,
  CreateSAMLProviderCommand,
  IAMClient,
  ListSAMLProvidersCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam'
import {
  AssumeRoleWithSAMLCommand,
  type AssumeRoleWithSAMLCommandInput,
  type Credentials,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts'
import { describe, expect, it } from 'vitest'
import { type Said, samlIdentityProvider } from '@/lib/operations/testing/saml-provider'
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
const holding = ({ AccessKeyId = '', SecretAccessKey = '', SessionToken = '' }: Partial<Credentials> = {}) =>
  settingsOf({ id: AccessKeyId, secret: SecretAccessKey, token: SessionToken })

/** Signs nothing: it has nothing to sign with. */
const stranger = new STSClient(settings)
const idp = samlIdentityProvider()

const documentOf = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] })

/** An account that trusts the provider, and a role for its students that may list providers. */
async function school(Action: string | string[] = 'sts:AssumeRoleWithSAML', more: object = {}) {
  const { account, key } = await accountWithKey()
  const iam = new IAMClient(settingsOf(key))
  const metadata = { Name: 'school', SAMLMetadataDocument: idp.metadata }
  const { SAMLProviderArn: Federated = '' } = await iam.send(new CreateSAMLProviderCommand(metadata))
  const Condition = {
    StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml', 'saml:doc': `${account}/school`, ...more },
    'ForAnyValue:StringLike': { 'saml:edupersonaffiliation': 'student' },
  }
  const AssumeRolePolicyDocument = documentOf({ Principal: { Federated }, Action, Condition })
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName: 'Student', AssumeRolePolicyDocument }))
  const PolicyDocument = documentOf({
    Action: 'iam:ListSAMLProviders',
    Resource: '*',
    Condition: {
      StringEquals: { 'aws:FederatedProvider': Federated, 'saml:sub': 'ann', 'saml:sub_type': 'persistent' },
    },
  })
  await iam.send(new PutRolePolicyCommand({ RoleName: 'Student', PolicyName: 'own', PolicyDocument }))
  const RoleArn = Role?.Arn ?? ''
  const respond = ({ attributes, ...said }: Partial<Said> = {}) =>
    idp.respond({
      at: new Date(),
      attributes: {
        Role: `${Federated},${RoleArn}`,
        RoleSessionName: 'ann',
        'urn:oid:1.3.6.1.4.1.5923.1.1.1.1': ['member', 'student'],
        ...attributes,
      },
      ...said,
    })
  const assume = (wanted: Partial<AssumeRoleWithSAMLCommandInput> = {}) =>
    stranger.send(
      new AssumeRoleWithSAMLCommand({ RoleArn, PrincipalArn: Federated, SAMLAssertion: respond(), ...wanted }),
    )
  return { account, key, iam, RoleArn, Federated, respond, assume }
}

async function eventsOf(account: string) {
  await flushEvents()
  const rows = await read(account).events.all()
  return rows.filter((row) => row.name === 'AssumeRoleWithSAML').map((row) => JSON.parse(row.record))
}

const denied = (action = 'sts:AssumeRoleWithSAML') => ({
  name: 'AccessDenied',
  message: `Not authorized to perform ${action}`,
  $metadata: { httpStatusCode: 403 },
})

/** Whether a session lasts so many seconds, but for those that the test took. */
function isAbout(seconds: number, { Credentials: given }: { Credentials?: Credentials }) {
  const left = ((given?.Expiration?.getTime() ?? 0) - Date.now()) / 1000
  return left <= seconds && left > seconds - 60
}

describe('AssumeRoleWithSAML', () => {
  it('gives a stranger with an assertion the role, and the session knows its provider', async () => {
    const { account, assume, Federated } = await school()
    const session = await assume()
    expect(session).toMatchObject({
      Subject: 'ann',
      SubjectType: 'persistent',
      Issuer: 'https://idp.example.com/saml',
      Audience: 'https://signin.aws.amazon.com/saml',
      NameQualifier: expect.stringMatching(/^[A-Za-z0-9+/]{27}=$/),
      AssumedRoleUser: {
        AssumedRoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}:ann$/),
        Arn: `arn:aws:sts::${account}:assumed-role/Student/ann`,
      },
    })
    expect(isAbout(3600, session)).toBe(true)
    const who = await new STSClient(holding(session.Credentials)).send(new GetCallerIdentityCommand({}))
    expect(who.Arn).toBe(`arn:aws:sts::${account}:assumed-role/Student/ann`)
    const listed = await new IAMClient(holding(session.Credentials)).send(new ListSAMLProvidersCommand({}))
    expect(listed.SAMLProviderList).toMatchObject([{ Arn: Federated }])
  })

  it('leaves an event that names the person and hides the assertion', async () => {
    const { account, assume, RoleArn, Federated, respond } = await school()
    const SAMLAssertion = respond()
    const { NameQualifier } = await assume({ SAMLAssertion })
    const [event, ...more] = await eventsOf(account)
    expect(more).toEqual([])
    expect(event).toMatchObject({
      eventSource: 'sts.amazonaws.com',
      userIdentity: {
        type: 'SAMLUser',
        principalId: `${NameQualifier}:ann`,
        userName: 'ann',
        identityProvider: NameQualifier,
      },
      resources: [
        { type: 'AWS::IAM::Role', name: RoleArn },
        { type: 'AWS::IAM::SAMLProvider', name: Federated },
      ],
      requestParameters: { roleArn: RoleArn, sAMLAssertion: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
      responseElements: { subject: 'ann', subjectType: 'persistent' },
    })
    expect(JSON.stringify(event)).not.toContain(SAMLAssertion.slice(0, 100))
  })

  it('lasts as long as is asked for, and ends where the provider wants', async () => {
    const { assume, respond } = await school()
    expect(isAbout(900, await assume({ DurationSeconds: 900 }))).toBe(true)
    const SAMLAssertion = respond({ sessionUntil: new Date(Date.now() + 600_000) })
    expect(isAbout(600, await assume({ SAMLAssertion }))).toBe(true)
    const sooner = respond({ attributes: { SessionDuration: '43200' } })
    expect(isAbout(3600, await assume({ SAMLAssertion: sooner }))).toBe(true)
  })

  it.each([
    ['is no student', { attributes: { 'urn:oid:1.3.6.1.4.1.5923.1.1.1.1': 'staff' } }],
    ['was sent elsewhere', { recipient: 'https://eu-west-1.signin.aws.amazon.com/saml' }],
    ['may not have this role', { attributes: { Role: [] } }],
  ])('is refused to whoever %s in the same words, with an event', async (_, said: Partial<Said>) => {
    const { account, assume, respond } = await school()
    await expect(assume({ SAMLAssertion: respond(said) })).rejects.toMatchObject(denied())
    expect(await eventsOf(account)).toMatchObject([{ errorCode: 'AccessDenied' }])
  })

  it('is refused for a role that is not there, or whose trust policy speaks of another action or provider', async () => {
    const { assume, respond, RoleArn, Federated } = await school()
    const gone = `${RoleArn}2`
    const SAMLAssertion = respond({ attributes: { Role: `${gone},${Federated}` } })
    await expect(assume({ RoleArn: gone, SAMLAssertion })).rejects.toMatchObject(denied())
    for (const other of [await school('sts:AssumeRoleWithWebIdentity'), await school('sts:TagSession')]) {
      await expect(other.assume()).rejects.toMatchObject(denied())
    }
  })

  it('needs more of the trust policy for tags and for a source identity, which are then the session’s', async () => {
    const attributes = { 'PrincipalTag:team': 'dev', TransitiveTagKeys: 'team', SourceIdentity: 'ann.lee' }
    const plain = await school()
    await expect(plain.assume({ SAMLAssertion: plain.respond({ attributes }) })).rejects.toMatchObject(
      denied('sts:TagSession'),
    )
    const named = { attributes: { SourceIdentity: 'ann.lee' } }
    await expect(plain.assume({ SAMLAssertion: plain.respond(named) })).rejects.toMatchObject(
      denied('sts:SetSourceIdentity'),
    )
    const open = await school(['sts:AssumeRoleWithSAML', 'sts:TagSession', 'sts:SetSourceIdentity'], {
      'aws:RequestTag/team': 'dev',
      'sts:SourceIdentity': 'ann.lee',
    })
    const session = await open.assume({ SAMLAssertion: open.respond({ attributes }) })
    expect(session).toMatchObject({ SourceIdentity: 'ann.lee', PackedPolicySize: expect.any(Number) })
    const bad = open.respond({ attributes: { ...attributes, 'PrincipalTag:a*': 'x' } })
    await expect(open.assume({ SAMLAssertion: bad })).rejects.toMatchObject({ name: 'ValidationError' })
  })

  it('is limited by the policy that is passed', async () => {
    const { assume } = await school()
    const session = await assume({ Policy: documentOf({ Action: 's3:*', Resource: '*' }) })
    await expect(
      new IAMClient(holding(session.Credentials)).send(new ListSAMLProvidersCommand({})),
    ).rejects.toMatchObject({ message: expect.stringContaining('because no session policy allows') })
  })

  it('takes no signature for an assertion', async () => {
    const { account, key, RoleArn, Federated, respond } = await school()
    const form = (SAMLAssertion: string) =>
      new URLSearchParams({
        Action: 'AssumeRoleWithSAML',
        Version: '2011-06-15',
        RoleArn,
        PrincipalArn: Federated,
        SAMLAssertion,
      }).toString()
    const bad = await answer(signed(key, { body: form('bm90aGluZw=='), service: 'sts' }), facts())
    expect([bad.status, String(bad.body)]).toEqual([400, expect.stringContaining('InvalidIdentityToken')])
    expect(await eventsOf(account)).toMatchObject([
      { errorCode: 'InvalidIdentityToken', userIdentity: { type: 'SAMLUser' }, responseElements: null },
    ])
    const good = await answer(signed(key, { body: form(respond({ at: facts().now })), service: 'sts' }), facts())
    expect(good.status).toBe(200)
    const made = (await eventsOf(account)).filter(({ errorCode }) => errorCode === undefined)
    expect(made).toMatchObject([{ userIdentity: { type: 'SAMLUser', userName: expect.any(String) } }])
  })

  it.each([
    [{ RoleArn: 'nothing-valid-in-here' }, 'ValidationError'],
    [{ PrincipalArn: 'nothing-valid-in-here' }, 'ValidationError'],
    [{ SAMLAssertion: 'abc' }, 'ValidationError'],
    [{ SAMLAssertion: 'x'.repeat(100_001) }, 'ValidationError'],
    [{ DurationSeconds: 899 }, 'ValidationError'],
    [{ DurationSeconds: 7200 }, 'ValidationError'],
    [{ SAMLAssertion: 'not base64' }, 'InvalidIdentityTokenException'],
    [{ PrincipalArn: 'arn:aws:iam::123456789012:saml-provider/none' }, 'InvalidIdentityTokenException'],
  ])('does not take %o', async (wrong, name) => {
    const { assume } = await school()
    await expect(assume(wrong)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } })
  })

  it('tells an assertion that is too old from one that is no good', async () => {
    const { assume, respond } = await school()
    const old = respond({ issuedAt: new Date(Date.now() - 301_000) })
    await expect(assume({ SAMLAssertion: old })).rejects.toMatchObject({
      name: 'ExpiredTokenException',
      message: 'Token must be redeemed within 5 minutes of issuance',
      $metadata: { httpStatusCode: 400 },
    })
  })
})
