import * as iam from '@aws-sdk/client-iam'
import { beforeAll, describe, expect, it } from 'vitest'
import { openSsh, rsaKeys, selfSigned } from '@/lib/operations/testing/certificates'
import { samlMetadata } from '@/lib/operations/testing/saml'
import { accountWithKey, inProcess } from './testing'

const document = (...Action: string[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] })
const Tags = ['c', 'a', 'B'].map((Key) => ({ Key, Value: '' }))
const names = ['ann', 'Bob', 'cem']

let client: iam.IAMClient
let members: Record<string, unknown>

beforeAll(async () => {
  const { account, key } = await accountWithKey()
  client = new iam.IAMClient({
    region: 'eu-west-1',
    endpoint: 'http://localhost:3000/aws',
    credentials: { accessKeyId: key.id, secretAccessKey: key.secret },
    requestHandler: inProcess,
  })
  const arn = (thing: string) => `arn:aws:iam::${account}:${thing}`
  members = {
    UserName: 'ann',
    GroupName: 'ann',
    RoleName: 'ann',
    InstanceProfileName: 'ann',
    ServerCertificateName: 'ann',
    PolicyArn: arn('policy/ann'),
    PolicySourceArn: arn('user/ann'),
    SerialNumber: arn('mfa/ann'),
    OpenIDConnectProviderArn: arn('oidc-provider/example.com'),
    SAMLProviderArn: arn('saml-provider/ann'),
    ActionNames: ['s3:GetObject', 's3:PutObject', 'ec2:RunInstances'],
    PolicyInputList: [document('s3:*')],
  }
  await fill(account)
})

/** Three of everything that an account can list, all of it bound to what is called ann. */
async function fill(account: string) {
  for (const [at, name] of names.entries()) {
    const PolicyArn = `arn:aws:iam::${account}:policy/${name}`
    await client.send(new iam.CreateUserCommand({ UserName: name, Tags }))
    await client.send(new iam.CreateGroupCommand({ GroupName: name }))
    await client.send(new iam.CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: trusting(account), Tags }))
    await client.send(new iam.CreatePolicyCommand({ PolicyName: name, PolicyDocument: document('s3:*'), Tags }))
    await client.send(new iam.CreateInstanceProfileCommand({ InstanceProfileName: name, Tags }))
    await client.send(new iam.AddUserToGroupCommand({ GroupName: name, UserName: 'ann' }))
    await client.send(new iam.AddUserToGroupCommand({ GroupName: 'ann', UserName: name }))
    await client.send(new iam.AttachUserPolicyCommand({ UserName: 'ann', PolicyArn }))
    await client.send(new iam.AttachGroupPolicyCommand({ GroupName: 'ann', PolicyArn }))
    await client.send(new iam.AttachRolePolicyCommand({ RoleName: 'ann', PolicyArn }))
    const inline = { PolicyName: name, PolicyDocument: document('s3:*') }
    await client.send(new iam.PutUserPolicyCommand({ UserName: 'ann', ...inline }))
    await client.send(new iam.PutGroupPolicyCommand({ GroupName: 'ann', ...inline }))
    await client.send(new iam.PutRolePolicyCommand({ RoleName: 'ann', ...inline }))
    await client.send(new iam.AddRoleToInstanceProfileCommand({ InstanceProfileName: name, RoleName: 'ann' }))
    await client.send(new iam.CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: name, Tags }))
    await client.send(
      new iam.UploadSSHPublicKeyCommand({ UserName: 'ann', SSHPublicKeyBody: openSsh(rsaKeys(), name) }),
    )
    const { pem, privateKey } = selfSigned(name, { keys: rsaKeys() })
    const certificate = { ServerCertificateName: name, CertificateBody: pem, PrivateKey: privateKey, Tags }
    await client.send(new iam.UploadServerCertificateCommand(certificate))
    if (at === 2) continue
    await client.send(new iam.UploadSigningCertificateCommand({ UserName: 'ann', CertificateBody: pem }))
    await client.send(new iam.CreateAccessKeyCommand({ UserName: 'ann' }))
    await client.send(
      new iam.CreatePolicyVersionCommand({ PolicyArn: String(members.PolicyArn), PolicyDocument: document('s3:*') }),
    )
  }
  await client.send(new iam.CreateAccountAliasCommand({ AccountAlias: `pages-${account}` }))
  await client.send(new iam.CreateOpenIDConnectProviderCommand({ Url: 'https://example.com', Tags }))
  await client.send(new iam.CreateSAMLProviderCommand({ Name: 'ann', SAMLMetadataDocument: samlMetadata(), Tags }))
}

