import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { signIn } from '@/lib/caller/sign-in'
import { directory, read } from '@/lib/store'
import { testDatabase } from '@/lib/store/testing'
import { firstStart } from './first-start'

beforeEach(async () => {
  process.env.IAM_DOJO_SECRET ??= 'only for tests'
  delete process.env.DEMO
  await testDatabase()
  for (const { id } of await directory().listAccounts()) await directory().deleteAccount(id)
})

afterAll(() => {
  delete process.env.DEMO
})

const start = async () => {
  const said: string[] = []
  await firstStart((text) => said.push(text))
  return said.join('\n')
}

const facts = {
  now: new Date(),
  requestId: '00000000-0000-4000-8000-000000000000',
  sourceIp: '203.0.113.77',
  userAgent: 'test',
  secure: false,
  region: 'us-east-1',
}

describe('the first start', () => {
  it('makes the classroom and says the passwords, which work', async () => {
    const said = await start()
    const password = (name: string) => new RegExp(`${name} +(\\S+)`).exec(said)?.[1] ?? ''
    const root = { kind: 'root', email: 'root@dojo.example', password: password('root@dojo.example') } as const
    expect(await signIn(root, facts)).toMatchObject({ kind: 'session' })
    const student = { kind: 'user', account: 'dojo', userName: 'user-2', password: password('user-2') } as const
    expect(await signIn(student, facts)).toMatchObject({ kind: 'session' })

    const store = read('123456789012')
    const groups = await store.groups.list({ limit: 10 })
    expect(groups.rows.map(({ name }) => name)).toEqual(['EC2-Admin', 'EC2-Support', 'S3-Support'])
    for (const { id } of groups.rows) expect(await store.groups.countMembers(id)).toBe(0)
    expect((await store.objects.get('dojo-handouts', 'welcome.txt'))?.contentType).toContain('text/plain')
    const events = await store.events.all()
    expect(events.filter(({ errorCode }) => errorCode !== null)).toEqual([])
    expect(events.map(({ name }) => name)).toContain('PutGroupPolicy')
    expect(JSON.stringify(events)).not.toContain(password('user-2'))
  }, 30_000)

  it('says and does nothing where there is an account', async () => {
    await start()
    expect(await start()).toBe('')
  })

  it('leaves the classroom out with DEMO=false', async () => {
    process.env.DEMO = 'false'
    expect(await start()).toContain('account create')
    expect(await directory().listAccounts()).toEqual([])
  })
})
