import 'server-only'
import type { ServiceCredential } from '@/lib/store/service-credentials'

/** A service-specific credential without its secret. It has a user name, or an alias where the service has keys. */
export function serviceCredentialShape(credential: ServiceCredential, now: Date) {
  const isExpired = credential.expiresAt !== null && credential.expiresAt <= now
  return {
    UserName: credential.userName,
    Status: isExpired ? ('Expired' as const) : credential.status,
    ...(credential.serviceUserName !== '' && { ServiceUserName: credential.serviceUserName }),
    ...(credential.credentialAlias !== null && { ServiceCredentialAlias: credential.credentialAlias }),
    CreateDate: credential.createdAt,
    ...(credential.expiresAt && { ExpirationDate: credential.expiresAt }),
    ServiceSpecificCredentialId: credential.id,
    ServiceName: credential.serviceName,
  }
}
