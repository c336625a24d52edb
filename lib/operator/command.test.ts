import { randomInt } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { passwordMatches } from '@/lib/secrets/password-hash'
import { directory, read, write } from '@/lib/store'
import { testDatabase } from '@/lib/store/testing'
import { operatorCommand, usage } from './command'

const folder = mkdtempSync(join(tmpdir(), 'iam-dojo-command-'))
const at = new Date('2026-11-22T09:00:00.000Z')

beforeAll(async () => {
  process.env.IAM_DOJO_SECRET ??= 'only for tests'
  await testDatabase()
})
afterAll(() => rmSync(folder, { recursive: true }))

// Other test files use the same database: every name here is new.
const fresh = () => {
  const id = String(randomInt(5e11, 9e11))
  return { id, alias: `cmd-${id}x`, email: `cmd-${id}@example.com`, keyId: `AKIA${id}CMDX`, secret: `secret-${id}` }
}

const said = async (...args: string[]) => (await operatorCommand(['account', ...args])).output
const answered = async (...args: string[]) => JSON.parse(await said(...args, '--json'))

describe('account create', () => {
  it('takes everything as flags', async () => {
    const { id, alias, email, keyId, secret } = fresh()
    const names = ['--id', id, '--alias', alias, '--email', email, '--password', 'Flags-1-two-3']
    const made = await answered('create', ...names, '--access-key-id', keyId, '--secret-access-key', secret)
    expect(made).toEqual({ id, alias, email, createdAt: expect.any(String), accessKey: { id: keyId, secret } })
    expect(await passwordMatches('Flags-1-two-3', await read(id).account.rootPasswordHash())).toBe(true)
    expect(await read(id).accessKeys.list(id)).toMatchObject([{ id: keyId, status: 'Active' }])
  })

  it('takes everything as JSON, and a flag beside it wins', async () => {
    const { id, alias, email, keyId, secret } = fresh()
    const order = { id, alias, email: 'other@example.com', password: 'Json-1-two-3', accessKey: { id: keyId, secret } }
    const made = await answered('create', JSON.stringify(order), '--email', email)
    expect(made).toMatchObject({ id, alias, email, accessKey: { id: keyId, secret } })
  })

  it('chooses an ID, a password and, where it is asked to, a key', async () => {
    const made = await answered('create', '--email', fresh().email, '--access-key')
    expect(made).toMatchObject({ id: expect.stringMatching(/^\d{12}$/), alias: null, password: expect.any(String) })
    expect(made.accessKey).toEqual({ id: expect.stringMatching(/^AKIA/), secret: expect.any(String) })
    const withTrue = await answered('create', JSON.stringify({ email: fresh().email, accessKey: true }))
    expect(withTrue.accessKey.id).toMatch(/^AKIA/)
    expect(await answered('create', '--email', fresh().email)).not.toHaveProperty('accessKey')
  })

  it('says in words what it made', async () => {
    const { id, email } = fresh()
    const text = await said('create', '--id', id, '--email', email, '--password', 'Words-1-two-3')
    expect(text).toContain(`id: ${id}  email: ${email}`)
  })

  it.each([
    [['create'], 'email'],
    [['create', '{'], 'This is not JSON.'],
    [['create', '--email', 'a@example.com', '--access-key-id', 'AKIAIOSFODNN7EXAMPLE'], 'accessKey'],
    [['create', '--email', 'a@example.com', '--unknown'], 'Unknown option'],
    [['rename', '123456789012'], 'I do not know this command.'],
    [['reset'], "'id'"],
    [['reset', '12'], 'Use the 12 digits'],
    [['reset', '000000000001'], 'cannot be found'],
    [['delete', '000000000001'], 'cannot be found'],
    [['export', '000000000001'], 'cannot be found'],
    [['import', '/nowhere/account.json'], 'There is no file /nowhere/account.json.'],
  ])('refuses %j', async (args, words) => {
    await expect(said(...args)).rejects.toThrow(words)
  })
})

describe('the other commands', () => {
  it('list, export, reset, import and delete an account', async () => {
    const { id, email } = fresh()
    await said('create', '--id', id, '--email', email)
    await write(id, (store) => store.users.create({ name: 'ann', path: '/', createdAt: at }))
    expect((await answered('list')).accounts).toContainEqual(expect.objectContaining({ id, email }))
    expect(await said('list')).toContain(`id: ${id}  email: ${email}`)

    const file = join(folder, 'account.json')
    expect(await answered('export', id, file)).toEqual({ id, file })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await said('export', id))).toMatchObject({ format: 1, account: { id } })

    expect(await answered('reset', id)).toMatchObject({ id, email })
    expect(await read(id).users.count()).toBe(0)
    await said('import', file)
    expect(await read(id).users.find('ann')).not.toBeNull()

    expect(await answered('delete', id)).toEqual({ id })
    expect(await directory().findAccountByIdOrAlias(id)).toBeNull()
    await said('import', '--file', file)
    expect(await read(id).users.find('ann')).not.toBeNull()
    await said('reset', '--id', id)
    expect(await read(id).users.count()).toBe(0)
  })

  it('do not import what is no account', async () => {
    const file = join(folder, 'other.json')
    writeFileSync(file, '{"name":"x"}')
    await expect(said('import', file)).rejects.toThrow("'id'")
    expect(readFileSync(file, 'utf8')).toBe('{"name":"x"}')
  })

  it('explain themselves', async () => {
    expect((await operatorCommand(['--help'])).output).toBe(usage)
    await expect(operatorCommand([])).rejects.toThrow(usage)
  })
})
