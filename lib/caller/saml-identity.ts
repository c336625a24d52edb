import 'server-only'
import { createHash } from 'node:crypto'
import type { SamlIdentity } from '@/lib/access/caller'
import { parseArn } from '@/lib/aws/arn'
import { parseSamlMetadata } from '@/lib/aws/saml-metadata'
import { samlProviderInArn } from '@/lib/aws/saml-provider-arn'
import { unseal } from '@/lib/secrets/seal'
import { read } from '@/lib/store'
import type { AccountStore } from '@/lib/store/account-store'
import type { SamlProvider } from '@/lib/store/saml-providers'
import { attributesOf, carriedBy, claimsOf, rolesOf, sessionNameOf, textOf } from './saml-attributes'
import { invalidToken, readSamlResponse, type SamlElement } from './saml-response'
import { demandFresh, demandOurAudience, recipientOf, sessionUntil } from './saml-terms'

type Presented = { RoleArn: string; PrincipalArn: string; SAMLAssertion: string }

/**
 * Of whom the SAML response speaks, once it is certain that a provider registered in the role's account made it, now and
 * for AWS. Throws AWS's errors otherwise. As in AWS an assertion may be used again as long as it is fresh.
 */
export async function identifyBySaml(presented: Presented, now: Date): Promise<SamlIdentity> {
  const { RoleArn, PrincipalArn, SAMLAssertion } = presented
  const account = parseArn(RoleArn)?.account ?? ''
  const store = read(account)
  const name = samlProviderInArn(PrincipalArn, account)
  const provider = name === null ? null : await store.samlProviders.find(name)
  // AWS: an account that does not exist answers like one that has no such provider.
  if (!provider) throw invalidToken("Specified provider doesn't exist.")
  const { entityId, ...trust } = await trustOf(store, provider, now)
  const assertion = await readSamlResponse(SAMLAssertion, trust)
  const issuer = textOf(assertion.Issuer?.[0])
  if (issuer !== entityId) throw invalidToken('Issuer not present in specified provider')
  demandOurAudience(assertion)
  const audience = recipientOf(assertion, now)
  demandFresh(assertion, now)
  const attributes = attributesOf(assertion)
  const person = {
    ...subjectOf(assertion),
    // AWS: API reference, AssumeRoleWithSAML, NameQualifier.
    nameQualifier: createHash('sha1').update(`${issuer}${account}/${provider.name}`).digest('base64'),
  }
  return {
    kind: 'saml',
    account,
    revision: await store.account.revision(),
    arn: PrincipalArn,
    provider: PrincipalArn,
    issuer,
    audience,
    ...person,
    claims: {
      ...claimsOf(attributes),
      'saml:aud': audience,
      'saml:iss': issuer,
      'saml:sub': person.subject,
      ...(person.subjectType !== null && { 'saml:sub_type': person.subjectType }),
      'saml:namequalifier': person.nameQualifier,
      'saml:doc': `${account}/${provider.name}`,
    },
    ...carriedBy(attributes),
    sessionName: sessionNameOf(attributes),
    roles: rolesOf(attributes, PrincipalArn),
    sessionUntil: sessionUntil(assertion, now),
    credential: { kind: 'identity-token' },
  }
}

async function trustOf(store: AccountStore, provider: SamlProvider, now: Date) {
  const metadata = parseSamlMetadata(await store.samlProviders.metadata(provider.id))
  const isOver = provider.validUntil !== null && provider.validUntil <= now
  if (!metadata || isOver) throw invalidToken('The metadata of the specified provider is no longer valid.')
  return {
    entityId: metadata.entityId,
    certificates: metadata.certificates,
    privateKeys: provider.privateKeys.map(({ keySealed }) => unseal(keySealed, 'saml-private-key')),
    isEncryptionRequired: provider.encryptionMode === 'Required',
  }
}

// Control characters belong into no event and no name.
const isPlain = (text: string, most: number) => text.length <= most && !/\p{Cc}/u.test(text)

function subjectOf(assertion: SamlElement): Pick<SamlIdentity, 'subject' | 'subjectType'> {
  const nameId = assertion.Subject?.[0]?.NameID?.[0]
  const subject = textOf(nameId)
  const format = nameId?.$?.Format ?? null
  if (subject === '' || !isPlain(subject, 256) || !isPlain(format ?? '', 1024)) {
    throw invalidToken('NameID is required in AuthnResponse')
  }
  // AWS: API reference, AssumeRoleWithSAML, SubjectType.
  return { subject, subjectType: format?.replace(/^urn:oasis:names:tc:SAML:2\.0:nameid-format:/, '') ?? null }
}
