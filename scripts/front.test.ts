import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { addressed, isWire, refusedBody, trustedProxies } from './front.mjs'

function request(headers: Record<string, string> = {}, url = '/', remoteAddress = '::ffff:10.0.0.9') {
  const message = new IncomingMessage(Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress }))
  message.url = url
  Object.assign(message.headers, headers)
  return message
}

function seenBy(headers: Record<string, string>, proxies: number) {
  const message = request(headers)
  addressed(message, proxies)
  return message.headers
}

describe('isWire', () => {
  it.each(['/aws', '/aws/', '/aws/bucket//a/b', '/aws?Action=ListUsers', '/bucket?X-Amz-Algorithm=AWS4-HMAC-SHA256'])(
    'takes %s',
    (url) => expect(isWire(request({}, url))).toBe(true),
  )
  it('takes a signed call to any address', () =>
    expect(isWire(request({ authorization: 'AWS4-HMAC-SHA256 Credential=...' }))).toBe(true))
  it.each(['/', '/awsome', '/iam/users', '/iam?x=/aws'])('leaves %s to the pages', (url) =>
    expect(isWire(request({}, url))).toBe(false),
  )
})

describe('addressed', () => {
  it('tells the address of the socket, in IPv4 dress', () =>
    expect(seenBy({}, 0)['x-iam-dojo-remote']).toBe('10.0.0.9'))

  it('believes nothing that the client says of itself', () => {
    const claims = {
      'x-iam-dojo-remote': '6.6.6.6',
      'x-iam-dojo-address': '/signin',
      'x-forwarded-for': '6.6.6.6',
      'x-real-ip': '6',
      forwarded: 'for=6',
    }
    expect(seenBy({ ...claims, 'x-forwarded-host': 'evil', cookie: 'kept' }, 0)).toEqual({
      'x-iam-dojo-remote': '10.0.0.9',
      cookie: 'kept',
    })
  })

  it('believes as many proxies as it was told to, and no claim beyond them', () => {
    const headers = { 'x-forwarded-for': '6.6.6.6, 198.51.100.7, 10.0.0.8' }
    expect(seenBy(headers, 1)['x-iam-dojo-remote']).toBe('10.0.0.8')
    expect(seenBy(headers, 2)['x-iam-dojo-remote']).toBe('198.51.100.7')
  })

  it('falls back to the socket when a proxy said nothing', () =>
    expect(seenBy({}, 2)['x-iam-dojo-remote']).toBe('10.0.0.9'))
})

describe('trustedProxies', () => {
  it.each([
    [undefined, 0],
    ['', 0],
    ['false', 0],
    ['-1', 0],
    ['true', 1],
    ['2', 2],
  ])('reads %s as %i', (setting, proxies) => expect(trustedProxies(setting)).toBe(proxies))
})

describe('refusedBody', () => {
  it('lets an upload of 5 MB pass and refuses one of 9 MB', () => {
    expect(refusedBody(request({ 'content-length': String(5 * 2 ** 20) }))).toBeUndefined()
    expect(refusedBody(request({ 'content-length': String(9 * 2 ** 20) }))).toBe(413)
  })
  it('lets an import be larger', () =>
    expect(refusedBody(request({ 'content-length': String(9 * 2 ** 20) }, '/api/operator/accounts'))).toBeUndefined())
  it('asks for a length', () => expect(refusedBody(request({ 'transfer-encoding': 'chunked' }))).toBe(411))
})
