import { createHash, generateKeyPairSync } from 'node:crypto'
import {
  CreateServiceSpecificCredentialCommand,
  CreateUserCommand,
  DeleteConflictException,
  DeleteServerCertificateCommand,
  DeleteServiceSpecificCredentialCommand,
  DeleteSigningCertificateCommand,
  DeleteSSHPublicKeyCommand,
  DeleteUserCommand,
  DuplicateCertificateException,
  DuplicateSSHPublicKeyException,
  GetAccountSummaryCommand,
  GetServerCertificateCommand,
  GetSSHPublicKeyCommand,
  InvalidPublicKeyException,
  KeyPairMismatchException,
  LimitExceededException,
  ListServiceSpecificCredentialsCommand,
  ListSigningCertificatesCommand,
  MalformedCertificateException,
  NoSuchEntityException,
  paginateListServerCertificates,
  paginateListSSHPublicKeys,
  ResetServiceSpecificCredentialCommand,
  TagServerCertificateCommand,
  UnrecognizedPublicKeyEncodingException,
  UpdateServerCertificateCommand,
  UpdateServiceSpecificCredentialCommand,
  UpdateSigningCertificateCommand,
  UpdateSSHPublicKeyCommand,
  UploadServerCertificateCommand,
  UploadSigningCertificateCommand,
  UploadSSHPublicKeyCommand,
} from '@aws-sdk/client-iam'
import sshpk from 'sshpk'
import { expect, test } from './fixtures'

// Node finds no names in this module; its default has them all.
const { createSelfSignedCertificate, identityForHost, parsePrivateKey } = sshpk

const rsa = (modulusLength = 2048) => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength })
  const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
  return { pem, key: parsePrivateKey(pem, 'pem') }
}

const century = { validFrom: new Date('2026-01-01'), validUntil: new Date('2126-01-01') }

/** A certificate for a hundred years, and its key. */
function certificateOf(host: string) {
  const { pem, key } = rsa()
  const made = createSelfSignedCertificate(identityForHost(host), key, century)
  return { CertificateBody: made.toString('pem'), PrivateKey: pem }
}

test('an SSH key is added, read in both forms, rotated and removed', async ({ iam }) => {
  const UserName = 'ann'
  await iam.send(new CreateUserCommand({ UserName }))
  const key = rsa().key.toPublic()
  const add = (SSHPublicKeyBody: string) => iam.send(new UploadSSHPublicKeyCommand({ UserName, SSHPublicKeyBody }))
  const { SSHPublicKey } = await add(key.toString('ssh'))
  const wire = Buffer.from(key.toString('ssh').split(' ')[1] ?? '', 'base64')
  const digest = createHash('md5').update(wire).digest('hex')
  expect(SSHPublicKey?.Fingerprint).toBe(digest.match(/../g)?.join(':'))
  const named = { UserName, SSHPublicKeyId: SSHPublicKey?.SSHPublicKeyId }
  const get = (Encoding: 'SSH' | 'PEM') => iam.send(new GetSSHPublicKeyCommand({ ...named, Encoding }))
  expect((await get('SSH')).SSHPublicKey?.SSHPublicKeyBody).toBe(key.toString('ssh'))
  expect((await get('PEM')).SSHPublicKey?.SSHPublicKeyBody).toContain('-----BEGIN PUBLIC KEY-----')

  await expect(add(key.toString('pkcs8'))).rejects.toBeInstanceOf(DuplicateSSHPublicKeyException)
  await expect(add('ssh-ed25519 AAAA')).rejects.toBeInstanceOf(UnrecognizedPublicKeyEncodingException)
  await expect(add(rsa(1024).key.toPublic().toString('ssh'))).rejects.toBeInstanceOf(InvalidPublicKeyException)

  await iam.send(new UpdateSSHPublicKeyCommand({ ...named, Status: 'Inactive' }))
  await add(rsa().key.toPublic().toString('pkcs8'))
  const states: (string | undefined)[] = []
  for await (const page of paginateListSSHPublicKeys({ client: iam, pageSize: 1 }, { UserName })) {
    states.push(...(page.SSHPublicKeys ?? []).map(({ Status }) => Status))
  }
  expect(states.toSorted()).toEqual(['Active', 'Inactive'])
  await iam.send(new DeleteSSHPublicKeyCommand(named))
  await expect(get('SSH')).rejects.toBeInstanceOf(NoSuchEntityException)
  await expect(iam.send(new DeleteUserCommand({ UserName }))).rejects.toBeInstanceOf(DeleteConflictException)
})

test('a signing certificate keeps its user until it is deleted', async ({ iam }) => {
  const UserName = 'ann'
  await iam.send(new CreateUserCommand({ UserName }))
  const { CertificateBody } = certificateOf('ann.dojo.example')
  const upload = new UploadSigningCertificateCommand({ UserName, CertificateBody })
  const { Certificate } = await iam.send(upload)
  await expect(iam.send(upload)).rejects.toBeInstanceOf(DuplicateCertificateException)
  const hello = new UploadSigningCertificateCommand({ UserName, CertificateBody: 'hello' })
  await expect(iam.send(hello)).rejects.toBeInstanceOf(MalformedCertificateException)
  const named = { UserName, CertificateId: Certificate?.CertificateId }
  await iam.send(new UpdateSigningCertificateCommand({ ...named, Status: 'Inactive' }))
  const { Certificates } = await iam.send(new ListSigningCertificatesCommand({ UserName }))
  expect(Certificates).toEqual([{ ...Certificate, Status: 'Inactive' }])
  await expect(iam.send(new DeleteUserCommand({ UserName }))).rejects.toMatchObject({
    name: 'DeleteConflictException',
    message: 'Cannot delete entity, must delete certificates first.',
  })
  await iam.send(new DeleteSigningCertificateCommand(named))
  await iam.send(new DeleteUserCommand({ UserName }))
})

