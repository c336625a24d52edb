import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { actionCatalogue } from '@/lib/aws/catalogue/actions'
import { rehearse } from '@/lib/gate/perform'
import type { Operation } from './define'
import { attachUserPolicy } from './iam/attach-user-policy'
import { createGroup } from './iam/create-group'
import { createOpenIdConnectProvider } from './iam/create-open-id-connect-provider'
import { createPolicy } from './iam/create-policy'
import { createPolicyVersion } from './iam/create-policy-version'
import { createRole } from './iam/create-role'
import { createSamlProvider } from './iam/create-saml-provider'
import { createServiceSpecificCredential } from './iam/create-service-specific-credential'
import { putUserPermissionsBoundary } from './iam/put-user-permissions-boundary'
import { updateAccountPasswordPolicy } from './iam/update-account-password-policy'
import { operations } from './index'
import { createBucket } from './s3/create-bucket'
import { putObject } from './s3/put-object'
import { assumeRole } from './sts/assume-role'
import { getCallerIdentity } from './sts/get-caller-identity'
import { getSessionToken } from './sts/get-session-token'
import { allow, documentOf, type Lab, labWith, trusting } from './testing/lab'
import { newDevice } from './testing/mfa'
import { samlMetadata } from './testing/saml'

/** Something good for every member that an operation may demand. A new member needs a line here. */
const members: Record<string, unknown> = {
  AWSServiceName: 'autoscaling.amazonaws.com',
  AccessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  AuthenticationCode1: '123456',
  AuthenticationCode2: '234567',
  SerialNumber: 'arn:aws:iam::123456789012:mfa/phone', // in the lab's own account, too
  VirtualMFADeviceName: 'tablet',
  AccountAlias: 'everyone',
  ActionNames: ['s3:GetObject'],
  Arn: 'arn:aws:iam::123456789012:user/bob',
  AssumeRolePolicyDocument: trusting({ AWS: '123456789012' }),
  Body: new Uint8Array(1),
  Bucket: 'lab',
  CertificateBody: 'a certificate',
  CertificateId: 'ACERTIFICATEOFNOBODYEXAMPLE',
  CredentialAgeDays: 30,
  ClientID: 'dojo',
  DeletionTaskId: 'task/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS/1',
  Description: 'For everyone.',
  EncodedMessage: 'secret',
  Encoding: 'SSH',
  ExternalId: 'unit7',
  GroupName: 'devs',
  InstanceProfileName: 'servers',
  JobId: '00000000-0000-4000-8000-000000000000',
  Key: 'a',
  Name: 'okta',
  NewPassword: 'Corr3ct horse',
  OldPassword: 'Corr3ct horse',
  OpenIDConnectProviderArn: 'arn:aws:iam::123456789012:oidc-provider/example.com', // the lab's own, as below
  Password: 'Corr3ct horse',
  PermissionsBoundary: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
  PolicyArn: 'arn:aws:iam::123456789012:policy/Readers', // the lab's own account takes the place of this one
  PolicyDocument: documentOf(allow('s3:GetObject')),
  PolicyInputList: [documentOf(allow('s3:GetObject'))],
  PolicyName: 'Readers',
  PolicySourceArn: 'arn:aws:iam::123456789012:user/bob', // like this one
  PrincipalArn: 'arn:aws:iam::123456789012:saml-provider/entra',
  PrivateKey: 'a private key',
  ReplacementValues: { AWSServiceName: { Values: ['lambda.amazonaws.com'] } },
  RoleArn: 'arn:aws:iam::123456789012:role/deployer',
  RoleName: 'deployer',
  RoleSessionName: 'lesson',
  SAMLAssertion: 'bm90aGluZw==',
  SAMLMetadataDocument: samlMetadata(),
  SAMLProviderArn: 'arn:aws:iam::123456789012:saml-provider/entra', // the lab's own, as below
  SSHPublicKeyBody: 'ssh-rsa of nobody',
  SSHPublicKeyId: 'APKAXXXXXXXXXXXXXXXXX',
  ServerCertificateName: 'web',
  ServiceName: 'codecommit.amazonaws.com',
  ServiceSpecificCredentialId: 'ACCAXXXXXXXXXXXXXXXXX',
  ServiceNamespace: 's3',
  ServiceNamespaces: ['s3'],
  SourceIdentity: 'ann',
  Status: 'Inactive',
  TagKeys: ['team'],
  Tags: [{ Key: 'team', Value: 'dev' }],
  TargetPrincipal: '111122223333',
  TaskPolicyArn: { arn: 'arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials' },
  TemplateArn: 'arn:aws:iam::aws:role-template/iam.amazonaws.com/PowerUserRoleTemplate:1',
  ThumbprintList: ['a'.repeat(40)],
  TransitiveTagKeys: ['team'],
  Url: 'https://new.example.com',
  UserName: 'bob',
  VersionId: 'v2',
  WebIdentityToken: 'a.token.of-nobody',
  policyDocument: '{}',
  policyType: 'IDENTITY_POLICY',
}

let lab: Lab

