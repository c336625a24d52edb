import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '@/lib/store/testing'
import { deleteOne, getAccounts, getExport, postAccounts, postImport, postReset } from './routes'

beforeAll(() => testDatabase())
beforeEach(() => {
  process.env.IAM_DOJO_SECRET ??= 'only for tests'
  process.env.OPERATOR_TOKEN = 'open-sesame'
})
afterEach(() => {
  delete process.env.OPERATOR_TOKEN
})

const request = (body?: string, token = 'Bearer open-sesame') =>
  new Request('http://localhost/api/operator/accounts', {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: token },
    body,
  })

const one = (id: string) => ({ params: Promise.resolve({ id }) })
const answer = async (response: Promise<Response>) => {
  const { status, body } = await response.then(async (it) => ({ status: it.status, body: await it.json() }))
  return [status, body] as const
}

describe('the operator interface over HTTP', () => {
  it('does not exist without OPERATOR_TOKEN', async () => {
    delete process.env.OPERATOR_TOKEN
    expect(await answer(getAccounts(request()))).toMatchObject([404, { code: 'NotFound' }])
    expect(await answer(getAccounts(request(undefined, 'Bearer undefined')))).toMatchObject([404, {}])
  })

  it.each(['', 'Bearer', 'Bearer wrong', 'Bearer open-sesam', 'Basic open-sesame', 'open-sesame'])(
    'is shut for %j',
    async (token) => {
      expect(await answer(getAccounts(request(undefined, token)))).toMatchObject([401, { code: 'Unauthorized' }])
      expect(await answer(postAccounts(request('{}', token)))).toMatchObject([401, { code: 'Unauthorized' }])
    },
  )

  it('makes, exports, resets, imports and deletes an account', async () => {
    const id = '314159265358'
    const order = JSON.stringify({ id, email: 'pi@example.com', accessKey: true })
    expect(await answer(postAccounts(request(order)))).toMatchObject([
      201,
      { id, accessKey: { id: expect.any(String) } },
    ])
    const [, dump] = await answer(getExport(request(), one(id)))
    expect(await answer(postReset(request(''), one(id)))).toMatchObject([200, { id }])
    expect(await answer(postImport(request(JSON.stringify(dump)), one(id)))).toMatchObject([200, { id }])
    expect(await answer(deleteOne(request(), one(id)))).toEqual([200, { id }])
    expect(await answer(postReset(request(''), one(id)))).toMatchObject([404, { code: 'NoSuchEntity' }])
  })

  it('says what is wrong with a body', async () => {
    expect(await answer(postAccounts(request('{')))).toMatchObject([400, { code: 'InvalidInput' }])
    expect(await answer(postAccounts(request('[]')))).toMatchObject([400, { code: 'ValidationError' }])
    expect(await answer(postAccounts(request(' '.repeat(70_000))))).toMatchObject([413, { code: 'RequestTooLarge' }])
  })
})