const trusting = (account: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:AssumeRole' }],
  })

type Page = Record<string, unknown>
type Paginate = (settings: { client: iam.IAMClient; pageSize?: number }, input: object) => AsyncIterable<Page>

// Each paginator has a type of its own; here they are all called with whatever their operation demands.
const paginators = Object.entries(iam).flatMap(([name, value]) =>
  name.startsWith('paginate') ? [[name, value as unknown as Paginate] as const] : [],
)

/** How many there are to list; three where nothing else is said. */
const counts: Record<string, number> = {
  paginateGetAccountAuthorizationDetails: 12,
  paginateListAccessKeys: 2,
  paginateListAccountAliases: 1,
  paginateListEntitiesForPolicy: 3,
  paginateListMFADevices: 0,
  paginateListSigningCertificates: 2,
}

/** Everything in the pages' lists, in order. */
async function walk(paginate: Paginate, pageSize?: number) {
  const found: string[] = []
  const Scope = paginate === (iam.paginateListPolicies as unknown) ? { Scope: 'Local' } : {}
  for await (const page of paginate({ client, pageSize }, { ...members, ...Scope })) {
    const items = Object.values(page).filter(Array.isArray).flat()
    expect(items.length).toBeLessThanOrEqual(pageSize ?? 100)
    expect(page.IsTruncated === true).toBe(page.Marker !== undefined)
    found.push(...items.map((item) => JSON.stringify(item)))
  }
  return found
}

describe('the pages of the official SDK', () => {
  it.each(paginators)('%s', async (name, paginate) => {
    const whole = await walk(paginate)
    expect(new Set(whole).size).toBe(counts[name] ?? 3)
    const inSteps = await walk(paginate, 1)
    expect(inSteps).toHaveLength(whole.length)
    expect(new Set(inSteps)).toEqual(new Set(whole))
  })

  it('go on where they were, whatever came in between', async () => {
    const seen: (string | undefined)[] = []
    for await (const { Users = [] } of iam.paginateListUsers({ client, pageSize: 1 }, { PathPrefix: '/' })) {
      seen.push(...Users.map(({ UserName }) => UserName))
      if (seen.length > 1) continue
      for (const UserName of ['Abe', 'zoe']) await client.send(new iam.CreateUserCommand({ UserName }))
    }
    expect(seen).toEqual([...names, 'zoe'])
    for (const UserName of ['Abe', 'zoe']) await client.send(new iam.DeleteUserCommand({ UserName }))
  })
})

describe('the waiters of the official SDK', () => {
  it('find what is there', async () => {
    const patience = { client, maxWaitTime: 5 }
    const waits = [
      iam.waitUntilUserExists(patience, { UserName: 'ann' }),
      iam.waitUntilRoleExists(patience, { RoleName: 'ann' }),
      iam.waitUntilInstanceProfileExists(patience, { InstanceProfileName: 'ann' }),
      iam.waitUntilPolicyExists(patience, { PolicyArn: String(members.PolicyArn) }),
    ]
    expect((await Promise.all(waits)).map(({ state }) => state)).toEqual(Array(4).fill('SUCCESS'))
  })
})