beforeAll(async () => {
  lab = await labWith({ ann: [], bob: allow('s3:GetObject') })
  const PolicyDocument = documentOf(allow('s3:GetObject'))
  const PolicyArn = `arn:aws:iam::${lab.account}:policy/Readers`
  members.PolicyArn = PolicyArn
  members.Arn = lab.userArn('bob')
  members.PolicySourceArn = lab.userArn('bob')
  const oidc = await lab.root.perform(createOpenIdConnectProvider, { Url: 'https://example.com' })
  const saml = { Name: 'entra', SAMLMetadataDocument: samlMetadata() }
  members.SAMLProviderArn = (await lab.root.perform(createSamlProvider, saml)).SAMLProviderArn
  members.OpenIDConnectProviderArn = oidc.OpenIDConnectProviderArn
  await lab.root.perform(createPolicy, { PolicyName: 'Readers', PolicyDocument })
  await lab.root.perform(createPolicyVersion, { PolicyArn, PolicyDocument })
  await lab.root.perform(attachUserPolicy, { UserName: 'bob', PolicyArn })
  await lab.root.perform(createGroup, { GroupName: 'devs' })
  await lab.root.perform(updateAccountPasswordPolicy, {})
  members.SerialNumber = (await newDevice(lab, 'phone')).serial
  const boundary = { PermissionsBoundary: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }
  await lab.root.perform(putUserPermissionsBoundary, { UserName: 'bob', ...boundary })
  const role = { RoleName: 'deployer', AssumeRolePolicyDocument: trusting({ AWS: lab.account }), ...boundary }
  members.RoleArn = (await lab.root.perform(createRole, { ...role, Tags: [{ Key: 'team', Value: 'dev' }] })).Role.Arn
  const service = { UserName: 'bob', ServiceName: 'codecommit.amazonaws.com' }
  const { ServiceSpecificCredential } = await lab.root.perform(createServiceSpecificCredential, service)
  members.ServiceSpecificCredentialId = ServiceSpecificCredential.ServiceSpecificCredentialId
  await lab.root.perform(createBucket, { Bucket: 'lab' })
  await lab.root.perform(putObject, { Bucket: 'lab', Key: 'a', Body: new Uint8Array(1) })
})

/** The operation's input with the members that it demands, or with all that the table knows. */
function inputOf(operation: Operation, which: 'demanded' | 'known') {
  const { shape } = operation.input as z.ZodObject
  const wanted = Object.entries(shape).filter(([name, member]) => {
    const isOptional = (member as z.ZodType).safeParse(undefined).success
    if (!isOptional && !(name in members)) throw new Error(`${operation.name}: the table has no ${name}.`)
    return !isOptional || (which === 'known' && name in members)
  })
  return Object.fromEntries(wanted.map(([name]) => [name, members[name]]))
}

// AWS: who may not even do these could not prove who they are.
const needNoPermission: Operation[] = [getCallerIdentity, getSessionToken]

/** Keys about what there is not here: hardware, running instances, and what only a provider's token or a template tells. */
const unheld =
  /^iam:(FIDO|RegisterSecurityKey|AssociatedResourceArn|RoleTemplateARN)|^saml:|^[^:]+\.[^:]+:|^sts:RoleAuthorizedByIdp$/

/** The keys of the action in AWS's reference that the question's context does not have. */
function lackingKeys(action: string, context: ReadonlyMap<string, unknown>) {
  const held = [...context.keys()]
  const isHeld = (key: string) => {
    const [start = ''] = key.toLowerCase().split('${')
    return held.some((name) => (key.includes('${') ? name.startsWith(start) : name === start))
  }
  return (actionCatalogue().action(action)?.conditionKeys ?? []).filter((key) => !unheld.test(key) && !isHeld(key))
}

/** Everything that the account holds, without the events. */
async function holdings() {
  const { account, tables } = await lab.store().account.exportAll()
  return JSON.stringify({ account, ...tables, event: [] })
}

describe.each(operations.map((operation) => [`${operation.service}:${operation.name}`, operation] as const))(
  '%s',
  (_, operation) => {
    it('is refused to a user without permissions: one event, and nothing is written', async () => {
      const [before, eventsBefore] = [await holdings(), await lab.events()]
      const call = lab.as('ann').perform(operation, inputOf(operation, 'demanded'))
      const errorCode = needNoPermission.includes(operation) ? null : 'AccessDenied'
      expect(await call.then(() => null).catch(({ code }) => code)).toBe(errorCode)
      expect(await holdings()).toBe(before)
      const known = new Set(eventsBefore.map((event) => event.id))
      const left = (await lab.events()).filter((event) => !known.has(event.id))
      expect(left).toMatchObject([{ name: operation.name, userName: 'ann', errorCode }])
    })

    it('asks about actions that exist', async () => {
      // AWS: root may not assume roles at all, so nothing is asked.
      const asker = operation === assumeRole ? lab.as('bob') : lab.root
      await asker.perform(getCallerIdentity, {})
      for (const which of ['demanded', 'known'] as const) {
        const { answers } = await rehearse(operation, inputOf(operation, which), asker.world())
        expect(answers).not.toEqual([])
        for (const { question } of answers) {
          const found = actionCatalogue().action(question.action)
          expect(question.action).toBe(`${question.action.split(':')[0]}:${found?.name}`)
        }
      }
    })

    it("asks with all of the action's own condition keys", async () => {
      // Whoever comes with a provider's token is no caller of the lab's.
      if (!['iam', 'sts'].includes(operation.service) || /With(SAML|WebIdentity)$/.test(operation.name)) return
      const asker = operation === assumeRole ? lab.as('bob') : lab.root
      await asker.perform(getCallerIdentity, {})
      const { answers } = await rehearse(operation, inputOf(operation, 'known'), asker.world())
      const [first] = answers
      expect(first && lackingKeys(first.question.action, first.request.context)).toEqual([])
    })
  },
)
