import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  GetRoleCommand,
  GetUserCommand,
  IAMClient,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam'
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3'
import {
  AssumeRoleCommand,
  type Credentials,
  GetCallerIdentityCommand,
  GetFederationTokenCommand,
  GetSessionTokenCommand,
  STSClient,
} from '@aws-sdk/client-sts'
import { describe, expect, it } from 'vitest'
import { type SessionToken, sessionTokenPurpose } from '@/lib/access/caller'
import { sealToken, unsealToken } from '@/lib/secrets/token'
import { directory, writeEmptying } from '@/lib/store'
import { answer } from './answer'
import { canonicalRequest, sha256 } from './sigv4/canonical-request'
import { signatureOf, signingKey, stringToSign } from './sigv4/signing-key'
import { accountWithKey, facts, inProcess, type Key, now, signed } from './testing'

const settings = ({ id, secret, token }: Key & { token?: string }) => ({
  region: 'eu-west-1',
  endpoint: 'http://localhost:3000/aws',
  credentials: { accessKeyId: id, secretAccessKey: secret, sessionToken: token },
  requestHandler: inProcess,
  maxAttempts: 1,
})

const keyOf = ({ AccessKeyId = '', SecretAccessKey = '', SessionToken = '' }: Partial<Credentials> = {}) => ({
  id: AccessKeyId,
  secret: SecretAccessKey,
  token: SessionToken,
})

const invalid = { name: 'InvalidClientTokenId', message: 'The security token included in the request is invalid.' }
const identity = 'Action=GetCallerIdentity&Version=2011-06-15'
const allow = (Action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] })

/** An account with the user ann, her key, and a role that trusts her. */
async function school() {
  const { account, key } = await accountWithKey()
  const iam = new IAMClient(settings(key))
  const { User } = await iam.send(new CreateUserCommand({ UserName: 'ann' }))
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'ann' }))
  const Statement = [{ Effect: 'Allow', Principal: { AWS: User?.Arn }, Action: 'sts:AssumeRole' }]
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement })
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName: 'Reader', AssumeRolePolicyDocument }))
  const inline = { PolicyName: 'own', PolicyDocument: allow('iam:GetRole') }
  await iam.send(new PutRolePolicyCommand({ RoleName: 'Reader', ...inline }))
  await iam.send(new PutUserPolicyCommand({ UserName: 'ann', PolicyName: 'own', PolicyDocument: allow('s3:*') }))
  const ann = { id: AccessKey?.AccessKeyId ?? '', secret: AccessKey?.SecretAccessKey ?? '' }
  const assume = async () => {
    const input = { RoleArn: Role?.Arn, RoleSessionName: 'lesson' }
    return keyOf((await new STSClient(settings(ann)).send(new AssumeRoleCommand(input))).Credentials)
  }
  return { account, root: key, iam, ann, assume }
}

