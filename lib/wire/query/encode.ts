import 'server-only'
import { element, escapeXml, textElement } from '../xml'

/** Facts of AWS's models that an output alone does not show; a test holds them against the official SDK. */
export const facts = {
  /** Members that are maps: `<entry><key/><value/></entry>`. */
  maps: new Set(['Certifications', 'EvalDecisionDetails', 'Properties', 'SummaryMap']),
  /** AWS: policy documents come back percent-encoded (RFC 3986), and only some clients decode them. */
  documents: new Set(['PolicyDocument', 'AssumeRolePolicyDocument', 'AssumeRolePolicyDocumentTemplate', 'Document']),
  /** Operations whose result has no member at all, but is there. */
  emptyResults: new Set(['PutAccountProperties', 'UpdateRole']),
}

/** A member of an output as XML; nothing for one that is not set. */
export function encodeMember(name: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string')
    return element(name, facts.documents.has(name) ? percentEncoded(value) : escapeXml(value))
  if (Array.isArray(value)) return element(name, value.map((item) => encodeMember('member', item)).join(''))
  if (value instanceof Date) return element(name, `${value.toISOString().slice(0, 19)}Z`)
  if (value instanceof Uint8Array) return element(name, Buffer.from(value).toString('base64'))
  if (typeof value !== 'object') return element(name, String(value))
  return element(name, facts.maps.has(name) ? encodeMap(value) : encodeMembers(value))
}

export function encodeMembers(output: object): string {
  let xml = ''
  for (const [name, value] of Object.entries(output)) xml += encodeMember(name, value)
  return xml
}

function encodeMap(map: object): string {
  return Object.entries(map)
    .map(([key, value]) => element('entry', `${textElement('key', key)}${encodeMember('value', value)}`))
    .join('')
}

function percentEncoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
