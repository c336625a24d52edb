import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { read, write } from '@/lib/store'
import { answer } from './answer'
import { serve } from './serve'
import { accountWithKey, askIam, facts, type Key, now, signed } from './testing'

let account: string
let key: Key
beforeAll(async () => {
  ;({ account, key } = await accountWithKey())
})

const told = async (answered: ReturnType<typeof answer>) => {
  const { status, body } = await answered
  const text = body.toString()
  expect(text).not.toMatch(/\bat .+\.ts:\d+|node_modules/)
  return [status, /<Code>(.*?)<\/Code>/.exec(text)?.[1] ?? /"__type":"(\w+)"/.exec(text)?.[1]]
}

describe('a signed request to IAM', () => {
  const calls: [string, unknown[]][] = [
    ['Action=ListUsers', [200, undefined]],
    ['Action=NoSuchThing', [400, 'InvalidAction']],
    ['Action=constructor', [400, 'InvalidAction']],
    ['', [400, 'MissingAction']],
    ['Action=ListUsers&Action=DeleteUser', [400, 'MalformedQueryString']],
    ['Action=ListUsers&MaxItems=%FF', [400, 'MalformedQueryString']],
    ['Action=ListUsers&MaxItems=0', [400, 'ValidationError']],
    ['Action=ListUsers&MaxItems=many', [400, 'MalformedInput']],
    ['Action=ListUsers&Marker=%00', [400, 'ValidationError']],
    ['Action=CreateUser&UserName=%3Cscript%3E%26%00', [400, 'ValidationError']],
    ['Action=GetUser&UserName.member.1=x&UserName=ann', [404, 'NoSuchEntity']],
    [`Action=TagUser&UserName=x&${manyTags(4990)}`, [400, 'ValidationError']],
    [`Action=TagUser&UserName=x&${manyTags(5001)}`, [400, 'MalformedQueryString']],
    ['{"Action":"ListUsers"}', [400, 'MissingAction']],
  ]
  for (const [parameters, expected] of calls) {
    it(`answers ${expected.join(' ')} for ${parameters.slice(0, 60)}`, async () => {
      expect(await told(askIam(key, parameters))).toEqual(expected)
    })
  }

  function manyTags(count: number) {
    return Array.from(
      { length: count },
      (_, at) => `Tags.member.${at + 1}.Key=k${at}&Tags.member.${at + 1}.Value=`,
    ).join('&')
  }

  it('of another day is refused, and so is a body that was not signed', async () => {
    expect(await told(askIam(key, 'Action=ListUsers', new Date(now.getTime() - 86_400_000)))).toEqual([
      403,
      'SignatureDoesNotMatch',
    ])
    const request = signed(key, { body: 'Action=ListUsers&Version=2010-05-08' })
    const changed = { ...request, body: Buffer.from('Action=DeleteUser&UserName=ann&Version=2010-05-08') }
    expect(await told(answer(changed, facts()))).toEqual([403, 'SignatureDoesNotMatch'])
  })

  it('signed for another service is refused', async () => {
    const body = 'Action=ListUsers&Version=2010-05-08'
    expect(await told(answer(signed(key, { service: 'sts', body }), facts()))).toEqual([403, 'SignatureDoesNotMatch'])
  })

  it('is never answered for a cookie', async () => {
    const headers = [
      ['host', 'localhost:3000'],
      ['cookie', 'next-auth.session-token=anything'],
    ] as const
    const request = { method: 'POST', path: '/aws', query: '', headers, body: Buffer.from('Action=ListUsers') }
    expect(await told(answer(request, facts()))).toEqual([403, 'MissingAuthenticationToken'])
  })

  it('with a header twice is refused, whichever comes first', async () => {
    const request = signed(key, { body: 'Action=ListUsers&Version=2010-05-08' })
    for (const name of ['authorization', 'host', 'x-amz-date', 'date']) {
      const once = [name, request.headers.find(([candidate]) => candidate === name)?.[1] ?? 'x'] as const
      const twice = name === 'date' ? [once, once] : [once]
      for (const headers of [
        [...twice, ...request.headers],
        [...request.headers, ...twice],
      ]) {
        expect(await told(answer({ ...request, headers }, facts()))).toEqual([400, 'InvalidRequest'])
      }
    }
  })

  it('stops at once when its key is made inactive, and notes the use of one that is not', async () => {
    const own = await accountWithKey()
    const setStatus = (status: 'Active' | 'Inactive') =>
      write(own.account, (store) => store.accessKeys.setStatus(own.key.id, status))
    expect(await told(askIam(own.key, 'Action=ListUsers'))).toEqual([200, undefined])
    const noted = await read(own.account).accessKeys.find(own.key.id)
    expect(noted).toMatchObject({ lastUsedAt: now, lastUsedService: 'iam', lastUsedRegion: 'eu-west-1' })
    const usedAt = async (seconds: number) => {
      const date = new Date(now.getTime() + seconds * 1000)
      await answer(signed(own.key, { body: 'Action=ListUsers&Version=2010-05-08', date }), facts(date))
      return (await read(own.account).accessKeys.find(own.key.id))?.lastUsedAt
    }
    // Once a minute is enough, so that reading stays reading.
    expect(await usedAt(59)).toEqual(now)
    expect(await usedAt(60)).toEqual(new Date(now.getTime() + 60_000))
    await setStatus('Inactive')
    expect(await told(askIam(own.key, 'Action=ListUsers'))).toEqual([403, 'InvalidClientTokenId'])
    await setStatus('Active')
    expect(await told(askIam(own.key, 'Action=ListUsers'))).toEqual([200, undefined])
  })

  it('notes calls that came together once, and refuses whoever comes after its key was made inactive', async () => {
    const own = await accountWithKey()
    const call = (arrivedAt: number, date = now) => {
      const request = signed(own.key, { body: 'Action=ListUsers&Version=2010-05-08', date })
      return told(answer(request, { ...facts(date), arrivedAt }))
    }
    const together = performance.now()
    expect(await call(together)).toEqual([200, undefined])
    expect(await call(together, new Date(now.getTime() + 1000))).toEqual([200, undefined])
    expect((await read(own.account).accessKeys.find(own.key.id))?.lastUsedAt).toEqual(now)
    await write(own.account, (store) => store.accessKeys.setStatus(own.key.id, 'Inactive'))
    expect(await call(performance.now())).toEqual([403, 'InvalidClientTokenId'])
  })

  it('tells an id and no more when something breaks inside', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const now = new Proxy(facts().now, {
      get: () => {
        throw new Error('secret inside')
      },
    })
    const request = signed(key, { body: 'Action=ListUsers&Version=2010-05-08' })
    const { status, body } = await answer(request, { ...facts(), now })
    expect([status, body]).toEqual([500, expect.stringContaining(facts().requestId)])
    expect(body).not.toContain('inside')
    expect(log).toHaveBeenCalledWith(expect.stringContaining(facts().requestId), expect.any(Error))
    log.mockRestore()
  })
})

