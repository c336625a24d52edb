import { randomBytes } from 'node:crypto'

/**
 * Gives the answer a content security policy with a nonce of its own, so that a script that somebody smuggled into a
 * page does not run. Next reads the nonce from the request's header of the same name and marks its own scripts.
 */
export function guardScripts(request, response, dev) {
  const nonce = randomBytes(16).toString('base64')
  const policy = isForeign(request.url) ? sandbox : contentSecurityPolicy(nonce, dev)
  request.headers['content-security-policy'] = policy
  request.headers['x-iam-dojo-nonce'] = nonce
  response.setHeader('Content-Security-Policy', policy)
}

// The bytes of an object are whatever somebody has uploaded: should a browser ever show them, it is as nobody's page.
const isForeign = (url) => /^\/s3\/buckets\/[^/?]+\/download(\?|$)/.test(url)
const sandbox = "default-src 'none'; frame-ancestors 'none'; sandbox"

const contentSecurityPolicy = (nonce, dev) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${dev ? " 'unsafe-eval'" : ''}`,
    // The editor and the overlays place style elements of their own.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
