import 'server-only'
import { abroadOf } from './abroad'
import { accessKeysOf } from './access-keys'
import { accountOf } from './account'
import { attachmentsOf } from './attachments'
import { bucketsOf } from './buckets'
import type { Db } from './client'
import { eventsOf } from './events'
import { gatherOf } from './gather'
import { groupsOf } from './groups'
import { inlinePoliciesOf } from './inline-policies'
import { instanceProfilesOf } from './instance-profiles'
import { loginProfilesOf } from './login-profiles'
import { mfaDevicesOf } from './mfa-devices'
import { objectsOf } from './objects'
import { openIdConnectProvidersOf } from './open-id-connect-providers'
import { passwordPolicyOf } from './password-policy'
import { policiesOf } from './policies'
import { principalsOf } from './principals'
import { rolesOf } from './roles'
import { samlProvidersOf } from './saml-providers'
import { serverCertificatesOf } from './server-certificates'
import { serviceCredentialsOf } from './service-credentials'
import { sessionsOf } from './sessions'
import { signingCertificatesOf } from './signing-certificates'
import { sshPublicKeysOf } from './ssh-public-keys'
import { summaryOf } from './summary'
import { tagsOf } from './tags'
import { usersOf } from './users'

/** All that is stored about one account, and nothing of any other. */
export type AccountStore = ReturnType<typeof storeFor>

/** Binds every store function to one account, over the whole database or inside a transaction. */
export const storeFor = (db: Db, accountId: string) => ({
  accountId,
  account: accountOf(db, accountId),
  users: usersOf(db, accountId),
  loginProfiles: loginProfilesOf(db, accountId),
  accessKeys: accessKeysOf(db, accountId),
  sshPublicKeys: sshPublicKeysOf(db, accountId),
  signingCertificates: signingCertificatesOf(db, accountId),
  serviceCredentials: serviceCredentialsOf(db, accountId),
  serverCertificates: serverCertificatesOf(db, accountId),
  mfaDevices: mfaDevicesOf(db, accountId),
  groups: groupsOf(db, accountId),
  policies: policiesOf(db, accountId),
  attachments: attachmentsOf(db, accountId),
  inlinePolicies: inlinePoliciesOf(db, accountId),
  tags: tagsOf(db, accountId),
  passwordPolicy: passwordPolicyOf(db, accountId),
  roles: rolesOf(db, accountId),
  instanceProfiles: instanceProfilesOf(db, accountId),
  principals: principalsOf(db),
  abroad: abroadOf(db),
  openIdConnectProviders: openIdConnectProvidersOf(db, accountId),
  samlProviders: samlProvidersOf(db, accountId),
  buckets: bucketsOf(db, accountId),
  objects: objectsOf(db, accountId),
  events: eventsOf(db, accountId),
  sessions: sessionsOf(db, accountId),
  summary: summaryOf(db, accountId),
  gather: gatherOf(db, accountId),
})