describe('a signed request to S3', () => {
  type Rest = { query?: string; body?: string; headers?: [string, string][] }
  const ask = (method: string, path: string, rest: Rest) =>
    told(answer(signed(key, { service: 's3', method, path, ...rest }), facts()))

  beforeAll(async () => {
    await write(account, (store) => store.buckets.create({ name: `h-${account}`, region: 'us-east-1', createdAt: now }))
  })

  const calls: [string, string, Rest, unknown[]][] = [
    ['GET', '/aws/%E4%BD/x', {}, [400, 'InvalidURI']],
    ['GET', '/aws/BUCKET/%zz', {}, [400, 'InvalidURI']],
    ['PUT', '/aws/BUCKET/x', { query: 'acl' }, [501, 'NotImplemented']],
    ['PUT', '/aws/BUCKET/x', { query: 'uploadId=1&partNumber=1' }, [501, 'NotImplemented']],
    ['PUT', '/aws/BUCKET/x', { headers: [['x-amz-copy-source', '/a/b']] }, [501, 'NotImplemented']],
    ['PUT', '/aws/BUCKET/x', { headers: [['content-md5', 'AAAA']] }, [400, 'InvalidDigest']],
    ['PUT', '/aws/BUCKET/x', { headers: [['x-amz-checksum-crc32', 'AAAAAA==']], body: 'x' }, [400, 'BadDigest']],
    ['PUT', '/aws/BUCKET/x', { headers: [['x-amz-decoded-content-length', '7']] }, [400, 'IncompleteBody']],
    ['GET', '/aws/BUCKET', { query: 'list-type=2&max-keys=x' }, [400, 'InvalidArgument']],
    ['GET', '/aws/BUCKET', { query: 'list-type=2&prefix=a&prefix=b' }, [400, 'InvalidArgument']],
    ['GET', '/aws/BUCKET', { query: 'list-type=2&encoding-type=xml' }, [400, 'InvalidArgument']],
    ['POST', '/aws/BUCKET', { query: 'delete', body: '<Delete>' }, [400, 'MalformedXML']],
    [
      'POST',
      '/aws/BUCKET',
      { query: 'delete', body: '<!DOCTYPE x [<!ENTITY e "x">]><Delete/>' },
      [400, 'MalformedXML'],
    ],
    ['POST', '/aws/BUCKET', { query: 'delete', body: `<${'a'.repeat(1_000_000)}` }, [400, 'MalformedXML']],
    ['POST', '/aws/BUCKET', { query: 'delete', body: '<a>'.repeat(300_000) }, [400, 'MalformedXML']],
    ['PUT', '/aws/new-bucket', { body: 'not xml' }, [400, 'MalformedXML']],
    ['TRACE', '/aws/BUCKET', {}, [405, 'MethodNotAllowed']],
    ['GET', '/aws/other-bucket-of-nobody', { query: 'list-type=2' }, [404, 'NoSuchBucket']],
  ]
  for (const [method, path, rest, expected] of calls) {
    const title = `${method} ${path}${JSON.stringify(rest).slice(0, 60)}`
    it(`answers ${expected.join(' ')} for ${title}`, async () => {
      expect(await ask(method, path.replace('BUCKET', `h-${account}`), rest)).toEqual(expected)
    })
  }
})

