import 'server-only'
import type { PasswordPolicy } from '@/lib/store/password-policy'
import { requirements } from '../../nouns/password'

/** AWS: members that are not set are left out; ExpirePasswords follows from the age. */
export function passwordPolicyShape(policy: PasswordPolicy) {
  return {
    ...requirements(policy),
    AllowUsersToChangePassword: policy.allowUsersToChangePassword,
    ExpirePasswords: (policy.maxPasswordAge ?? 0) > 0,
    ...(policy.maxPasswordAge !== null && { MaxPasswordAge: policy.maxPasswordAge }),
    ...(policy.passwordReusePrevention !== null && { PasswordReusePrevention: policy.passwordReusePrevention }),
    ...(policy.hardExpiry !== null && { HardExpiry: policy.hardExpiry }),
  }
}
