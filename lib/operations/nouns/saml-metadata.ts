import 'server-only'
import { X509Certificate } from 'node:crypto'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { invalidInput } from '@/lib/aws/errors'

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
const mostCharacters = 500_000
const mostParts = 10_000

/**
 * Until when the metadata holds; throws where it does not describe an identity provider with a certificate. AWS: one
 * that does not say holds for a hundred years.
 */
export function readSamlMetadata(document: string, now: Date): { validUntil: Date } {
  const provider = entityDescriptor(document)
  const [descriptor] = childrenOf(provider, 'IDPSSODescriptor')
  if (typeof provider['@entityID'] !== 'string' || !descriptor || !signingCertificate(descriptor)) throw unreadable()
  const told = provider['@validUntil']
  const validUntil = typeof told === 'string' ? new Date(told) : inHundredYears(now)
  if (Number.isNaN(validUntil.getTime())) throw unreadable()
  return { validUntil }
}

function entityDescriptor(document: string): Xml {
  if (document.length > mostCharacters)
    throw invalidInput(`A practice console reads metadata of up to ${mostCharacters} characters.`)
  const xml = document.replace(/^\uFEFF/, '')
  if (/<!(DOCTYPE|ENTITY)/i.test(xml) || countOf(xml, '<') > mostParts || countOf(xml, '=') > mostParts) {
    throw unreadable()
  }
  const [root] = childrenOf(parsed(xml), 'EntityDescriptor')
  if (!root) throw unreadable()
  return root
}

function parsed(xml: string): Xml {
  try {
    if (XMLValidator.validate(xml) === true) return parser.parse(xml)
  } catch {
    // Nesting too deep, names that belong to JavaScript: the same answer as for no XML at all.
  }
  throw unreadable()
}

/** Whether there is at least one certificate to check signatures with, and all of them can be read. */
function signingCertificate(descriptor: Xml): boolean {
  const certificates = childrenOf(descriptor, 'KeyDescriptor')
    .filter((key) => key['@use'] !== 'encryption')
    .flatMap((key) => childrenOf(key, 'KeyInfo'))
    .flatMap((info) => childrenOf(info, 'X509Data'))
    .flatMap((data) => textsOf(data, 'X509Certificate'))
  return certificates.length > 0 && certificates.every(isCertificate)
}

function isCertificate(base64: string): boolean {
  try {
    return new X509Certificate(Buffer.from(base64, 'base64')).publicKey.type === 'public'
  } catch {
    return false
  }
}

const listOf = (parent: Xml, name: string) => [parent[name] ?? []].flat()
const childrenOf = (parent: Xml, name: string) => listOf(parent, name).filter((one) => typeof one === 'object')
const textsOf = (parent: Xml, name: string) => listOf(parent, name).filter((one) => typeof one === 'string')

const countOf = (text: string, letter: string) => text.split(letter, mostParts + 2).length - 1

const unreadable = () => invalidInput('Could not parse metadata')

function inHundredYears(now: Date): Date {
  const then = new Date(now)
  then.setUTCFullYear(now.getUTCFullYear() + 100)
  return then
}
