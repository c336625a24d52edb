import { CreateRoleCommand, CreateSAMLProviderCommand, type IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam'
import { ListBucketsCommand } from '@aws-sdk/client-s3'
import {
  AssumeRoleWithSAMLCommand,
  ExpiredTokenException,
  GetCallerIdentityCommand,
  InvalidIdentityTokenException,
  STSClient,
} from '@aws-sdk/client-sts'
import { expect, keyOf, s3For, stsFor, test } from './fixtures'
import { issuer, schoolIdentityProvider } from './school-identity-provider'

const documentOf = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] })

/** A role for whoever the school's provider vouches for, that may list buckets. */
async function studentRole(iam: IAMClient) {
  const provider = schoolIdentityProvider()
  const { SAMLProviderArn: PrincipalArn = '' } = await iam.send(
    new CreateSAMLProviderCommand({ Name: 'school', SAMLMetadataDocument: provider.metadata }),
  )
  const AssumeRolePolicyDocument = documentOf({
    Principal: { Federated: PrincipalArn },
    Action: 'sts:AssumeRoleWithSAML',
    Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml', 'saml:iss': issuer } },
  })
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName: 'Student', AssumeRolePolicyDocument }))
  const PolicyDocument = documentOf({ Action: 's3:ListAllMyBuckets', Resource: '*' })
  await iam.send(new PutRolePolicyCommand({ RoleName: 'Student', PolicyName: 'own', PolicyDocument }))
  const RoleArn = Role?.Arn ?? ''
  const attributes = { Role: `${RoleArn},${PrincipalArn}`, RoleSessionName: 'ann@school.example' }
  const told = (more: Record<string, string> = {}, at = new Date()) =>
    provider.assertion('ann', { ...attributes, ...more }, at)
  return { RoleArn, PrincipalArn, told }
}

/** Asks without any credentials. */
const assume = (input: { RoleArn: string; PrincipalArn: string; SAMLAssertion: string }) =>
  new STSClient({ endpoint: `${process.env.E2E_URL}/aws`, region: 'eu-west-1' }).send(
    new AssumeRoleWithSAMLCommand(input),
  )

test('a student gets a role by the assertion of the school alone', async ({ iam, account }) => {
  const { told, ...role } = await studentRole(iam)
  const session = await assume({ ...role, SAMLAssertion: told() })
  expect(session).toMatchObject({ Subject: 'ann', SubjectType: 'persistent', Issuer: issuer })
  const key = keyOf(session.Credentials)
  const who = await stsFor(key).send(new GetCallerIdentityCommand({}))
  expect(who.Arn).toBe(`arn:aws:sts::${account.id}:assumed-role/Student/ann@school.example`)
  await expect(s3For(key).send(new ListBucketsCommand({}))).resolves.toMatchObject({ Buckets: [] })
})

test('an assertion for another role, an old one and a changed one are refused', async ({ iam }) => {
  const { told, ...role } = await studentRole(iam)
  const other = told({ Role: `${role.RoleArn}2,${role.PrincipalArn}` })
  await expect(assume({ ...role, SAMLAssertion: other })).rejects.toMatchObject({
    name: 'AccessDenied',
    message: 'Not authorized to perform sts:AssumeRoleWithSAML',
  })
  const old = told({}, new Date(Date.now() - 310_000))
  await expect(assume({ ...role, SAMLAssertion: old })).rejects.toBeInstanceOf(ExpiredTokenException)
  const changed = Buffer.from(String(Buffer.from(told(), 'base64')).replace('>ann<', '>eve<')).toString('base64')
  const call = assume({ ...role, SAMLAssertion: changed })
  await expect(call).rejects.toBeInstanceOf(InvalidIdentityTokenException)
  await expect(call).rejects.toMatchObject({ message: 'Response signature invalid' })
})
