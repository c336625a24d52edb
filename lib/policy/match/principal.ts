import type { PlainPrincipal } from '../parse'
import type { Principal } from '../types'

/** How a Principal element names the caller. The order matters: a higher kind needs fewer other layers to agree. */
export const NAMED = { not: 0, account: 1, parent: 2, direct: 3 } as const
export type Named = (typeof NAMED)[keyof typeof NAMED]

export type PrincipalPattern = {
  everyone: boolean
  accounts: ReadonlySet<string>
  /** `AWS`, `Service`, ... with the name behind it: `Service lambda.amazonaws.com`. */
  names: ReadonlySet<string>
}

const ACCOUNT = /^(?:arn:[^:]*:iam::)?(\d{12})(?::root)?$/

export function principalPattern(entries: readonly PlainPrincipal[]): PrincipalPattern {
  const accounts = new Set<string>()
  const names = new Set<string>()
  let everyone = false
  for (const { type, text } of entries) {
    const account = type === 'AWS' ? accountOf(text) : undefined
    if (text === '*' && (type === '*' || type === 'AWS')) everyone = true
    else if (account) accounts.add(account)
    else names.add(`${type} ${text}`)
  }
  return { everyone, accounts, names }
}

/** The account that an entry stands for: twelve digits, or the ARN of its root. */
function accountOf(text: string): string | undefined {
  const found = ACCOUNT.exec(text)
  return found && text.startsWith('arn:') === text.endsWith(':root') ? found[1] : undefined
}

/** The strongest way in which the element names the caller. */
export function namedBy(pattern: PrincipalPattern, caller: Principal): Named {
  if (pattern.everyone) return NAMED.direct
  const { names } = pattern
  switch (caller.kind) {
    case 'anonymous':
      return NAMED.not
    case 'service':
      return names.has(`Service ${caller.service}`) ? NAMED.direct : NAMED.not
    case 'web-identity':
      return names.has(`Federated ${caller.provider}`) ? NAMED.direct : NAMED.not
    case 'role':
      if (caller.provider !== undefined && names.has(`Federated ${caller.provider}`)) return NAMED.direct
  }
  if (caller.kind !== 'root' && names.has(`AWS ${caller.arn}`)) return NAMED.direct
  if (names.has(`AWS ${parentOf(caller)}`)) return NAMED.parent
  return pattern.accounts.has(caller.account) ? NAMED.account : NAMED.not
}

/** AWS: a session's ARN does not carry the role's path, so the role is asked for by its own ARN. */
const parentOf = (caller: Principal): string =>
  caller.kind === 'role' ? caller.roleArn : caller.kind === 'federated' ? caller.userArn : ''

/**
 * Does a NotPrincipal list spare the caller from a Deny? AWS: a caller is also its account and its role, and every
 * one of these must be listed.
 */
export function isSpared(pattern: PrincipalPattern, caller: Principal): boolean {
  if (pattern.everyone) return true
  const { accounts, names } = pattern
  switch (caller.kind) {
    case 'root':
      return accounts.has(caller.account)
    case 'user':
      return accounts.has(caller.account) && names.has(`AWS ${caller.arn}`)
    case 'role':
    case 'federated':
      return accounts.has(caller.account) && names.has(`AWS ${parentOf(caller)}`) && names.has(`AWS ${caller.arn}`)
    default:
      return namedBy(pattern, caller) !== NAMED.not
  }
}
