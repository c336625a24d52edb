import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** What a SAML provider's metadata document says, as far as it is needed. Nothing of it is checked but its form. */
export type SamlMetadata = {
  entityId: string
  validUntil: string | null
  /** Of the keys that sign; base64 without blanks. */
  certificates: readonly string[]
}

/** What the parser gives: texts, elements, and lists of either where an element is repeated. */
type Xml = { [name: string]: Xml | Xml[] | string | undefined }

// INVARIANT: no entity is ever expanded; a document that declares any is refused before it is parsed.
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
})

// Parsing blocks everybody else: a real document has some hundred elements, and these bounds keep it under half a second.
export const mostMetadataCharacters = 500_000
const mostParts = 10_000
// Each of them is tried on each response that anybody sends; a provider that changes its key has two.
const mostCertificates = 5

/** Reads a metadata document; null where it does not describe one identity provider with a few certificates. */
export function parseSamlMetadata(document: string): SamlMetadata | null {
  const provider = entityDescriptor(document)
  const [descriptor] = provider ? childrenOf(provider, 'IDPSSODescriptor') : []
  if (!provider || !descriptor) return null
  const { '@entityID': entityId, '@validUntil': validUntil } = provider
  const certificates = [...new Set(signingCertificates(descriptor))]
  if (typeof entityId !== 'string' || certificates.length === 0) return null
  if (certificates.length > mostCertificates) return null
  return { entityId: unescaped(entityId), validUntil: typeof validUntil === 'string' ? validUntil : null, certificates }
}

function entityDescriptor(document: string): Xml | undefined {
  const xml = document.replace(/^\uFEFF/, '')
  if (xml.length > mostMetadataCharacters || declaresEntities(xml)) return undefined
  if (countOf(xml, '<') > mostParts || countOf(xml, '=') > mostParts) return undefined
  return childrenOf(parsed(xml), 'EntityDescriptor')[0]
}

/** Whether there is a document type, which nothing in SAML has use for. */
export const declaresEntities = (xml: string) => /<!(DOCTYPE|ENTITY)/i.test(xml)

function parsed(xml: string): Xml {
  try {
    if (XMLValidator.validate(xml) === true) return parser.parse(xml)
  } catch {
    // Nesting too deep, names that belong to JavaScript: the same answer as for no XML at all.
  }
  return {}
}

const signingCertificates = (descriptor: Xml) =>
  childrenOf(descriptor, 'KeyDescriptor')
    .filter((key) => key['@use'] !== 'encryption')
    .flatMap((key) => childrenOf(key, 'KeyInfo'))
    .flatMap((info) => childrenOf(info, 'X509Data'))
    .flatMap((data) => textsOf(data, 'X509Certificate'))
    .map((base64) => base64.replace(/\s/g, ''))

const listOf = (parent: Xml, name: string) => [parent[name] ?? []].flat()
const childrenOf = (parent: Xml, name: string) => listOf(parent, name).filter((one) => typeof one === 'object')
const textsOf = (parent: Xml, name: string) => listOf(parent, name).filter((one) => typeof one === 'string')

/** How often the letter is there, as far as it matters. */
const countOf = (text: string, letter: string) => text.split(letter, mostParts + 2).length - 1

const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const unescaped = (text: string) => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => named[name] ?? '')
