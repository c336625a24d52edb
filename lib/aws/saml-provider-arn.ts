import { parseArn } from './arn'

const kind = 'saml-provider/'

export const samlProviderArn = (account: string, name: string) => `arn:aws:iam::${account}:${kind}${name}`

/** The provider's name in that account; null where the ARN is not one of its providers'. */
export function samlProviderInArn(arn: string, account: string): string | null {
  const parsed = parseArn(arn)
  if (parsed?.service !== 'iam' || parsed.account !== account || !parsed.resource.startsWith(kind)) return null
  return parsed.resource.slice(kind.length)
}
