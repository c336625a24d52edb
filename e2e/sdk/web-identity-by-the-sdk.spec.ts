import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  AddClientIDToOpenIDConnectProviderCommand,
  CreateOpenIDConnectProviderCommand,
  CreateRoleCommand,
  CreateSAMLProviderCommand,
  DeleteOpenIDConnectProviderCommand,
  GetOpenIDConnectProviderCommand,
  type IAMClient,
  InvalidInputException,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam'
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3'
import {
  AssumeRoleWithWebIdentityCommand,
  type AssumeRoleWithWebIdentityCommandOutput,
  ExpiredTokenException,
  GetCallerIdentityCommand,
  InvalidIdentityTokenException,
  STSClient,
} from '@aws-sdk/client-sts'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { test as base, expect } from './fixtures'

type Issuer = { url: string; token(claims?: JWTPayload): Promise<string> }

/** A provider on this machine, with real keys, as a build server of one's own would be. */
const test = base.extend<{ issuer: Issuer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern.
  issuer: async ({}, use) => {
    const { publicKey, privateKey } = await generateKeyPair('ES256')
    const keys = [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256' }]
    const server = createServer((request, response) => {
      const isKeys = request.url === '/keys'
      response.end(JSON.stringify(isKeys ? { keys } : { issuer: url, jwks_uri: `${url}/keys` }))
    })
    const url = await listening(server)
    const token = (claims: JWTPayload = {}) => {
      const now = Math.floor(Date.now() / 1000)
      const usual = { iss: url, aud: 'sts.amazonaws.com', sub: 'repo:dojo/app:main', iat: now, exp: now + 300 }
      return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg: 'ES256', kid: 'k' }).sign(privateKey)
    }
    await use({ url, token })
    server.close()
  },
})

async function listening(server: Server): Promise<string> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const endpoint = () => `${process.env.E2E_URL}/aws`
const documentOf = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] })

/** A role that builds of one repository may assume, and that may list buckets. */
async function deployRole(iam: IAMClient, { url }: Issuer) {
  const { OpenIDConnectProviderArn: Federated = '' } = await iam.send(
    new CreateOpenIDConnectProviderCommand({ Url: url, ClientIDList: ['sts.amazonaws.com'] }),
  )
  const name = url.replace('http://', '')
  const AssumeRolePolicyDocument = documentOf({
    Principal: { Federated },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringLike: { [`${name}:sub`]: 'repo:dojo/app:*' },
      StringEquals: { [`${name}:aud`]: 'sts.amazonaws.com' },
    },
  })
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName: 'Deploy', AssumeRolePolicyDocument }))
  const PolicyDocument = documentOf({ Action: 's3:ListAllMyBuckets', Resource: '*' })
  await iam.send(new PutRolePolicyCommand({ RoleName: 'Deploy', PolicyName: 'own', PolicyDocument }))
  return { Federated, RoleArn: Role?.Arn ?? '' }
}

/** Asks without any credentials. */
const assume = (RoleArn: string, WebIdentityToken: string): Promise<AssumeRoleWithWebIdentityCommandOutput> =>
  new STSClient({ endpoint: endpoint(), region: 'eu-west-1' }).send(
    new AssumeRoleWithWebIdentityCommand({ RoleArn, RoleSessionName: 'build-7', WebIdentityToken }),
  )

test('a build gets a role by its token alone', async ({ iam, account, issuer }) => {
  const { RoleArn, Federated } = await deployRole(iam, issuer)
  const session = await assume(RoleArn, await issuer.token())
  expect(session).toMatchObject({ Provider: Federated, SubjectFromWebIdentityToken: 'repo:dojo/app:main' })
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken } = session.Credentials ?? {}
  const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken }
  const settings = { endpoint: endpoint(), region: 'eu-west-1', credentials }
  const who = await new STSClient(settings).send(new GetCallerIdentityCommand({}))
  expect(who.Arn).toBe(`arn:aws:sts::${account.id}:assumed-role/Deploy/build-7`)
  const s3 = new S3Client({ ...settings, forcePathStyle: true })
  await expect(s3.send(new ListBucketsCommand({}))).resolves.toMatchObject({ Buckets: [] })
})

test('a token of another repository, an old one and a stranger’s are refused', async ({ iam, issuer }) => {
  const { RoleArn, Federated } = await deployRole(iam, issuer)
  await expect(assume(RoleArn, await issuer.token({ sub: 'repo:dojo/other:main' }))).rejects.toMatchObject({
    name: 'AccessDenied',
    message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  })
  await expect(assume(RoleArn, await issuer.token({ exp: 1 }))).rejects.toBeInstanceOf(ExpiredTokenException)
  await expect(assume(RoleArn, await issuer.token({ aud: 'other' }))).rejects.toBeInstanceOf(
    InvalidIdentityTokenException,
  )
  await iam.send(
    new AddClientIDToOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: Federated, ClientID: 'other' }),
  )
  const { ClientIDList } = await iam.send(new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: Federated }))
  expect(ClientIDList).toEqual(['sts.amazonaws.com', 'other'])
  await iam.send(new DeleteOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: Federated }))
  await expect(assume(RoleArn, await issuer.token())).rejects.toMatchObject({
    message: `No OpenIDConnect provider found in your account for ${issuer.url}`,
  })
})

test('metadata that is no metadata makes no SAML provider', async ({ iam }) => {
  const SAMLMetadataDocument = '<not>metadata</not>'.padEnd(1000)
  const call = iam.send(new CreateSAMLProviderCommand({ Name: 'school', SAMLMetadataDocument }))
  await expect(call).rejects.toBeInstanceOf(InvalidInputException)
})
