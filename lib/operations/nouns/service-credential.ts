import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { noSuchEntity } from '@/lib/aws/errors'
import type { AccountStore } from '@/lib/store/account-store'
import type { ServiceCredential } from '@/lib/store/service-credentials'

/** The services with credentials of their own: those that sign in with a password, and how the keys of the others begin. */
const services: Record<string, { keyPrefix: string | null }> = {
  'codecommit.amazonaws.com': { keyPrefix: null },
  'cassandra.amazonaws.com': { keyPrefix: null },
  'bedrock.amazonaws.com': { keyPrefix: 'ABSK' },
  'logs.amazonaws.com': { keyPrefix: 'ACWL' },
}

/** What is known of the service; throws for one that has no credentials of its own. */
export function credentialService(name: string) {
  const service = Object.hasOwn(services, name) ? services[name] : undefined
  // AWS: NoSuchEntity and this sentence (recorded), though the API reference speaks of NotSupportedService.
  if (!service) throw noSuchEntity(`No such service ${name} is supported for Service Specific Credentials`)
  return service
}

/** `ann-at-123456789012`; for one more credential of the service `ann+1-at-123456789012`, and so on. */
export async function freeName(store: AccountStore, serviceName: string, userName: string): Promise<string> {
  for (let count = 0; ; count++) {
    const name = `${userName}${count > 0 ? `+${count}` : ''}-at-${store.accountId}`
    if (!(await store.serviceCredentials.isNameTaken(serviceName, name))) return name
  }
}

type Named = Pick<ServiceCredential, 'serviceName' | 'serviceUserName' | 'credentialAlias'>

/** A new secret: what to keep of it, and the members that show it this once. */
export function newSecret({ serviceName, credentialAlias }: Named) {
  const { keyPrefix } = credentialService(serviceName)
  const chance = randomBytes(44).toString('base64')
  // AWS: a key says whose it is, and is then one word of base64 (Bedrock user guide, "Long-term API keys").
  const secret = keyPrefix ? keyPrefix + Buffer.from(`${credentialAlias}:${chance}`).toString('base64') : chance
  // Nobody can guess 352 random bits: no slow hash is needed to protect them.
  const secretHash = createHash('sha256').update(secret).digest('base64')
  return { secretHash, members: keyPrefix ? { ServiceCredentialSecret: secret } : { ServicePassword: secret } }
}

/** The user's credential of that ID; throws where the user has none such, whoever else may have it. */
export async function credentialOfUser(
  store: AccountStore,
  user: { id: string },
  id: string,
): Promise<ServiceCredential> {
  const credential = await store.serviceCredentials.find(id)
  if (!credential || credential.userId !== user.id) throw noSuchEntity(`No such credential ${id} exists`)
  return credential
}

/** The condition key of operations on one credential: the service that it is for, missing where there is none. */
export async function credentialContext(store: AccountStore, id: string) {
  const credential = await store.serviceCredentials.find(id)
  return { 'iam:ServiceSpecificCredentialServiceName': credential?.serviceName }
}
