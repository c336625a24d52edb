import 'server-only'
import type { SigningCertificate } from '@/lib/store/signing-certificates'

/** Root's certificates come without a user name. */
export function signingCertificateShape(owner: { name: string | undefined }, certificate: SigningCertificate) {
  return {
    UserName: owner.name,
    CertificateId: certificate.id,
    CertificateBody: certificate.body,
    Status: certificate.status,
    UploadDate: certificate.uploadedAt,
  }
}