describe('temporary credentials', () => {
  it('sign calls of the official SDK, and their role knows that it was used', async () => {
    const { account, iam, assume } = await school()
    const session = await assume()
    const who = await new STSClient(settings(session)).send(new GetCallerIdentityCommand({}))
    expect(who).toMatchObject({ Account: account, Arn: `arn:aws:sts::${account}:assumed-role/Reader/lesson` })
    await new IAMClient(settings(session)).send(new GetRoleCommand({ RoleName: 'Reader' }))
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'Reader' }))
    expect(Role?.RoleLastUsed).toEqual({ LastUsedDate: expect.any(Date), Region: 'eu-west-1' })
    await expect(new IAMClient(settings(session)).send(new GetUserCommand({}))).rejects.toMatchObject({
      name: 'ValidationError',
      message: 'Must specify userName when calling with non-User credentials',
    })
  })

  it('carry the policies and tags that a call brought', async () => {
    const { root, iam } = await school()
    const Statement = { Effect: 'Allow', Principal: '*', Action: ['sts:AssumeRole', 'sts:TagSession'] }
    const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement })
    const { Role } = await iam.send(new CreateRoleCommand({ RoleName: 'Open', AssumeRolePolicyDocument }))
    const PolicyArns = [{ arn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess' }]
    const isDev = { StringEquals: { 'aws:PrincipalTag/team': 'dev' } }
    const PolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', Condition: isDev }],
    })
    await iam.send(new PutRolePolicyCommand({ RoleName: 'Open', PolicyName: 'own', PolicyDocument }))
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'ann' }))
    const ann = { id: AccessKey?.AccessKeyId ?? '', secret: AccessKey?.SecretAccessKey ?? '' }
    const session = await new STSClient(settings(ann)).send(
      new AssumeRoleCommand({
        RoleArn: Role?.Arn,
        RoleSessionName: 'lesson',
        PolicyArns,
        Tags: [{ Key: 'team', Value: 'dev' }],
        TransitiveTagKeys: ['team'],
      }),
    )
    expect(session.PackedPolicySize).toBeGreaterThan(0)
    const key = keyOf(session.Credentials)
    await new IAMClient(settings(key)).send(new GetRoleCommand({ RoleName: 'Open' }))
    await expect(
      new IAMClient(settings(key)).send(new DeleteAccessKeyCommand({ UserName: 'ann', AccessKeyId: root.id })),
    ).rejects.toMatchObject({ message: expect.stringContaining('because no session policy allows') })
  })

  it('outlive the key that got them', async () => {
    const { iam, ann } = await school()
    const { Credentials } = await new STSClient(settings(ann)).send(new GetSessionTokenCommand({}))
    await iam.send(new DeleteAccessKeyCommand({ UserName: 'ann', AccessKeyId: ann.id }))
    const s3 = new S3Client({ ...settings(keyOf(Credentials)), forcePathStyle: true })
    expect((await s3.send(new ListBucketsCommand({}))).Buckets ?? []).toEqual([])
    await expect(new STSClient(settings(ann)).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject(invalid)
  })

  it('are nothing without their token, and nothing with another one', async () => {
    const { ann, assume } = await school()
    const [session, other] = [await assume(), await assume()]
    const ask = (key: Key & { token?: string }) => new STSClient(settings(key)).send(new GetCallerIdentityCommand({}))
    const { id, secret } = session
    const changed = `${session.token.slice(0, -1)}${session.token.endsWith('A') ? 'B' : 'A'}`
    for (const key of [
      { id, secret },
      { ...session, token: other.token },
      { ...session, token: changed },
      { ...session, token: 'v1.' },
      { ...session, token: 'FwoGZXIvYXdzEBYaDexample' },
      { ...ann, token: session.token },
    ]) {
      await expect(ask(key)).rejects.toMatchObject(invalid)
    }
    await expect(ask({ ...session, secret: other.secret })).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' })
  })

  it('are over after their time', async () => {
    const { assume } = await school()
    const session = await assume()
    const content = unsealToken(session.token, sessionTokenPurpose) as SessionToken
    const token = sealToken({ ...content, expiresAt: now.getTime() }, sessionTokenPurpose)
    const headers: [string, string][] = [['x-amz-security-token', token]]
    const { status, body } = await answer(signed(session, { headers, service: 'sts', body: identity }), facts())
    expect([status, String(body)]).toEqual([
      403,
      expect.stringContaining(
        '<Code>ExpiredToken</Code><Message>The security token included in the request is expired</Message>',
      ),
    ])
    const s3 = await answer(signed(session, { headers, service: 's3', method: 'GET', path: '/aws/' }), facts())
    expect([s3.status, String(s3.body)]).toEqual([400, expect.stringContaining('<Code>ExpiredToken</Code>')])
  })

  it('die with their account', async () => {
    const { account, root, assume } = await school()
    const session = await assume()
    const { Credentials } = await new STSClient(settings(root)).send(new GetSessionTokenCommand({}))
    await directory().deleteAccount(account)
    const again = { id: account, email: `${account}@again.example`, rootPasswordHash: '', createdAt: new Date() }
    await directory().createAccount(again)
    for (const key of [session, keyOf(Credentials)]) {
      await expect(new STSClient(settings(key)).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject(invalid)
    }
  })

  it("end with a reset of their account, and with root's: the root key asks for others", async () => {
    const { account, root, ann, assume } = await school()
    const session = await assume()
    const asRoot = async () =>
      keyOf((await new STSClient(settings(root)).send(new GetSessionTokenCommand({}))).Credentials)
    const federated = await new STSClient(settings(root)).send(new GetFederationTokenCommand({ Name: 'guest' }))
    const before = [ann, session, await asRoot(), keyOf(federated.Credentials)]
    await writeEmptying(account, (store) => store.account.reset(new Date(Date.now() + 1)))
    for (const key of before) {
      await expect(new STSClient(settings(key)).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject(invalid)
    }
    const who = await new STSClient(settings(await asRoot())).send(new GetCallerIdentityCommand({}))
    expect(who.Arn).toBe(`arn:aws:iam::${account}:root`)
  })

  it('sign addresses, too', async () => {
    const { account, assume } = await school()
    const session = await assume()
    const at = new Date()
    const timestamp = at.toISOString().replace(/\.\d{3}|[-:]/g, '')
    const scope = { date: timestamp.slice(0, 8), region: 'eu-west-1', service: 'sts' }
    const presigned = (token: string) => {
      const unsigned = [
        'Action=GetCallerIdentity&Version=2011-06-15',
        'X-Amz-Algorithm=AWS4-HMAC-SHA256',
        `X-Amz-Credential=${session.id}%2F${scope.date}%2Feu-west-1%2Fsts%2Faws4_request`,
        `X-Amz-Date=${timestamp}&X-Amz-Expires=60`,
        `X-Amz-Security-Token=${encodeURIComponent(token)}`,
        'X-Amz-SignedHeaders=host',
      ].join('&')
      const headers: [string, string][] = [['host', 'localhost:3000']]
      const request = { method: 'GET', path: '/aws/', query: unsigned, headers, body: Buffer.alloc(0) }
      const content = { signedHeaders: ['host'], payloadHash: sha256(request.body), service: 'sts' }
      const toSign = stringToSign(timestamp, scope, canonicalRequest(request, content))
      const signature = signatureOf(signingKey(session.secret, scope), toSign)
      return answer({ ...request, query: `${unsigned}&X-Amz-Signature=${signature}` }, facts(at))
    }
    const { status, body } = await presigned(session.token)
    expect([status, String(body)]).toEqual([200, expect.stringContaining(`<Account>${account}</Account>`)])
    expect((await presigned('x')).status).toBe(403)
  })
})
