import 'server-only'
import { passwordPolicyViolation } from '@/lib/aws/errors'
import { brokenPasswordRules } from '@/lib/aws/password-rules'
import { hashPassword, passwordMatches } from '@/lib/secrets/password-hash'
import type { AccountStore } from '@/lib/store/account-store'
import type { LoginProfile } from '@/lib/store/login-profiles'

type Holder = { id: string; name: string }

/**
 * The hash of a new password, once it satisfies the account's rules and is none of the remembered ones; throws
 * PasswordPolicyViolation otherwise. Slow on purpose: for an operation's `prepare`.
 */
export async function hashNewPassword(store: AccountStore, user: Holder, password: string): Promise<string> {
  const policy = await store.passwordPolicy.find()
  const { alias, email } = await store.account.get()
  const broken = brokenPasswordRules(password, policy && requirements(policy), [user.name, alias ?? '', email])
  if (broken.length > 0) throw passwordPolicyViolation(broken.join('. '))
  if (policy?.passwordReusePrevention && (await isRemembered(store, user, password, policy.passwordReusePrevention))) {
    throw passwordPolicyViolation('Password should not be one of the last passwords of the user')
  }
  return hashPassword(password)
}

/** Puts a new password in place of the one that the profile has, which is remembered. */
export async function replacePassword(
  store: AccountStore,
  user: Holder,
  former: LoginProfile,
  change: { passwordHash: string; at: Date; resetRequired: boolean },
) {
  await store.loginProfiles.remember(user.id, former.passwordHash, change.at)
  await store.loginProfiles.update(user.id, {
    passwordHash: change.passwordHash,
    changedAt: change.at,
    resetRequired: change.resetRequired,
  })
}

async function isRemembered(store: AccountStore, user: Holder, password: string, count: number): Promise<boolean> {
  const profile = await store.loginProfiles.find(user.id)
  const former = await store.loginProfiles.history(user.id, count)
  const hashes = profile ? [profile.passwordHash, ...former] : former
  for (const hash of hashes.slice(0, count)) {
    if (await passwordMatches(password, hash)) return true
  }
  return false
}

type StoredRequirements = {
  minimumPasswordLength: number
  requireSymbols: boolean
  requireNumbers: boolean
  requireUppercaseCharacters: boolean
  requireLowercaseCharacters: boolean
}

/** What a password must hold, in AWS's words. */
export function requirements(policy: StoredRequirements) {
  return {
    MinimumPasswordLength: policy.minimumPasswordLength,
    RequireSymbols: policy.requireSymbols,
    RequireNumbers: policy.requireNumbers,
    RequireUppercaseCharacters: policy.requireUppercaseCharacters,
    RequireLowercaseCharacters: policy.requireLowercaseCharacters,
  }
}
