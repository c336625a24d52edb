import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { answer } from './answer'
import { accountWithKey, facts, type Key, signed } from './testing'

type Session = Key & { token: string }

const version = 'Version=2011-06-15'

async function session(): Promise<Session> {
  const { key } = await accountWithKey()
  const { body } = await answer(signed(key, { service: 'sts', body: `Action=GetSessionToken&${version}` }), facts())
  const member = (name: string) => new RegExp(`<${name}>(.*?)</${name}>`).exec(body.toString())?.[1] ?? ''
  return { id: member('AccessKeyId'), secret: member('SecretAccessKey'), token: member('SessionToken') }
}

/** Asks who one is, of a server whose every module was loaded anew. */
async function askAfterRestart(key: Session) {
  vi.resetModules()
  const restarted = await import('./answer')
  const headers: [string, string][] = [['x-amz-security-token', key.token]]
  const request = signed(key, { service: 'sts', headers, body: `Action=GetCallerIdentity&${version}` })
  const { status, body } = await restarted.answer(request, facts())
  return [status, /<(?:Code|Arn)>(.*?)</.exec(body.toString())?.[1]]
}

let held: Session
beforeEach(async () => {
  held = await session()
})
afterEach(() => void vi.unstubAllEnvs())

it('a session outlives a restart of the server', async () => {
  expect(await askAfterRestart(held)).toEqual([200, expect.stringMatching(/:root$/)])
})

it('a session is nothing to a server with another secret', async () => {
  vi.stubEnv('IAM_DOJO_SECRET', 'another one')
  expect(await askAfterRestart(held)).toEqual([403, 'InvalidClientTokenId'])
})
