import 'server-only'
import type { PasswordPolicy } from '@/lib/store/password-policy'

/** AWS: members that are not set are left out; ExpirePasswords follows from the age. */
export function passwordPolicyShape(policy: PasswordPolicy) {
  return {
    MinimumPasswordLength: policy.minimumPasswordLength,
    RequireSymbols: policy.requireSymbols,
    RequireNumbers: policy.requireNumbers,
    RequireUppercaseCharacters: policy.requireUppercaseCharacters,
    RequireLowercaseCharacters: policy.requireLowercaseCharacters,
    AllowUsersToChangePassword: policy.allowUsersToChangePassword,
    ExpirePasswords: (policy.maxPasswordAge ?? 0) > 0,
    ...(policy.maxPasswordAge !== null && { MaxPasswordAge: policy.maxPasswordAge }),
    ...(policy.passwordReusePrevention !== null && { PasswordReusePrevention: policy.passwordReusePrevention }),
    ...(policy.hardExpiry !== null && { HardExpiry: policy.hardExpiry }),
  }
}
