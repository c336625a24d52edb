import { EventEmitter, once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forwarder, longestHead } from './forward.mjs'

let folder: string
let servers: Server[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'iam-dojo-forward-'))
  servers = []
})
afterEach(() => {
  for (const server of servers) server.close().closeAllConnections()
  rmSync(folder, { recursive: true })
})

async function listening(listener: RequestListener, ...place: [string] | [number, string]) {
  const server = createServer(listener)
  servers.push(server)
  await once(server.listen(...(place as [number, string])), 'listening')
  return server
}

/** A server in front of `behind`; gives a way to ask it. */
async function inFrontOf(behind?: RequestListener) {
  const socket = join(folder, 'pages')
  if (behind) await listening(behind, socket)
  const front = await listening(forwarder(socket), 0, '127.0.0.1')
  const { port } = front.address() as AddressInfo
  return (method: string, path: string, headers = {}, body = '') => {
    const sent = request({ port, host: '127.0.0.1', method, path, headers, maxHeaderSize: longestHead })
    sent.on('error', () => undefined).end(body)
    const answer = once(sent, 'response').then(([response]) => response as IncomingMessage)
    return { sent, answer }
  }
}

describe('forwarding to the server behind a socket', () => {
  it('carries method, address, headers and body there', async () => {
    const ask = await inFrontOf(async (got, response) => {
      const { method, url, headers } = got
      response.end(JSON.stringify({ method, url, headers, body: await text(got) }))
    })
    const headers = { host: 'dojo.example', cookie: 'a=1; b=2', 'x-own': 'yes', te: 'trailers', 'content-length': '5' }
    const { answer } = ask('POST', '/a%2Fb/?c=%20d', headers, 'whole')
    const got = JSON.parse(await text(await answer))
    expect(got).toMatchObject({ method: 'POST', url: '/a%2Fb/?c=%20d', body: 'whole' })
    expect(got.headers).toMatchObject({
      host: 'dojo.example',
      cookie: 'a=1; b=2',
      'x-own': 'yes',
      'content-length': '5',
    })
    expect(got.headers.te).toBeUndefined()
  })

  it('carries status, every header and no header of the connection back', async () => {
    const ask = await inFrontOf((_, response) => {
      response
        .writeHead(404, 'Not here', { 'set-cookie': ['a=1', 'b=2'], 'keep-alive': 'timeout=1', etag: '"x"' })
        .end()
    })
    const got = await ask('GET', '/').answer
    expect([got.statusCode, got.statusMessage, got.headers.etag]).toEqual([404, 'Not here', '"x"'])
    expect(got.headers['set-cookie']).toEqual(['a=1', 'b=2'])
    expect(got.headers['keep-alive']).not.toBe('timeout=1')
    expect(got.rawHeaders.filter((name) => name.toLowerCase() === 'date')).toHaveLength(1)
  })

  it('gives each part of an answer when it comes', async () => {
    let finish = () => {}
    const ask = await inFrontOf((_, response) => {
      response.write('first')
      finish = () => response.end(' second')
    })
    const got = await ask('GET', '/').answer
    expect(String(await once(got, 'data'))).toBe('first')
    finish()
    expect(await text(got)).toBe(' second')
  })

  it('has the length of what HEAD asks about, and no body', async () => {
    const ask = await inFrontOf((_, response) => void response.writeHead(200, { 'content-length': 1234 }).end())
    const got = await ask('HEAD', '/').answer
    expect([got.headers['content-length'], await text(got)]).toEqual(['1234', ''])
  })

  it('leaves when the client leaves', async () => {
    const seen = new EventEmitter()
    const [begun, left] = [once(seen, 'begun'), once(seen, 'left')]
    const ask = await inFrontOf((_, response) => {
      response.on('close', () => seen.emit('left'))
      seen.emit('begun')
    })
    const { sent, answer } = ask('GET', '/')
    answer.catch(() => undefined)
    await begun
    sent.destroy()
    await left
  })

  it('leaves what was asked in a row when the client leaves', async () => {
    const large = 'x'.repeat(300_000)
    const ask = await inFrontOf(({ url }, response) => void (url === '/first' ? undefined : response.end(large)))
    const [behind, front] = servers as [Server, Server]
    const { port } = front.address() as AddressInfo
    const client = connect(port, '127.0.0.1')
    client.write(['/first', '/1', '/2', '/3'].map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`).join(''))
    const connections = () => new Promise((told) => behind.getConnections((_, count) => told(count)))
    await vi.waitFor(async () => expect(await connections()).toBe(4), 5000)
    client.destroy()
    await vi.waitFor(async () => expect(await connections()).toBe(0), 5000)
    expect((await ask('GET', '/again').answer).statusCode).toBe(200)
  })

  it('carries long addresses and long headers', async () => {
    const ask = await inFrontOf(({ url = '' }, response) => {
      response.writeHead(200, { 'x-long': 'y'.repeat(30_000), 'x-length': url.length }).end()
    })
    const got = await ask('GET', `/${'a'.repeat(12_000)}`).answer
    expect([got.statusCode, got.headers['x-length'], got.headers['x-long']?.length]).toEqual([200, '12001', 30_000])
  })

  it('says so when nobody is behind the socket', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const ask = await inFrontOf()
    expect((await ask('GET', '/').answer).statusCode).toBe(502)
    expect(said).toHaveBeenCalledOnce()
    said.mockRestore()
  })
})
