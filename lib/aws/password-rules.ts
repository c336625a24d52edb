/** The part of an account password policy that a new password must satisfy, in AWS's names. */
export type PasswordRequirements = {
  MinimumPasswordLength?: number
  RequireSymbols?: boolean
  RequireNumbers?: boolean
  RequireUppercaseCharacters?: boolean
  RequireLowercaseCharacters?: boolean
}

/** One rule: what the service says when it is broken, what a form says while one types, and the check itself. */
export type PasswordRule = { message: string; hint: string; holds(password: string): boolean }

// AWS: the symbols that count, from the IAM user guide, "Set an account password policy for IAM users".
const symbols = "!@#$%^&*()_+-=[]{}|'"
const hasUppercase = (password: string) => /[A-Z]/.test(password)
const hasLowercase = (password: string) => /[a-z]/.test(password)
const hasNumber = (password: string) => /[0-9]/.test(password)
const hasSymbol = (password: string) => [...password].some((character) => symbols.includes(character))

const minimumLength = (length: number): PasswordRule => ({
  message: `Password should have a minimum length of ${length}`,
  hint: `At least ${length} characters`,
  holds: (password) => password.length >= length,
})

/**
 * The rules for a new password. Without a custom policy they are IAM's own: 8 characters, three of the four kinds, and not
 * one of the names that it belongs to.
 */
export function passwordRules(custom: PasswordRequirements | null, names: readonly string[] = []): PasswordRule[] {
  return custom ? customRules(custom) : defaultRules(names)
}

function defaultRules(names: readonly string[]): PasswordRule[] {
  const kinds = [hasUppercase, hasLowercase, hasNumber, hasSymbol]
  return [
    minimumLength(8),
    {
      message: 'Password should have at least three of: uppercase letters, lowercase letters, numbers, symbols',
      hint: 'At least three of: uppercase letters, lowercase letters, numbers, symbols',
      holds: (password) => kinds.filter((has) => has(password)).length >= 3,
    },
    {
      message: 'Password should not be the same as a name it belongs to',
      hint: 'Not the user name, the account name or its e-mail address',
      holds: (password) => !names.some((name) => name.toLowerCase() === password.toLowerCase()),
    },
  ]
}

function customRules(custom: PasswordRequirements): PasswordRule[] {
  const atLeastOne = (kind: string, holds: PasswordRule['holds']): PasswordRule => ({
    message: `Password should have at least one ${kind}`,
    hint: `At least one ${kind}`,
    holds,
  })
  return [
    minimumLength(custom.MinimumPasswordLength ?? 6),
    ...(custom.RequireUppercaseCharacters ? [atLeastOne('uppercase letter', hasUppercase)] : []),
    ...(custom.RequireLowercaseCharacters ? [atLeastOne('lowercase letter', hasLowercase)] : []),
    ...(custom.RequireNumbers ? [atLeastOne('number', hasNumber)] : []),
    ...(custom.RequireSymbols ? [atLeastOne('symbol', hasSymbol)] : []),
  ]
}

/** The messages of the rules that the password breaks, in the rules' order. */
export function brokenPasswordRules(
  password: string,
  custom: PasswordRequirements | null,
  names: readonly string[] = [],
): string[] {
  return passwordRules(custom, names)
    .filter((rule) => !rule.holds(password))
    .map((rule) => rule.message)
}

const day = 24 * 60 * 60 * 1000

/** Whole days until a password of that date expires: 0 or less when it has, null when it never does. */
export function daysUntilPasswordExpires(changedAt: Date, maxPasswordAge: number | null | undefined, now: Date) {
  if (!maxPasswordAge) return null
  return Math.ceil((changedAt.getTime() + maxPasswordAge * day - now.getTime()) / day)
}
