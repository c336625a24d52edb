import * as iam from '@aws-sdk/client-iam'
import * as sts from '@aws-sdk/client-sts'
import { beforeAll, describe, expect, it } from 'vitest'
import { findOperation } from '@/lib/operations'
import { answer } from './answer'
import { accountWithKey, facts, type Key, signed } from './testing'

let key: Key
beforeAll(async () => {
  ;({ key } = await accountWithKey())
})

/** The names of all operations that the official SDK's own description of a service has. */
const namesIn = (client: object) =>
  Object.values(client).flatMap((value) => (Array.isArray(value) && value[0] === 9 ? [String(value[2])] : []))

const services = [
  { service: 'iam', version: '2010-05-08', names: namesIn(iam) },
  { service: 'sts', version: '2011-06-15', names: namesIn(sts) },
]

async function told(request: Parameters<typeof answer>[0]) {
  const { status, body } = await answer(request, facts())
  const [, code, message] = /<Code>(.*?)<\/Code><Message>(.*?)<\/Message>/s.exec(body.toString()) ?? []
  return { status, code, message }
}

describe.each(services)('$service', ({ service, version, names }) => {
  const ask = (action: string) => told(signed(key, { service, body: `Action=${action}&Version=${version}` }))
  const built = names.filter((name) => findOperation(service, name))

  it('knows what the official SDK knows', () => expect(built.length).toBeGreaterThan(service === 'iam' ? 150 : 8))

  it.each(names.filter((name) => !built.includes(name)))('does not know %s', async (name) => {
    expect(await ask(name)).toEqual({
      status: 400,
      code: 'InvalidAction',
      message: `Could not find operation ${name} for version ${version}`,
    })
  })

  it('answers everything else, also where nothing is said', async () => {
    const answers = await Promise.all(built.map(async (name) => ({ name, ...(await ask(name)) })))
    expect(answers.filter(({ status, code }) => status >= 500 || code === 'InvalidAction')).toEqual([])
  })
})

describe('a request that is not believed', () => {
  const body = 'Action=ListUsers&Version=2010-05-08'
  const without = (wanted: string) => {
    const request = signed(key, { body })
    return { ...request, headers: request.headers.filter(([name]) => name !== wanted) }
  }
  const stranger = { id: 'AKIAIOSFODNN7EXAMPLE', secret: 'x' }

  it("is told so in AWS's words", async () => {
    expect(await told(without('authorization'))).toEqual({
      status: 403,
      code: 'MissingAuthenticationToken',
      message: 'Request is missing Authentication Token',
    })
    expect(await told(signed(stranger, { body }))).toEqual({
      status: 403,
      code: 'InvalidClientTokenId',
      message: 'The security token included in the request is invalid.',
    })
    expect(await told(signed({ ...key, secret: 'x' }, { body }))).toMatchObject({
      status: 403,
      code: 'SignatureDoesNotMatch',
      message: expect.stringMatching(
        /^The request signature we calculated does not match the signature you provided\./,
      ),
    })
    expect(await told(without('x-amz-date'))).toMatchObject({ status: 400, code: 'IncompleteSignature' })
    const early = new Date(facts().now.getTime() - 15 * 60_000 - 1000)
    expect(await told(signed(key, { body, date: early }))).toEqual({
      status: 403,
      code: 'SignatureDoesNotMatch',
      message: 'Signature expired: 20261122T084459Z is now earlier than 20261122T084500Z (20261122T090000Z - 15 min.)',
    })
  })
})
