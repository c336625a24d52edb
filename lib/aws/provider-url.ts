import { parseArn } from './arn'

// AWS: no port, no query; letters that mean something in a policy (`*`, `?`, `$`) would make another ARN.
const form = /^(https?):\/\/([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)(:\d{1,5})?(\/[\w.~!&'()+,;=:@%/-]*)?$/
const loopback = /^(localhost|127\.0\.0\.1)$/
const address = /^\d+(\.\d+)*$/

/**
 * What a provider's ARN keeps of its URL, which is all but the scheme; null for a URL that cannot be registered. Plain
 * http is for providers on this machine only (docs/decisions/0005), as AWS takes https alone.
 */
export function providerName(url: string): string | null {
  const match = form.exec(url)
  if (!match) return null
  const [, scheme, host = '', port = '', path = ''] = match
  const isFine = loopback.test(host) ? scheme === 'http' : scheme === 'https' && !port && !address.test(host)
  if (!isFine || !isPlainPath(url, path)) return null
  return host + port + path
}

/** A path that no reader shortens: `/a/../b` would be fetched from another place than it names. */
const isPlainPath = (url: string, path: string) => URL.canParse(url) && new URL(url).pathname === (path || '/')

/** The URL that the name in the ARN was made of, as tokens have it in `iss`. */
export function issuerUrl(name: string): string {
  const host = name.replace(/[:/].*$/s, '')
  return `${loopback.test(host) ? 'http' : 'https'}://${name}`
}

const kind = 'oidc-provider/'

export const oidcProviderArn = (account: string, name: string) => `arn:aws:iam::${account}:${kind}${name}`

/** The provider's name in that account; null where the ARN is not one of its providers'. */
export function oidcProviderInArn(arn: string, account: string): string | null {
  const parsed = parseArn(arn)
  if (parsed?.service !== 'iam' || parsed.account !== account || !parsed.resource.startsWith(kind)) return null
  return parsed.resource.slice(kind.length)
}