describe('a connection', () => {
  let server: Server
  beforeAll(async () => {
    server = createServer((request, response) => void serve(request, response))
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  })
  afterAll(() => void server.close())

  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const raw = (text: string) =>
    new Promise<string>((ended) => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(text))
      let answered = ''
      socket.on('data', (part) => (answered += part)).on('close', () => ended(answered))
    })

  it('gets an answer for a body of 10 MB, which is not kept', async () => {
    const before = process.memoryUsage().rss
    const answered = await fetch(`${address()}/aws`, { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024, 'a') })
    expect([answered.status, await answered.text()]).toEqual([413, expect.stringContaining('RequestEntityTooLarge')])
    expect(answered.headers.get('connection')).toBe('close')
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
  })

  it('gets an answer before a body whose length alone is too much', async () => {
    const answered = await raw(`POST /aws HTTP/1.1\r\nHost: x\r\nContent-Length: ${100 * 1024 * 1024}\r\n\r\n`)
    expect(answered).toMatch(/^HTTP\/1.1 413 .*RequestEntityTooLarge/s)
  })

  it('gets an answer for a body without an end', async () => {
    const chunk = `100000\r\n${'a'.repeat(0x100000)}\r\n`
    const answered = await new Promise<string>((told) => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
      const send = () => socket.write(chunk, (error) => error ?? send())
      socket.write('POST /aws HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n', send)
      socket
        .on('error', () => undefined)
        .once('data', (part) => {
          told(String(part))
          socket.destroy()
        })
    })
    expect(answered).toMatch(/^HTTP\/1.1 413 /)
  })

  it('gets an error for an address of another form, and for a header sent twice', async () => {
    const tail = 'Host: x\r\nConnection: close\r\n\r\n'
    expect(await raw(`POST http://x/aws HTTP/1.1\r\n${tail}`)).toMatch(/^HTTP\/1.1 400 .*InvalidURI/s)
    expect(await raw(`POST /aws HTTP/1.1\r\nHost: y\r\n${tail}`)).toMatch(/^HTTP\/1.1 400 .*InvalidRequest/s)
  })

  it('may break in the middle of a body without a line in the log', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    await new Promise<void>((closed) => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => {
        socket.write('POST /aws HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc')
        server.once('request', (request) => request.once('close', () => closed()))
        server.once('request', () => socket.destroy())
      })
    })
    expect(log).not.toHaveBeenCalled()
    log.mockRestore()
  })
})
