import 'server-only'
import { abroadOf } from './abroad'
import { accessKeysOf } from './access-keys'
import { accountOf } from './account'
import { attachmentsOf } from './attachments'
import { bucketsOf } from './buckets'
import type { Db } from './client'
import { credentialsOf } from './credentials'
import { detailsOf } from './details'
import { eventsOf } from './events'
import { gatherOf } from './gather'
import { groupsOf } from './groups'
import { inlinePoliciesOf } from './inline-policies'
import { instanceProfilesOf } from './instance-profiles'
import { lastUseOf } from './last-use'
import { loginProfilesOf } from './login-profiles'
import { mfaDevicesOf } from './mfa-devices'
import { objectsOf } from './objects'
import { openIdConnectProvidersOf } from './open-id-connect-providers'
import { passwordPolicyOf } from './password-policy'
import { policiesOf } from './policies'
import { principalsOf } from './principals'
import { reportsOf } from './reports'
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

const parts = {
  account: accountOf,
  users: usersOf,
  loginProfiles: loginProfilesOf,
  accessKeys: accessKeysOf,
  sshPublicKeys: sshPublicKeysOf,
  signingCertificates: signingCertificatesOf,
  serviceCredentials: serviceCredentialsOf,
  serverCertificates: serverCertificatesOf,
  mfaDevices: mfaDevicesOf,
  groups: groupsOf,
  policies: policiesOf,
  attachments: attachmentsOf,
  inlinePolicies: inlinePoliciesOf,
  tags: tagsOf,
  passwordPolicy: passwordPolicyOf,
  roles: rolesOf,
  instanceProfiles: instanceProfilesOf,
  principals: principalsOf,
  abroad: abroadOf,
  openIdConnectProviders: openIdConnectProvidersOf,
  samlProviders: samlProvidersOf,
  buckets: bucketsOf,
  objects: objectsOf,
  events: eventsOf,
  lastUse: lastUseOf,
  sessions: sessionsOf,
  credentials: credentialsOf,
  reports: reportsOf,
  details: detailsOf,
  summary: summaryOf,
  gather: gatherOf,
}

type Parts = typeof parts

/** All that is stored about one account, and nothing of any other. */
export type AccountStore = { readonly accountId: string } & { readonly [P in keyof Parts]: ReturnType<Parts[P]> }

/** Binds every store function to one account, over the whole database or inside a transaction; each part at its first use. */
export const storeFor = (db: Db, accountId: string) => new BoundStore(db, accountId) as unknown as AccountStore // its parts are defined below, one by one

class BoundStore {
  readonly #db: Db
  constructor(
    db: Db,
    readonly accountId: string,
  ) {
    this.#db = db
  }

  static {
    for (const [name, bind] of Object.entries(parts)) {
      Object.defineProperty(BoundStore.prototype, name, {
        get(this: BoundStore) {
          const part = bind(this.#db, this.accountId)
          Object.defineProperty(this, name, { value: part })
          return part
        },
      })
    }
  }
}
