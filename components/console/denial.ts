/** A refusal as the console shows it: the facts of an AccessDenied, already taken apart. */
export type Denial = {
  /** ARN of who asked: a user, a root user, or an assumed role with its session. */
  userArn: string
  service: string
  action: string
  /** What it was asked on; absent when the call names none. */
  resource?: string
  /** `no identity-based policy allows the action`, `a permissions boundary explicitly denies the action` ... */
  context: string
  kind: 'implicit' | 'explicit'
  /** ARN of the policy that forbids, where AWS would tell it. */
  policy?: string
  /** The API's full text. */
  message: string
  /** Where the reason is explained; no button without it. */
  whyHref?: string
}

/** The lines that a person can send to an administrator. */
export function denialLines(denial: Denial): readonly { key: string; value: string }[] {
  const lines = [
    { key: 'User', value: denial.userArn },
    { key: 'Action', value: denial.action },
    { key: 'On resource(s)', value: denial.resource ?? '' },
    { key: 'Context', value: denial.context },
  ]
  return lines.filter((line) => line.value)
}

export function denialText(denial: Denial): string {
  return denialLines(denial)
    .map((line) => `${line.key}: ${line.value}`)
    .join('\n')
}

/** The name at the end of a policy's ARN. */
export function policyName(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}
