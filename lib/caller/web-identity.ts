import 'server-only'
import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose'
import type { WebIdentity } from '@/lib/access/caller'
import { parseArn } from '@/lib/aws/arn'
import { AwsError } from '@/lib/aws/errors'
import { oidcProviderArn, providerName } from '@/lib/aws/provider-url'
import { read } from '@/lib/store'
import type { OpenIdConnectProvider } from '@/lib/store/open-id-connect-providers'
import { claimKeys, tokenTags } from './identity-claims'
import { noVerificationKey, providerKeys } from './provider-keys'

// AWS: IAM user guide, "Create an OpenID Connect identity provider": the algorithms that tokens may be signed with.
const algorithms = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512']
const longestSubject = 255

/**
 * Whom the token speaks of, once it is certain that a provider registered in the role's account signed it for one of its
 * audiences. Throws AWS's errors otherwise. Anybody can call: nothing is fetched from an issuer that is not registered.
 */
export async function identifyByToken(
  { RoleArn, WebIdentityToken }: { RoleArn: string; WebIdentityToken: string },
  now: Date,
): Promise<WebIdentity> {
  const account = parseArn(RoleArn)?.account ?? ''
  const issuer = issuerOf(WebIdentityToken)
  const name = providerName(issuer)
  const store = read(account)
  const provider = name === null ? null : await store.openIdConnectProviders.find(name)
  // AWS: an account that does not exist answers like one that has no such provider.
  if (!provider) {
    throw invalidToken(`No OpenIDConnect provider found in your account for ${issuer.slice(0, 255)}`)
  }
  const claims = await verified(WebIdentityToken, issuer, now)
  const audience = audienceOf(claims, provider)
  const subject = claims.sub ?? ''
  if (!subject || subject.length > longestSubject) throw invalidToken('Missing a required claim: sub')
  const arn = oidcProviderArn(account, provider.url)
  return {
    kind: 'web-identity',
    account,
    revision: await store.account.revision(),
    arn,
    provider: arn,
    providerName: provider.url,
    subject,
    audience,
    claims: claimKeys(provider.url, audience, claims),
    ...tokenTags(claims),
    credential: { kind: 'identity-token' },
  }
}

const invalidToken = (message: string) => new AwsError('InvalidIdentityToken', 400, message)

function issuerOf(token: string): string {
  try {
    const { iss } = decodeJwt(token)
    if (typeof iss === 'string') return iss
  } catch {
    // Whatever it is, it is no JWT.
  }
  throw invalidToken('The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)')
}

async function verified(token: string, issuer: string, now: Date): Promise<JWTPayload> {
  const options = { issuer, algorithms, currentDate: now, requiredClaims: ['aud', 'sub', 'exp', 'iat'] }
  const check = async (isNewKeyWanted: boolean) =>
    (await jwtVerify(token, await providerKeys(issuer, now, isNewKeyWanted), options)).payload
  try {
    // Providers change their keys: one that is not known yet may be there by now.
    return await check(false).catch((error) => {
      if (error instanceof errors.JWKSNoMatchingKey) return check(true)
      throw error
    })
  } catch (error) {
    throw asTold(error, now)
  }
}

/** AWS's words for what is wrong with a token (quoted in many public issues where they are not general). */
function asTold(error: unknown, now: Date): unknown {
  if (error instanceof errors.JWTExpired) {
    const at = Math.floor(now.getTime() / 1000)
    const message = `Token expired: current date/time ${at} must be before the expiration date/time ${error.payload.exp}`
    return new AwsError('ExpiredTokenException', 400, message)
  }
  if (error instanceof errors.JWKSNoMatchingKey) return noVerificationKey()
  if (error instanceof errors.JWTClaimValidationFailed && error.reason === 'missing') {
    return invalidToken(`Missing a required claim: ${error.claim}`)
  }
  if (error instanceof errors.JOSEError || error instanceof TypeError) {
    return invalidToken('The web identity token that was passed could not be validated.')
  }
  return error
}

/** The audience for which the provider is registered. AWS: `azp` counts before `aud` where a token has it. */
function audienceOf({ azp, aud }: JWTPayload, { clientIds }: OpenIdConnectProvider): string {
  const told = typeof azp === 'string' ? [azp] : [aud ?? []].flat()
  const audience = told.find((one) => clientIds.includes(one))
  if (audience === undefined) throw invalidToken('Incorrect token audience')
  return audience
}
