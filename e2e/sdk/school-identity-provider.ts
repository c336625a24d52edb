import { generateKeyPairSync } from 'node:crypto'
import { signSamlPost } from '@node-saml/node-saml/lib/saml-post-signing.js'
import sshpk from 'sshpk'

// Node finds no names in this module; its default has them all.
const { createSelfSignedCertificate, identityFromDN, parsePrivateKey } = sshpk

const saml = 'urn:oasis:names:tc:SAML:2.0'
const aws = 'https://aws.amazon.com/SAML/Attributes/'

export const issuer = 'https://idp.school.example/saml'

/** A SAML provider as a school runs one, with real keys: what it tells AWS of itself, and what it tells of a student. */
export function schoolIdentityProvider() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const key = parsePrivateKey(pem, 'pem')
  const certificate = createSelfSignedCertificate(identityFromDN('CN=idp.school.example'), key).toString('pem')
  return {
    metadata: metadataWith(certificate.replace(/-----[A-Z ]+-----|\s/g, '')),
    assertion: (name: string, attributes: Record<string, string>, issuedAt = new Date()) => {
      const said = assertionOf(name, attributes, issuedAt)
      const signing = { privateKey: pem, publicCert: certificate, signatureAlgorithm: 'sha256' } as const
      const signed = signSamlPost(said, '/*', { ...signing, digestAlgorithm: 'sha256' })
      return Buffer.from(`<p:Response xmlns:p="${saml}:protocol" ID="_response">${signed}</p:Response>`).toString(
        'base64',
      )
    },
  }
}

const metadataWith = (certificate: string) =>
  `<m:EntityDescriptor xmlns:m="${saml}:metadata" entityID="${issuer}">` +
  `<m:IDPSSODescriptor protocolSupportEnumeration="${saml}:protocol"><m:KeyDescriptor use="signing">` +
  '<KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>' +
  `<X509Certificate>${certificate}</X509Certificate></X509Data></KeyInfo></m:KeyDescriptor>` +
  `<m:SingleSignOnService Binding="${saml}:bindings:HTTP-POST" Location="${issuer}/sso"/>` +
  '</m:IDPSSODescriptor></m:EntityDescriptor>'

function assertionOf(name: string, attributes: Record<string, string>, issuedAt: Date): string {
  const at = issuedAt.toISOString()
  const until = new Date(issuedAt.getTime() + 300_000).toISOString()
  const told = Object.entries(attributes).map(
    ([key, value]) => `<Attribute Name="${aws}${key}"><AttributeValue>${value}</AttributeValue></Attribute>`,
  )
  return (
    `<Assertion xmlns="${saml}:assertion" ID="_assertion" IssueInstant="${at}" Version="2.0"><Issuer>${issuer}</Issuer>` +
    `<Subject><NameID Format="${saml}:nameid-format:persistent">${name}</NameID>` +
    `<SubjectConfirmation Method="${saml}:cm:bearer"><SubjectConfirmationData NotOnOrAfter="${until}" ` +
    'Recipient="https://signin.aws.amazon.com/saml"/></SubjectConfirmation></Subject>' +
    `<Conditions NotBefore="${at}" NotOnOrAfter="${until}"><AudienceRestriction>` +
    '<Audience>urn:amazon:webservices</Audience></AudienceRestriction></Conditions>' +
    `<AttributeStatement>${told.join('')}</AttributeStatement></Assertion>`
  )
}
