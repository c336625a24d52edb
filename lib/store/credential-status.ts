import 'server-only'

/** Keys, certificates and passwords for services are switched on and off, all in the same two words. */
export type CredentialStatus = 'Active' | 'Inactive'

export const credentialStatus = (text: string): CredentialStatus => (text === 'Active' ? 'Active' : 'Inactive')
