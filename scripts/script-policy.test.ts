import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { guardScripts } from './script-policy.mjs'

function guarded(claims: Record<string, string> = {}, url = '/iam/users') {
  const request = new IncomingMessage(new Socket())
  Object.assign(request.headers, claims)
  request.url = url
  const response = new ServerResponse(request)
  guardScripts(request, response, false)
  const [, nonce] =
    /script-src 'self' 'nonce-([^']+)';/.exec(String(response.getHeader('content-security-policy'))) ?? []
  return { request, response, nonce }
}

describe('guardScripts', () => {
  it('gives every answer a nonce of its own, which the page and the browser both learn', () => {
    const { request, response, nonce } = guarded()
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/)
    expect(request.headers['x-iam-dojo-nonce']).toBe(nonce)
    expect(request.headers['content-security-policy']).toBe(response.getHeader('content-security-policy'))
    expect(guarded().nonce).not.toBe(nonce)
  })

  it('takes no nonce from the client', () => {
    const { nonce } = guarded({ 'content-security-policy': "script-src 'nonce-mine'", 'x-iam-dojo-nonce': 'mine' })
    expect(nonce).toBeDefined()
    expect(nonce).not.toBe('mine')
  })

  it('lets no inline script run without it, and nobody frame the page', () => {
    const policy = String(guarded().response.getHeader('content-security-policy'))
    expect(policy).toContain("frame-ancestors 'none'")
    expect(/script-src [^;]*/.exec(policy)?.[0]).not.toContain('unsafe')
  })

  it.each(['/s3/buckets/acme/download?key=a.html', '/s3/buckets/acme/download'])('puts %s into a sandbox', (url) => {
    const policy = String(guarded({}, url).response.getHeader('content-security-policy'))
    expect(policy).toMatch(/^default-src 'none';.* sandbox$/)
    expect(policy).not.toContain('script-src')
  })

  it.each(['/s3/buckets/acme/object?key=/download', '/s3/buckets/download'])('leaves %s a page', (url) => {
    expect(guarded({}, url).nonce).toBeDefined()
  })
})
