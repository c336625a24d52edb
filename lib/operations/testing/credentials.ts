import { createServiceSpecificCredential } from '../iam/create-service-specific-credential'
import { uploadSigningCertificate } from '../iam/upload-signing-certificate'
import { uploadSshPublicKey } from '../iam/upload-ssh-public-key'
import { rsaKeys, selfSigned } from './certificates'
import type { Lab } from './lab'

/** Gives a user one credential of every kind beside passwords and access keys, and tells their IDs. */
export async function giveCredentials({ root }: Lab, UserName: string) {
  const ssh = await root.perform(uploadSshPublicKey, { UserName, SSHPublicKeyBody: rsaKeys().publicKey })
  const CertificateBody = selfSigned(UserName).pem
  const { Certificate } = await root.perform(uploadSigningCertificate, { UserName, CertificateBody })
  const ServiceName = 'codecommit.amazonaws.com'
  const service = await root.perform(createServiceSpecificCredential, { UserName, ServiceName })
  return {
    SSHPublicKeyId: ssh.SSHPublicKey.SSHPublicKeyId,
    CertificateId: Certificate.CertificateId,
    ServiceSpecificCredentialId: service.ServiceSpecificCredential.ServiceSpecificCredentialId,
  }
}
