import 'server-only'
import type { ServerCertificate } from '@/lib/store/server-certificates'
import { serverCertificateArn } from '../../nouns/server-certificate'

/** All about a server certificate but its texts. */
export function serverCertificateMetadata(account: string, certificate: Omit<ServerCertificate, 'body' | 'chain'>) {
  return {
    Path: certificate.path,
    ServerCertificateName: certificate.name,
    ServerCertificateId: certificate.id,
    Arn: serverCertificateArn(account, certificate),
    UploadDate: certificate.uploadedAt,
    Expiration: certificate.expiresAt,
  }
}
