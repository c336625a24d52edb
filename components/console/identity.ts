/** Who is signed in, as far as the furniture shows it. */
export type Identity = {
  /** What the bar says before the account: a user name, `root`, or `Role / session`. */
  name: string
  kind: 'user' | 'root' | 'role'
  arn: string
  accountId: string
  accountAlias?: string
}

/** `123456789012` as people read it aloud: `1234-5678-9012`. */
export function spacedAccountId(accountId: string): string {
  return accountId.replace(/(\d{4})(\d{4})(\d{4})/, '$1-$2-$3')
}
