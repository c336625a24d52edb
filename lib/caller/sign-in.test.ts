import { randomInt } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { hashPassword } from '@/lib/secrets/password-hash'
import { directory, flushEvents, read, write } from '@/lib/store'
import { forget } from '@/lib/store/slot'
import { freshAccount } from '@/lib/store/testing'
import { findSignedIn } from './auth'
import { type Credentials, signIn } from './sign-in'

const meanwhile = vi.hoisted(() => ({ work: async () => {} }))
vi.mock('@/lib/secrets/password-hash', async (original) => {
  const real = await original<typeof import('@/lib/secrets/password-hash')>()
  const passwordMatches: typeof real.passwordMatches = async (...given) => {
    const matches = await real.passwordMatches(...given)
    await meanwhile.work()
    return matches
  }
  return { ...real, passwordMatches }
})

const now = new Date('2026-11-22T09:00:00.000Z')
const facts = {
  now,
  requestId: '00000000-0000-4000-8000-000000000000',
  sourceIp: '203.0.113.10',
  userAgent: 'a browser',
  secure: false,
  region: 'us-east-1',
}
const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60 * 1000)
const right = 'Right-password-1'

async function classroom() {
  const alias = `class-${randomInt(1e9)}`
  const rootPasswordHash = await hashPassword('Root-password-1')
  const account = await freshAccount({ alias, rootPasswordHash })
  const passwordHash = await hashPassword(right)
  const { ann } = await write(account, async (store) => {
    const ann = await store.users.create({ name: 'ann', path: '/dev/', createdAt: days(-100) })
    await store.loginProfiles.create(ann.id, { passwordHash, createdAt: days(-100), resetRequired: false })
    await store.users.create({ name: 'bob', path: '/', createdAt: days(-100) })
    return { ann }
  })
  const as = (part: Partial<Extract<Credentials, { kind: 'user' }>> = {}) =>
    signIn({ kind: 'user', account, userName: 'ann', password: right, ...part }, facts)
  const events = async () => {
    await flushEvents()
    return (await read(account).events.all()).map(({ name, userName, record }) => ({
      name,
      userName,
      ...JSON.parse(record),
    }))
  }
  return { account, alias, ann, as, events, email: `root-${account}@example.com` }
}

const policy = {
  minimumPasswordLength: 8,
  requireSymbols: false,
  requireNumbers: false,
  requireUppercaseCharacters: false,
  requireLowercaseCharacters: false,
  allowUsersToChangePassword: false,
  maxPasswordAge: 90,
  passwordReusePrevention: null,
  hardExpiry: false,
}

beforeEach(() => {
  forget('sign-in throttle')
  meanwhile.work = async () => {}
})

