import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { unsignedCalls } from '@/lib/caller/throttle'
import { forget } from '@/lib/store/slot'
import { answer } from './answer'
import { accountWithKey, askIam, facts, inProcess } from './testing'

beforeEach(() => forget('unsigned throttle'))
// Other test files call from the same address, in the same process.
afterAll(() => forget('unsigned throttle'))

const from = (sourceIp: string, body = 'Action=ListUsers&Version=2010-05-08', headers: [string, string][] = []) =>
  answer(
    {
      method: 'POST',
      path: '/aws',
      query: '',
      headers: [['host', 'localhost:3000'], ...headers],
      body: Buffer.from(body),
    },
    { ...facts(), sourceIp },
  )

async function spent(sourceIp: string) {
  for (let call = 0; call < unsignedCalls.perAddress; call++) {
    const { status } = await from(sourceIp)
    if (status !== 403) throw new Error(`call ${call} was answered with ${status}`)
  }
}

describe('calls without a signature', () => {
  it('are many for an address, then AWS answers Throttling, whatever is sent', async () => {
    await spent('198.51.100.1')
    const authorization: [string, string] = ['authorization', 'AWS4-HMAC-SHA256 Credential=x']
    const token = 'Action=AssumeRoleWithSAML&Version=2011-06-15'
    for (const again of [
      from('198.51.100.1'),
      from('198.51.100.1', token),
      from('198.51.100.1', '', [authorization]),
    ]) {
      const { status, body } = await again
      expect([status, String(body)]).toEqual([400, expect.stringContaining('<Code>Throttling</Code>')])
      expect(String(body)).toContain('<Message>Rate exceeded</Message>')
    }
    expect((await from('198.51.100.2')).status).toBe(403)
  })

  it('do not stop calls with a signature, nor are those counted', async () => {
    const { key } = await accountWithKey()
    for (let call = 0; call < unsignedCalls.perAddress; call++) {
      if ((await askIam(key, 'Action=GetAccountSummary')).status !== 200) throw new Error(`stopped at call ${call}`)
    }
    expect((await from(facts().sourceIp)).status).toBe(403)
    await spent(facts().sourceIp).catch(() => undefined)
    expect((await from(facts().sourceIp)).status).toBe(400)
    expect((await askIam(key, 'Action=ListUsers')).status).toBe(200)
  })

  it('are an error to the official SDK that it tries again', async () => {
    await spent(facts().sourceIp)
    const sts = new STSClient({
      region: 'eu-west-1',
      endpoint: 'http://localhost:3000/aws',
      requestHandler: inProcess,
      maxAttempts: 1,
    })
    const input = { RoleArn: 'arn:aws:iam::123456789012:role/x', RoleSessionName: 'ci', WebIdentityToken: 'a.b.c' }
    await expect(sts.send(new AssumeRoleWithWebIdentityCommand(input))).rejects.toMatchObject({
      name: 'Throttling',
      message: 'Rate exceeded',
      $metadata: { httpStatusCode: 400 },
    })
  })
})