test('a password for Git and a key for a model are made, changed and taken away', async ({ iam, account }) => {
  for (const UserName of ['ann', 'bob']) await iam.send(new CreateUserCommand({ UserName }))
  const create = async (UserName: string, ServiceName: string, CredentialAgeDays?: number) => {
    const command = new CreateServiceSpecificCredentialCommand({ UserName, ServiceName, CredentialAgeDays })
    return (await iam.send(command)).ServiceSpecificCredential
  }
  const git = await create('ann', 'codecommit.amazonaws.com')
  expect(git).toMatchObject({ ServiceUserName: `ann-at-${account.id}`, Status: 'Active' })
  const model = await create('bob', 'bedrock.amazonaws.com', 30)
  expect(model).toMatchObject({ ServiceCredentialAlias: `bob-at-${account.id}`, ExpirationDate: expect.any(Date) })
  await expect(create('ann', 'lambda.amazonaws.com')).rejects.toBeInstanceOf(NoSuchEntityException)
  await create('ann', 'codecommit.amazonaws.com')
  await expect(create('ann', 'codecommit.amazonaws.com')).rejects.toBeInstanceOf(LimitExceededException)

  const named = { UserName: 'ann', ServiceSpecificCredentialId: git?.ServiceSpecificCredentialId }
  await iam.send(new UpdateServiceSpecificCredentialCommand({ ...named, Status: 'Inactive' }))
  const reset = await iam.send(new ResetServiceSpecificCredentialCommand(named))
  expect(reset.ServiceSpecificCredential?.ServicePassword).toMatch(/^.{59}=$/)
  expect(reset.ServiceSpecificCredential?.ServicePassword).not.toBe(git?.ServicePassword)
  const all: (string | undefined)[] = []
  // The SDK walks the pages of this list for nobody.
  for (let Marker: string | undefined, more = true; more; ) {
    const page = await iam.send(new ListServiceSpecificCredentialsCommand({ AllUsers: true, MaxItems: 1, Marker }))
    for (const one of page.ServiceSpecificCredentials ?? []) {
      all.push(`${one.UserName} ${one.ServiceName} ${one.Status}`)
      expect(one).not.toHaveProperty('ServicePassword')
    }
    Marker = page.Marker
    more = page.IsTruncated === true
  }
  const code = 'codecommit.amazonaws.com'
  expect(all.toSorted()).toEqual([`ann ${code} Active`, `ann ${code} Inactive`, 'bob bedrock.amazonaws.com Active'])
  await iam.send(new DeleteServiceSpecificCredentialCommand(named))
  const again = iam.send(new DeleteServiceSpecificCredentialCommand(named))
  await expect(again).rejects.toBeInstanceOf(NoSuchEntityException)
})

test('a server certificate is uploaded, renamed, tagged and deleted, and its key never comes back', async ({ iam }) => {
  const web = certificateOf('dojo.example')
  const upload = { ServerCertificateName: 'web', Path: '/edge/', ...web }
  const { ServerCertificateMetadata: made } = await iam.send(new UploadServerCertificateCommand(upload))
  expect(made?.Expiration).toEqual(century.validUntil)
  const wrongKey = { ...upload, ServerCertificateName: 'other', PrivateKey: rsa().pem }
  await expect(iam.send(new UploadServerCertificateCommand(wrongKey))).rejects.toBeInstanceOf(KeyPairMismatchException)

  const rename = { ServerCertificateName: 'WEB', NewServerCertificateName: 'www', NewPath: '/' }
  await iam.send(new UpdateServerCertificateCommand(rename))
  const named = { ServerCertificateName: 'www' }
  await iam.send(new TagServerCertificateCommand({ ...named, Tags: [{ Key: 'team', Value: 'edge' }] }))
  const { ServerCertificate } = await iam.send(new GetServerCertificateCommand(named))
  expect(ServerCertificate).toMatchObject({
    ServerCertificateMetadata: { ...named, Path: '/', ServerCertificateId: made?.ServerCertificateId },
    CertificateBody: web.CertificateBody,
    Tags: [{ Key: 'team', Value: 'edge' }],
  })
  expect(JSON.stringify(ServerCertificate)).not.toContain('PRIVATE KEY')
  const names: (string | undefined)[] = []
  for await (const page of paginateListServerCertificates({ client: iam }, {})) {
    names.push(...(page.ServerCertificateMetadataList ?? []).map((one) => one.ServerCertificateName))
  }
  expect(names).toEqual(['www'])
  expect((await iam.send(new GetAccountSummaryCommand({}))).SummaryMap).toMatchObject({ ServerCertificates: 1 })
  await iam.send(new DeleteServerCertificateCommand(named))
  await expect(iam.send(new GetServerCertificateCommand(named))).rejects.toBeInstanceOf(NoSuchEntityException)
})
