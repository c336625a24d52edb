import { constants, createCipheriv, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto'
import { signSamlPost } from '@node-saml/node-saml/lib/saml-post-signing.js'
import { type KeyPair, rsaKeys, selfSigned } from './certificates'
import { samlMetadata } from './saml'

const attributePrefix = 'https://aws.amazon.com/SAML/Attributes/'
const saml = 'urn:oasis:names:tc:SAML:2.0'

/** What an assertion says; each part can be replaced. Names without a scheme are AWS's own attributes. */
export type Said = {
  at: Date
  attributes: Record<string, string | string[]>
  issuer?: string
  subject?: string
  format?: string
  /** Several: each in a restriction of its own. */
  audience?: string | string[]
  recipient?: string
  issuedAt?: Date
  notBefore?: Date
  /** When the conditions, and the confirmation, are over. */
  until?: Date
  confirmedUntil?: Date
  sessionUntil?: Date
}

type Signer = KeyPair & { pem: string }
type Part = 'Response' | 'Assertion'

/** An identity provider with real keys: its metadata, and the responses that it signs. */
export function samlIdentityProvider({ issuer = 'https://idp.example.com/saml', keys = rsaKeys() } = {}) {
  const signer: Signer = { ...selfSigned('idp.example.com', { keys }), ...keys }
  const base64 = signer.pem.replace(/-----[A-Z ]+-----|\s/g, '')
  return {
    metadata: samlMetadata({
      attributes: ` entityID="${issuer}"`,
      key: `<ds:X509Certificate>${base64}</ds:X509Certificate>`,
    }),
    signer,
    assertion: (said: Said) => assertionOf({ issuer, ...said }),
    /** A response as a browser would carry it to AWS. */
    respond: (said: Said, signed: Part = 'Assertion') => {
      const assertion = assertionOf({ issuer, ...said })
      return inBase64(
        signed === 'Assertion' ? responseOf(sign(assertion, signer)) : sign(responseOf(assertion), signer),
      )
    },
  }
}

export const inBase64 = (xml: string) => Buffer.from(xml).toString('base64')

/** Signs the outermost element, with the certificate beside the signature as providers do. */
export const sign = (xml: string, { privateKey, pem }: Signer) => {
  const [, name] = /^<\w+:(\w+)/.exec(xml) ?? []
  return signSamlPost(xml, `/*[local-name(.)="${name}"]`, {
    privateKey,
    publicCert: pem,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
  })
}

export const responseOf = (inside: string, status = `${saml}:status:Success`) =>
  `<samlp:Response xmlns:samlp="${saml}:protocol" xmlns:saml="${saml}:assertion" ID="_${randomBytes(8).toString('hex')}" ` +
  'Version="2.0"><saml:Issuer>https://idp.example.com/saml</saml:Issuer>' +
  `<samlp:Status><samlp:StatusCode Value="${status}"/></samlp:Status>${inside}</samlp:Response>`

const minutes = (at: Date, count: number) => new Date(at.getTime() + count * 60_000)

function assertionOf({ at, attributes, ...said }: Said): string {
  const { issuer = '', subject = 'ann', format = `${saml}:nameid-format:persistent` } = said
  const { audience = 'urn:amazon:webservices', recipient = 'https://signin.aws.amazon.com/saml', sessionUntil } = said
  const { issuedAt = at, notBefore = minutes(at, -1), until = minutes(at, 5), confirmedUntil = until } = said
  return (
    `<saml:Assertion xmlns:saml="${saml}:assertion" ID="_${randomBytes(8).toString('hex')}" ` +
    `IssueInstant="${issuedAt.toISOString()}" Version="2.0"><saml:Issuer>${issuer}</saml:Issuer>` +
    `<saml:Subject><saml:NameID Format="${format}">${subject}</saml:NameID>` +
    `<saml:SubjectConfirmation Method="${saml}:cm:bearer"><saml:SubjectConfirmationData ` +
    `NotOnOrAfter="${confirmedUntil.toISOString()}" Recipient="${recipient}"/></saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions NotBefore="${notBefore.toISOString()}" NotOnOrAfter="${until.toISOString()}">` +
    `${[audience].flat().map(restriction).join('')}</saml:Conditions>` +
    `<saml:AuthnStatement AuthnInstant="${issuedAt.toISOString()}"` +
    `${sessionUntil ? ` SessionNotOnOrAfter="${sessionUntil.toISOString()}"` : ''}></saml:AuthnStatement>` +
    `<saml:AttributeStatement>${Object.entries(attributes).map(attributeOf).join('')}</saml:AttributeStatement>` +
    '</saml:Assertion>'
  )
}

const restriction = (audience: string) =>
  `<saml:AudienceRestriction><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction>`

function attributeOf([name, values]: [string, string | string[]]): string {
  const inside = [values].flat().map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`)
  return `<saml:Attribute Name="${name.includes(':/') || name.startsWith('urn:') ? name : attributePrefix + name}">${inside.join('')}</saml:Attribute>`
}

const encryption = 'http://www.w3.org/2001/04/xmlenc'

/** Encrypts an assertion by AES-256-GCM for whoever has the private key. */
export function encrypted(assertion: string, { publicKey }: Pick<KeyPair, 'publicKey'>, transport = 'rsa-oaep-mgf1p') {
  const [key, nonce] = [randomBytes(32), randomBytes(12)]
  const box = createCipheriv('aes-256-gcm', key, nonce)
  const content = Buffer.concat([nonce, box.update(assertion), box.final(), box.getAuthTag()])
  const padding = transport === 'rsa-1_5' ? constants.RSA_PKCS1_PADDING : constants.RSA_PKCS1_OAEP_PADDING
  const sealed = publicEncrypt({ key: createPublicKey(publicKey), padding }, key)
  const cipherData = (bytes: Buffer) =>
    `<e:CipherData><e:CipherValue>${bytes.toString('base64')}</e:CipherValue></e:CipherData>`
  return (
    `<saml:EncryptedAssertion><e:EncryptedData xmlns:e="${encryption}#" Type="${encryption}#Element">` +
    '<e:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes256-gcm"></e:EncryptionMethod>' +
    '<KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><e:EncryptedKey>' +
    `<e:EncryptionMethod Algorithm="${encryption}#${transport}"></e:EncryptionMethod>${cipherData(sealed)}` +
    `</e:EncryptedKey></KeyInfo>${cipherData(content)}</e:EncryptedData></saml:EncryptedAssertion>`
  )
}
