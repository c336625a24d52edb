import 'server-only'
import type { Operation } from '../define'
import { assumeRole } from './assume-role'
import { assumeRoleWithSaml } from './assume-role-with-saml'
import { assumeRoleWithWebIdentity } from './assume-role-with-web-identity'
import { assumeRoot } from './assume-root'
import { decodeAuthorizationMessage } from './decode-authorization-message'
import { getAccessKeyInfo } from './get-access-key-info'
import { getCallerIdentity } from './get-caller-identity'
import { getFederationToken } from './get-federation-token'
import { getSessionToken } from './get-session-token'

/** The STS operations that are built. */
export const stsOperations: readonly Operation[] = [
  assumeRole,
  assumeRoleWithSaml,
  assumeRoleWithWebIdentity,
  assumeRoot,
  decodeAuthorizationMessage,
  getAccessKeyInfo,
  getCallerIdentity,
  getFederationToken,
  getSessionToken,
]
