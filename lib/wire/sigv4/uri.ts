import 'server-only'

const isUnreserved = (byte: number) =>
  (byte >= 0x30 && byte <= 0x39) ||
  (byte >= 0x41 && byte <= 0x5a) ||
  (byte >= 0x61 && byte <= 0x7a) ||
  byte === 0x2d ||
  byte === 0x2e ||
  byte === 0x5f ||
  byte === 0x7e

const escapes = Array.from({ length: 256 }, (_, byte) =>
  isUnreserved(byte) ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
)

/** SigV4's UriEncode over bytes, given as one character for each. */
export function uriEncode(bytes: string): string {
  if (/^[\w.~-]*$/.test(bytes)) return bytes
  let encoded = ''
  for (let index = 0; index < bytes.length; index++) encoded += escapes[bytes.charCodeAt(index) & 0xff]
  return encoded
}

/** Undoes percent encoding to bytes; what is no escape stays as it is. */
export function uriDecode(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** The parameters of a query string as bytes, in the order in which they came. */
export function queryParameters(query: string): [name: string, value: string][] {
  return query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const plain = part.replaceAll('+', ' ')
      const end = plain.indexOf('=')
      return end === -1 ? [uriDecode(plain), ''] : [uriDecode(plain.slice(0, end)), uriDecode(plain.slice(end + 1))]
    })
}

/** Takes empty and dot segments out of a path, as all services but S3 do before they sign it. */
export function normalPath(path: string): string {
  const kept: string[] = []
  const segments = path.split('/')
  for (const segment of segments) {
    if (segment === '..') kept.pop()
    else if (segment !== '' && segment !== '.') kept.push(segment)
  }
  const last = segments.at(-1)
  const isFolder = kept.length > 0 && (last === '' || last === '.' || last === '..')
  return `/${kept.join('/')}${isFolder ? '/' : ''}`
}
