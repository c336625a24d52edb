import {
  CreateServiceSpecificCredentialCommand,
  CreateUserCommand,
  DuplicateSSHPublicKeyException,
  GetServerCertificateCommand,
  GetSSHPublicKeyCommand,
  KeyPairMismatchException,
  ListServerCertificatesCommand,
  ListServiceSpecificCredentialsCommand,
  ListSigningCertificatesCommand,
  MalformedCertificateException,
  UpdateSigningCertificateCommand,
  UploadServerCertificateCommand,
  UploadSigningCertificateCommand,
  UploadSSHPublicKeyCommand,
} from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { openSsh, rsaKeys, selfSigned } from '@/lib/operations/testing/certificates'
import { iamClient } from './testing'

async function iamWithUser(UserName: string) {
  const { iam, account } = await iamClient()
  await iam.send(new CreateUserCommand({ UserName }))
  return { iam, account }
}

describe('credentials through the official SDK', () => {
  it('keep an SSH key whole', async () => {
    const { iam } = await iamWithUser('ann')
    const SSHPublicKeyBody = openSsh(rsaKeys(), 'ann@dojo: a+b <c> "d"')
    const upload = new UploadSSHPublicKeyCommand({ UserName: 'ann', SSHPublicKeyBody })
    const { SSHPublicKey } = await iam.send(upload)
    const { SSHPublicKeyId } = SSHPublicKey ?? {}
    const get = new GetSSHPublicKeyCommand({ UserName: 'ann', SSHPublicKeyId, Encoding: 'SSH' })
    expect((await iam.send(get)).SSHPublicKey).toEqual({ ...SSHPublicKey, SSHPublicKeyBody })
    expect(SSHPublicKey?.UploadDate).toBeInstanceOf(Date)
    await expect(iam.send(upload)).rejects.toBeInstanceOf(DuplicateSSHPublicKeyException)
  })

  it('keep a signing certificate whole, also with the line ends of other systems', async () => {
    const { iam } = await iamWithUser('ann')
    const CertificateBody = selfSigned('ann').pem.replaceAll('\n', '\r\n')
    const { Certificate } = await iam.send(new UploadSigningCertificateCommand({ UserName: 'ann', CertificateBody }))
    const { CertificateId } = Certificate ?? {}
    await iam.send(new UpdateSigningCertificateCommand({ UserName: 'ann', CertificateId, Status: 'Inactive' }))
    const { Certificates } = await iam.send(new ListSigningCertificatesCommand({ UserName: 'ann' }))
    expect(Certificates).toEqual([{ ...Certificate, CertificateBody, Status: 'Inactive' }])
    const hello = new UploadSigningCertificateCommand({ UserName: 'ann', CertificateBody: '<hello>' })
    await expect(iam.send(hello)).rejects.toBeInstanceOf(MalformedCertificateException)
  })

  it('tell when a key for a service ends', async () => {
    const { iam, account } = await iamWithUser('ann')
    const wanted = { UserName: 'ann', ServiceName: 'bedrock.amazonaws.com', CredentialAgeDays: 1 }
    const { ServiceSpecificCredential: made } = await iam.send(new CreateServiceSpecificCredentialCommand(wanted))
    expect(made?.ServiceCredentialSecret).toMatch(/^ABSK/)
    const [created, ends] = [made?.CreateDate?.getTime() ?? 0, made?.ExpirationDate?.getTime() ?? 0]
    expect(ends - created).toBe(24 * 60 * 60 * 1000)
    const list = await iam.send(new ListServiceSpecificCredentialsCommand({ AllUsers: true }))
    expect(list.ServiceSpecificCredentials).toMatchObject([{ ServiceCredentialAlias: `ann-at-${account}` }])
  })

  it('keep a server certificate whole, without its key', async () => {
    const { iam } = await iamWithUser('ann')
    const { pem: CertificateBody, privateKey: PrivateKey } = selfSigned('dojo.example')
    const upload = { ServerCertificateName: 'web', CertificateBody, PrivateKey, Tags: [{ Key: 'a', Value: 'b' }] }
    const { ServerCertificateMetadata: made } = await iam.send(new UploadServerCertificateCommand(upload))
    expect(made?.Expiration).toEqual(new Date('2126-01-01'))
    const { ServerCertificate } = await iam.send(new GetServerCertificateCommand({ ServerCertificateName: 'web' }))
    expect(ServerCertificate).toEqual({ ServerCertificateMetadata: made, CertificateBody, Tags: upload.Tags })
    const list = await iam.send(new ListServerCertificatesCommand({ PathPrefix: '/' }))
    expect(list).toMatchObject({ ServerCertificateMetadataList: [made], IsTruncated: false })
    const other = { ...upload, ServerCertificateName: 'other', PrivateKey: selfSigned('other').privateKey }
    await expect(iam.send(new UploadServerCertificateCommand(other))).rejects.toBeInstanceOf(KeyPairMismatchException)
  })
})