describe('signing in as an IAM user', () => {
  it('opens a session of twelve hours by ID, by dashed ID and by alias', async () => {
    const { account, alias, ann, as, events } = await classroom()
    const dashed = account.replace(/(\d{4})(\d{4})(\d{4})/, '$1-$2-$3')
    for (const name of [account, dashed, alias, ` ${alias.toUpperCase()} `]) {
      const result = await as({ account: name, userName: 'ANN' })
      if (result.kind !== 'session') throw new Error(`${name}: ${result.kind}`)
      const signedIn = await findSignedIn(result.sessionId, now)
      expect(signedIn).toMatchObject({
        caller: { kind: 'user', account, userName: 'ann', arn: `arn:aws:iam::${account}:user/dev/ann` },
        account: { alias },
        mustChangePassword: false,
      })
      expect(await findSignedIn(result.sessionId, days(0.499))).not.toBeNull()
      expect(await findSignedIn(result.sessionId, days(0.5))).toBeNull()
    }
    expect((await read(account).users.findById(ann.id))?.passwordLastUsedAt).toEqual(now)
    expect((await events())[0]).toMatchObject({
      name: 'ConsoleLogin',
      userName: 'ann',
      eventSource: 'signin.amazonaws.com',
      eventType: 'AwsConsoleSignIn',
      responseElements: { ConsoleLogin: 'Success' },
      userIdentity: { type: 'IAMUser', principalId: ann.id, userName: 'ann' },
    })
  })

  it('gives one answer for whatever was wrong, and the account sees each failure', async () => {
    const { as, email, account, events } = await classroom()
    const wrong = [
      { password: 'wrong' },
      { userName: 'nobody' },
      { userName: 'bob' },
      { userName: '' },
      { account: 'no-such-account' },
      { account: '000000000000' },
      { account: '../etc' },
      { userName: email, password: 'Root-password-1' },
      { userName: 'root', password: 'Root-password-1' },
    ]
    for (const part of wrong) expect(await as(part)).toEqual({ kind: 'refused' })
    const seen = await events()
    expect(seen.filter(({ name }) => name === 'ConsoleLogin')).toHaveLength(6)
    expect(seen.every(({ responseElements }) => responseElements.ConsoleLogin === 'Failure')).toBe(true)
    expect(seen[0]).toMatchObject({ userName: 'ann', errorMessage: 'Failed authentication' })
    // A name that does not exist may be a mistyped password.
    expect(JSON.stringify(seen)).not.toContain('nobody')
    expect(seen[1]).toMatchObject({
      userIdentity: { userName: 'HIDDEN_DUE_TO_SECURITY_REASONS', accountId: account },
      errorMessage: 'No username found in supplied account',
    })
  })

  it('works as hard for a name that does not exist', async () => {
    const { as } = await classroom()
    const time = async (part: Parameters<typeof as>[0]) => {
      const begun = process.cpuUsage()
      await as(part)
      return process.cpuUsage(begun).user
    }
    await time({ password: 'warm' })
    await time({ account: 'no-such-account' })
    const known = await time({ password: 'wrong' })
    for (const part of [{ userName: 'nobody' }, { userName: 'bob' }, { account: 'no-such-account' }]) {
      expect(await time(part)).toBeGreaterThan(known / 3)
    }
  })

  it('says how long to wait after too many failures, even with the right password', async () => {
    const { as } = await classroom()
    const spellings = ['ann', 'Ann', ' ann', 'ann\t', 'a\0nn']
    for (let turn = 0; turn < 10; turn++) await as({ userName: spellings[turn % 5], password: 'wrong' })
    expect(await as()).toEqual({ kind: 'wait', waitSeconds: expect.any(Number) })
  })

  it('counts the failures of an account together, whether it is called by its ID or its alias', async () => {
    const { account, alias, as } = await classroom()
    const spellings = [account, alias, alias.toUpperCase(), account.replace(/(.{4})(.{4})/, '$1-$2-')]
    for (let turn = 0; turn < 10; turn++) await as({ account: spellings[turn % 4], password: 'wrong' })
    for (const name of spellings) expect(await as({ account: name })).toMatchObject({ kind: 'wait' })
    expect(await as({ account: 'no-such-account' })).toEqual({ kind: 'refused' })
  })

  it('opens no session with a password that was changed meanwhile', async () => {
    const { account, ann, as } = await classroom()
    const passwordHash = await hashPassword('Newer-password-2')
    meanwhile.work = () => read(account).loginProfiles.update(ann.id, { passwordHash, changedAt: now })
    const result = await as()
    expect(result).toEqual({ kind: 'refused' })
  })
})

describe('an expired password', () => {
  it('must be changed first', async () => {
    const { account, as } = await classroom()
    await read(account).passwordPolicy.put(policy)
    const result = await as()
    const signedIn = result.kind === 'session' ? await findSignedIn(result.sessionId, now) : null
    expect(signedIn).toMatchObject({ mustChangePassword: true })
  })

  it('lets nobody in where only an administrator may replace it, and says so to the right password only', async () => {
    const { account, as } = await classroom()
    await read(account).passwordPolicy.put({ ...policy, hardExpiry: true })
    expect(await as()).toEqual({ kind: 'expired' })
    expect(await as({ password: 'wrong' })).toEqual({ kind: 'refused' })
  })
})

describe('signing in as root', () => {
  it('takes the e-mail address in any case, and no user name', async () => {
    const { account, email, events } = await classroom()
    const asRoot = (address: string, password: string) => signIn({ kind: 'root', email: address, password }, facts)
    const result = await asRoot(email.toUpperCase(), 'Root-password-1')
    const signedIn = result.kind === 'session' ? await findSignedIn(result.sessionId, now) : null
    expect(signedIn?.caller).toMatchObject({ kind: 'root', account, arn: `arn:aws:iam::${account}:root` })
    expect(await asRoot('ann', right)).toEqual({ kind: 'refused' })
    expect(await asRoot(email, right)).toEqual({ kind: 'refused' })
    expect((await directory().findAccountByEmail(email))?.rootPasswordLastUsedAt).toEqual(now)
    expect((await events())[0]).toMatchObject({ userName: 'root', userIdentity: { type: 'Root' } })
  })
})

describe('a session', () => {
  it('ends when it is revoked and when its user is deleted', async () => {
    const { account, ann, as } = await classroom()
    const open = async () => {
      const result = await as()
      return result.kind === 'session' ? result.sessionId : ''
    }
    const [first, second] = [await open(), await open()]
    await read(account).sessions.revoke(first, now)
    expect(await findSignedIn(first, now)).toBeNull()
    expect(await findSignedIn(second, now)).not.toBeNull()
    await write(account, (store) => store.users.delete(ann.id))
    expect(await findSignedIn(second, now)).toBeNull()
    expect(await findSignedIn('no such session', now)).toBeNull()
  })
})
