import 'server-only'
import type { FederatedCaller } from '@/lib/access/caller'
import { roleSessionName } from '@/lib/aws/names'
import { invalidToken, type SamlElement } from './saml-response'

/** The values of an assertion's attributes, by their names. */
export type SamlAttributes = ReadonlyMap<string, readonly string[]>

const ours = 'https://aws.amazon.com/SAML/Attributes/'

export const textOf = (element: SamlElement | undefined): string => element?._?.trim() ?? ''

/** An attribute that is there twice has the values of both. */
export function attributesOf(assertion: SamlElement): SamlAttributes {
  const found = new Map<string, string[]>()
  for (const { Attribute = [] } of assertion.AttributeStatement ?? []) {
    for (const { $, AttributeValue = [] } of Attribute) {
      const values = AttributeValue.map((value) => textOf(value) || textOf(value.NameID?.[0]))
      found.set($?.Name ?? '', [...(found.get($?.Name ?? '') ?? []), ...values])
    }
  }
  return found
}

/** The roles that are paired with the provider. AWS: the two ARNs may come in either order. */
export const rolesOf = (attributes: SamlAttributes, provider: string): string[] =>
  (attributes.get(`${ours}Role`) ?? []).flatMap((pair) => {
    const arns = pair.split(',').map((arn) => arn.trim())
    return arns.length === 2 && arns.includes(provider) ? arns.filter((arn) => arn !== provider) : []
  })

const { regex, min, max } = roleSessionName
const sessionNameForm = new RegExp(`^(?=.{${min},${max}}$)(?:${regex})$`)
// AWS's text writes the letters in this order.
const told = '[a-zA-Z_0-9+=,.@-]{2,64}'

export function sessionNameOf(attributes: SamlAttributes): string {
  const [name = '', ...more] = attributes.get(`${ours}RoleSessionName`) ?? []
  if (name === '') throw invalidToken('RoleSessionName is required in AuthnResponse')
  if (more.length > 0 || !sessionNameForm.test(name)) {
    throw invalidToken(`RoleSessionName in AuthnResponse must match ${told}`)
  }
  return name
}

/** The session tags and the source identity that the assertion carries. */
export function carriedBy(
  attributes: SamlAttributes,
): Pick<FederatedCaller, 'tags' | 'transitiveTagKeys' | 'sourceIdentity'> {
  const tags = [...attributes].flatMap(([name, [Value = '', ...more]]) => {
    if (!name.startsWith(`${ours}PrincipalTag:`)) return []
    if (more.length > 0) throw invalidToken(`${name} must have one value`)
    return { Key: name.slice(`${ours}PrincipalTag:`.length), Value }
  })
  const [sourceIdentity = null, ...more] = attributes.get(`${ours}SourceIdentity`) ?? []
  const isFine = sourceIdentity === null || (sessionNameForm.test(sourceIdentity) && !/^aws:/i.test(sourceIdentity))
  if (!isFine || more.length > 0) throw invalidToken(`Source Identity must match ${told} and not begin with "aws:"`)
  return { tags, transitiveTagKeys: attributes.get(`${ours}TransitiveTagKeys`) ?? [], sourceIdentity }
}

const university = 'urn:oid:1.3.6.1.4.1.5923.1'
const directory = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'

// AWS: IAM user guide, "Available keys for SAML-based AWS STS federation": the names under which its keys are filled.
const keys: Record<string, readonly string[]> = {
  edupersonaffiliation: [`${university}.1.1.1`],
  edupersonnickname: [`${university}.1.1.2`],
  edupersonorgdn: [`${university}.1.1.3`],
  edupersonorgunitdn: [`${university}.1.1.4`],
  edupersonprimaryaffiliation: [`${university}.1.1.5`],
  edupersonprincipalname: [`${university}.1.1.6`],
  edupersonentitlement: [`${university}.1.1.7`],
  edupersonprimaryorgunitdn: [`${university}.1.1.8`],
  edupersonscopedaffiliation: [`${university}.1.1.9`],
  edupersontargetedid: [`${university}.1.1.10`],
  edupersonassurance: [`${university}.1.1.11`],
  eduorghomepageuri: [`${university}.1.2.2`],
  eduorgidentityauthnpolicyuri: [`${university}.1.2.3`],
  eduorglegalname: [`${university}.1.2.4`],
  eduorgsuperioruri: [`${university}.1.2.5`],
  eduorgwhitepagesuri: [`${university}.1.2.6`],
  cn: ['urn:oid:2.5.4.3'],
  commonName: ['http://schemas.xmlsoap.org/claims/CommonName', 'urn:oid:2.5.4.3'],
  name: [`${directory}/name`],
  givenName: [`${directory}/givenname`, 'urn:oid:2.5.4.42'],
  surname: [`${directory}/surname`, 'urn:oid:2.5.4.4'],
  mail: [`${directory}/emailaddress`, 'urn:oid:0.9.2342.19200300.100.1.3'],
  uid: [`${directory}/uid`, 'urn:oid:0.9.2342.19200300.100.1.1'],
  primaryGroupSID: ['http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid'],
  x500UniqueIdentifier: ['urn:oid:2.5.4.45'],
  organizationStatus: ['urn:oid:0.9.2342.19200300.100.1.45'],
}

/** What the assertion tells about a person, as condition keys: `saml:edupersonaffiliation`. */
export function claimsOf(attributes: SamlAttributes): Record<string, readonly string[]> {
  const claims = Object.entries(keys).flatMap(([key, names]) => {
    const values = names.map((name) => attributes.get(name)).find((found) => found !== undefined)
    return values ? [[`saml:${key}`, values] as const] : []
  })
  return Object.fromEntries(claims)
}
