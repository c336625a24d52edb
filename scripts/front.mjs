import { isIPv6 } from 'node:net'

const pageLimit = 8 * 1024 * 1024
const importLimit = 64 * 1024 * 1024

/**
 * Whether the request speaks AWS's wire language: it then never meets Next, which would tidy the signed address.
 * @param {import('node:http').IncomingMessage} request
 */
export function isWire({ url, headers }) {
  return (
    /^\/aws(?=[/?]|$)/.test(url) ||
    headers.authorization?.startsWith('AWS4-') === true ||
    url.includes('X-Amz-Algorithm=AWS4-')
  )
}

/**
 * Puts the caller's address into a header that pages may believe, and drops every header with which a client could
 * claim another one. With `proxies` trusted hops in front, the address is the one that the outermost of them saw.
 * @param {import('node:http').IncomingMessage} request
 * @param {number} proxies
 */
export function addressed(request, proxies) {
  const { headers, socket } = request
  const seen = [...(headers['x-forwarded-for'] ?? '').split(','), plain(socket.remoteAddress ?? '')]
  const hop = Math.max(0, seen.length - 1 - proxies)
  for (const name of Object.keys(headers))
    if (name.startsWith('x-iam-dojo-') || (proxies === 0 && /^(x-forwarded-|forwarded$|x-real-ip$)/.test(name)))
      delete headers[name]
  headers['x-iam-dojo-remote'] = seen[hop].trim() || plain(socket.remoteAddress ?? '')
}

/**
 * The status with which a body is refused before it is read, or nothing.
 * @param {import('node:http').IncomingMessage} request
 */
export function refusedBody({ url, headers }) {
  // Without a length a body could only be measured by reading it; browsers always send one.
  if (headers['transfer-encoding'] !== undefined) return 411
  const limit = url.startsWith('/api/operator/') ? importLimit : pageLimit
  if (Number(headers['content-length'] ?? 0) > limit) return 413
}

/** How many proxies in front of us may be believed: TRUST_PROXY=1 (or true) is one. */
export function trustedProxies(setting = '') {
  return setting === 'true' ? 1 : Math.max(0, Math.trunc(Number(setting)) || 0)
}

// A socket that listens on both families shows IPv4 callers in IPv6 dress.
const plain = (address) => (isIPv6(address) ? address.replace(/^::ffff:(?=\d+\.)/, '') : address)
