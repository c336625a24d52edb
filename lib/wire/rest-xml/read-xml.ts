import 'server-only'
import { AwsError } from '@/lib/aws/errors'

export type XmlElement = { name: string; text: string; children: XmlElement[] }

const malformed = () =>
  new AwsError(
    'MalformedXML',
    400,
    'The XML you provided was not well-formed or did not validate against our published schema',
  )

// The name ends before a blank or a bracket, so that a long one is not tried at every length.
const token = /<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(.*?)\]\]>|<(\/?)([A-Za-z_][\w.:-]*)(?=[\s/>])[^<>]*?(\/?)>|([^<]+)/sy
const deepest = 8

/** Reads the few small documents that S3 takes: elements and text. Declarations of types and entities are refused. */
export function readXml(body: Buffer): XmlElement {
  const source = body.toString('utf8').replace(/^\uFEFF/, '')
  const root: XmlElement = { name: '', text: '', children: [] }
  const open = [root]
  for (token.lastIndex = 0; token.lastIndex < source.length; ) {
    const match = token.exec(source)
    const current = open.at(-1)
    if (!match || !current) throw malformed()
    const [, cdata, isEnd, name, isEmpty, text] = match
    if (cdata !== undefined) current.text += cdata
    else if (text !== undefined) current.text += unescaped(text)
    else if (isEnd) close(open, name)
    else if (name) {
      const child = { name: name.replace(/^.*:/, ''), text: '', children: [] }
      current.children.push(child)
      if (!isEmpty) open.push(child)
      if (open.length > deepest) throw malformed()
    }
  }
  const [document, ...more] = root.children
  if (open.length !== 1 || !document || more.length > 0) throw malformed()
  return document
}

function close(open: XmlElement[], name = '') {
  const closed = open.pop()
  if (open.length === 0 || closed?.name !== name.replace(/^.*:/, '')) throw malformed()
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));|&/g,
    (_, hex?: string, decimal?: string, name?: string) => {
      const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined
      if (code !== undefined && code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
      const character = name && Object.hasOwn(entities, name) ? entities[name] : undefined
      if (character === undefined) throw malformed()
      return character
    },
  )
}

/** The text of the first child of that name. */
export const childText = (parent: XmlElement, name: string): string | undefined =>
  parent.children.find((child) => child.name === name)?.text
