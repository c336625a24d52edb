/** The six parts of an ARN. `resource` keeps its own colons and slashes. */
export type Arn = { partition: string; service: string; region: string; account: string; resource: string }

/** Splits at the first five colons; null where the text does not begin with `arn` or has fewer parts. */
export function parseArn(text: string): Arn | null {
  if (!text.startsWith('arn:')) return null
  const [, partition, service, region, account, ...rest] = text.split(':')
  if (partition === undefined || service === undefined || region === undefined || account === undefined) return null
  if (rest.length === 0) return null
  return { partition, service, region, account, resource: rest.join(':') }
}

export function formatArn({ partition = 'aws', service, region = '', account = '', resource }: ArnParts): string {
  return `arn:${partition}:${service}:${region}:${account}:${resource}`
}

type ArnParts = Pick<Arn, 'service' | 'resource'> & Partial<Arn>

/** `arn:aws:iam::123456789012:user/dev/ann` for `('123456789012', 'user', 'ann', '/dev/')`. */
export function iamArn(account: string, kind: string, name: string, path = '/'): string {
  return `arn:aws:iam::${account}:${kind}${path}${name}`
}

/** The part after the last slash: the friendly name of an IAM resource whatever its path. */
export function nameInArn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}
