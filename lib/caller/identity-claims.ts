import 'server-only'
import type { JWTPayload } from 'jose'
import type { FederatedCaller, WebIdentity } from '@/lib/access/caller'
import { actionCatalogue } from '@/lib/aws/catalogue/actions'
import type { Tag } from '@/lib/aws/tag'

type Claims = WebIdentity['claims']

// AWS: what every OpenID Connect provider's tokens may be asked about; more claims only where AWS names them
// (IAM user guide, "Available keys for AWS OIDC federation").
const common = ['sub', 'amr', 'email']
const most = 50

/** The claims that policies may ask about, as condition keys: `token.actions.githubusercontent.com:sub`. */
export function claimKeys(provider: string, audience: string, claims: JWTPayload): Claims {
  const catalogue = actionCatalogue()
  const keys: Record<string, string | readonly string[]> = { [`${provider}:aud`]: audience }
  // AWS: the audience that `azp` took the place of is still to be had as `oaud`.
  if (claims.azp !== undefined && typeof claims.aud === 'string') keys[`${provider}:oaud`] = claims.aud
  for (const [claim, content] of Object.entries(claims).slice(0, most)) {
    const key = `${provider}:${claim}`
    const value = textOf(content)
    if (value === null || key in keys) continue
    if (common.includes(claim) || catalogue.conditionKey(key)) keys[key] = value
  }
  return keys
}

function textOf(content: unknown): string | readonly string[] | null {
  if (typeof content === 'string') return content
  return isTexts(content) ? content : null
}

const isTexts = (content: unknown): content is string[] =>
  Array.isArray(content) && content.length <= most && content.every((one) => typeof one === 'string')

const tagsClaim = 'https://aws.amazon.com/tags'

const sourceIdentityClaim = 'https://aws.amazon.com/source_identity'

/**
 * The session tags and the source identity that a token carries. AWS: each tag's value is a list of one (IAM user guide,
 * "Pass session tags using AssumeRoleWithWebIdentity").
 */
export function tokenTags(claims: JWTPayload): Pick<FederatedCaller, 'tags' | 'transitiveTagKeys' | 'sourceIdentity'> {
  const { [sourceIdentityClaim]: source } = claims
  const told = objectOf(claims[tagsClaim])
  const { transitive_tag_keys: transitive } = told
  const tags = Object.entries(objectOf(told.principal_tags)).flatMap(([Key, value]): Tag[] => {
    const [Value] = isTexts(value) ? value : [value]
    return typeof Value === 'string' ? [{ Key, Value }] : []
  })
  const sourceIdentity = typeof source === 'string' ? source : null
  return { tags, transitiveTagKeys: isTexts(transitive) ? transitive : [], sourceIdentity }
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
