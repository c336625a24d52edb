import { ranges } from '@/lib/aws/limits'

/** A password policy as the service tells it; numbers that do not apply are absent. */
export type PasswordPolicy = {
  MinimumPasswordLength?: number
  RequireSymbols?: boolean
  RequireNumbers?: boolean
  RequireUppercaseCharacters?: boolean
  RequireLowercaseCharacters?: boolean
  AllowUsersToChangePassword?: boolean
  MaxPasswordAge?: number
  PasswordReusePrevention?: number
  HardExpiry?: boolean
}

/** The form while somebody fills it in: numbers are still text. */
export type PolicyDraft = {
  kind: 'default' | 'custom'
  length: string
  uppercase: boolean
  lowercase: boolean
  numbers: boolean
  symbols: boolean
  expires: boolean
  days: string
  hardExpiry: boolean
  ownChange: boolean
  preventsReuse: boolean
  remembered: string
}

/** The form for the policy in force; null is IAM's default. */
export function draftOf(policy: PasswordPolicy | null): PolicyDraft {
  return {
    kind: policy ? 'custom' : 'default',
    length: String(policy?.MinimumPasswordLength ?? ranges.passwordLength.default),
    uppercase: policy?.RequireUppercaseCharacters ?? false,
    lowercase: policy?.RequireLowercaseCharacters ?? false,
    numbers: policy?.RequireNumbers ?? false,
    symbols: policy?.RequireSymbols ?? false,
    expires: Boolean(policy?.MaxPasswordAge),
    days: String(policy?.MaxPasswordAge || 90),
    hardExpiry: policy?.HardExpiry ?? false,
    ownChange: policy ? Boolean(policy.AllowUsersToChangePassword) : true,
    preventsReuse: Boolean(policy?.PasswordReusePrevention),
    remembered: String(policy?.PasswordReusePrevention || 5),
  }
}

export type DraftProblems = { length?: string; days?: string; remembered?: string }

/** What is wrong with the numbers that count; an empty object is a draft that can be sent. */
export function problemsOf({ kind, length, expires, days, preventsReuse, remembered }: PolicyDraft): DraftProblems {
  if (kind === 'default') return {}
  const problems: DraftProblems = {}
  if (!isWithin(length, ranges.passwordLength)) problems.length = 'Use a whole number from 6 to 128'
  if (expires && !isWithin(days, ranges.passwordAgeDays)) problems.days = 'Use a whole number from 1 to 1,095'
  if (preventsReuse && !isWithin(remembered, ranges.passwordReuse)) {
    problems.remembered = 'Use a whole number from 1 to 24'
  }
  return problems
}

function isWithin(text: string, { min, max }: { min: number; max: number }): boolean {
  return /^\d{1,4}$/.test(text.trim()) && Number(text) >= min && Number(text) <= max
}

/** What UpdateAccountPasswordPolicy gets. */
export function policyOf(draft: PolicyDraft): PasswordPolicy {
  return {
    MinimumPasswordLength: Number(draft.length),
    RequireSymbols: draft.symbols,
    RequireNumbers: draft.numbers,
    RequireUppercaseCharacters: draft.uppercase,
    RequireLowercaseCharacters: draft.lowercase,
    AllowUsersToChangePassword: draft.ownChange,
    ...(draft.expires && { MaxPasswordAge: Number(draft.days), HardExpiry: draft.hardExpiry }),
    ...(draft.preventsReuse && { PasswordReusePrevention: Number(draft.remembered) }),
  }
}
