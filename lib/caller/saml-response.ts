import 'server-only'
import { type CacheProvider, SAML, SamlStatusError, ValidateInResponseTo } from '@node-saml/node-saml'
import { AwsError } from '@/lib/aws/errors'
import { declaresEntities } from '@/lib/aws/saml-metadata'

/** Whose signature counts, and what opens what is encrypted for us. */
export type SamlTrust = {
  /** Base64, without blanks. */
  certificates: readonly string[]
  /** PEM. */
  privateKeys: readonly string[]
  isEncryptionRequired: boolean
}

/** An element of a verified assertion: its text, its attributes, and its children by their names without prefix. */
export type SamlElement = { _?: string; $?: Record<string, string> } & { [name: string]: SamlElement[] | undefined }

export const invalidToken = (message: string) => new AwsError('InvalidIdentityToken', 400, message)

// Parsing and canonicalization block everybody else: real responses have about a hundred elements,
// and whoever may have a hundred roles has a hundred more.
const mostElements = 500
const mostAttributes = 2_000
// AWS takes AES with OAEP; what came before it can be opened by asking often enough.
const broken = /xmlenc#(rsa-1_5|tripledes-cbc)/

/**
 * The assertion of a SAML response, once it is certain that its provider signed it: the signed part alone, nothing that
 * somebody put around it. Throws AWS's errors otherwise. Times, issuer and audience are not looked at.
 */
export async function readSamlResponse(base64: string, trust: SamlTrust): Promise<SamlElement> {
  const xml = decoded(base64)
  const isEncrypted = /<(?:[\w.-]+:)?EncryptedAssertion[\s>]/.test(xml)
  if (!isEncrypted && trust.isEncryptionRequired) throw invalidToken('The provider requires encrypted assertions.')
  if (isEncrypted && broken.test(xml))
    throw invalidToken('The assertion is encrypted by an algorithm that is not safe.')
  const samlResponse = Buffer.from(xml).toString('base64')
  if (!isEncrypted) return verified(samlResponse, trust.certificates).catch(asTold)
  for (const privateKey of trust.privateKeys) {
    const assertion = await verified(samlResponse, trust.certificates, privateKey).catch(() => null)
    if (assertion) return assertion
  }
  // INVARIANT: one answer for whatever went wrong, or it would tell an attacker piece by piece what is inside.
  throw invalidToken('The encrypted assertion could not be opened, or its signature is invalid.')
}

function decoded(base64: string): string {
  const text = base64.replace(/\s/g, '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw invalidToken('Invalid base64 SAMLResponse')
  const xml = Buffer.from(text, 'base64').toString('utf8')
  const isTooMuch = xml.split('<').length > mostElements * 2 || xml.split('=').length > mostAttributes
  if (isTooMuch || declaresEntities(xml) || xml.includes('\0')) throw unreadable()
  return xml
}

async function verified(samlResponse: string, certificates: readonly string[], privateKey?: string) {
  const saml = new SAML({
    // Needed by its maker, not by what is done here.
    callbackUrl: 'https://signin.aws.amazon.com/saml',
    issuer: 'urn:amazon:webservices',
    idpCert: [...certificates],
    decryptionPvk: privateKey,
    // Of response and assertion one signature is enough, and `verified` gives only what it covers.
    wantAuthnResponseSigned: false,
    wantAssertionsSigned: false,
    // It would read the clock, and know one audience only.
    acceptedClockSkewMs: -1,
    audience: false,
    validateInResponseTo: ValidateInResponseTo.never,
    cacheProvider: noCache,
  })
  const { profile } = await saml.validatePostResponseAsync({ SAMLResponse: samlResponse })
  const { Assertion } = (profile?.getAssertion?.() ?? {}) as { Assertion?: SamlElement }
  if (!Assertion) throw unreadable()
  return Assertion
}

/** Nobody asked for a response here, so there are no requests to remember. */
const noCache: CacheProvider = {
  saveAsync: async () => null,
  getAsync: async () => null,
  removeAsync: async () => null,
}

function asTold(error: unknown): never {
  if (error instanceof SamlStatusError) {
    throw new AwsError('IDPRejectedClaim', 403, 'The identity provider reported that authentication failed.')
  }
  throw error instanceof Error && /signature/i.test(error.message)
    ? invalidToken('Response signature invalid')
    : unreadable()
}

const unreadable = () => invalidToken('The SAML response could not be read.')
